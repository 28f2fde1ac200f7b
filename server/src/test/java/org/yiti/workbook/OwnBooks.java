package org.yiti.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Real buildings and meters (Building Data Genome 2, NREL RSF) as the books of a bureau: long tables under the headers of the templates. */
final class OwnBooks {

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

    /** A building of the inventory. */
    record Building(String code, String use, String area, String built, String storeys) {}

    final Map<String, Building> buildings = new LinkedHashMap<>();
    private final Path folder;

    OwnBooks(Path folder) {
        this.folder = folder;
        var storeys = new LinkedHashMap<String, String>();
        each(folder.resolve("metadata.csv"), row -> storeys.put(row.get("building_id"), row.get("numberoffloors")));
        each(folder.resolve("inventory.csv"), row -> {
            var code = row.get("building_id");
            var floors = storeys.getOrDefault(code, "");
            buildings.put(
                    code,
                    new Building(
                            code,
                            row.get("use"),
                            row.get("sqm"),
                            row.get("yearbuilt"),
                            floors.isEmpty() ? "" : floors));
        });
    }

    private static void each(Path file, java.util.function.Consumer<Map<String, String>> taker) {
        try {
            var lines = Files.readAllLines(file);
            var header = lines.get(0).split(",", -1);
            lines.stream().skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                var row = new LinkedHashMap<String, String>();
                for (var i = 0; i < header.length; i++) {
                    row.put(header[i], i < cells.length ? cells[i] : "");
                }
                taker.accept(row);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every hour as it stands in the wide files, a blank where the meter was silent. */
    void readings(BiConsumer<String, String[]> taker) {
        try (var files = Files.newDirectoryStream(folder, "bgd_*.csv")) {
            var sorted = new ArrayList<Path>();
            files.forEach(sorted::add);
            sorted.sort(null);
            for (var file : sorted) {
                var lines = Files.readAllLines(file);
                var header = lines.get(0).split(",", -1);
                for (var line : lines.subList(1, lines.size())) {
                    var cells = line.split(",", -1);
                    for (var i = 1; i < header.length; i++) {
                        taker.accept(header[i], new String[] {cells[0], i < cells.length ? cells[i] : ""});
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The laboratory's sub-meters by their column, with American dates as they are. */
    void laboratory(Map<Integer, String> meters, boolean converted, List<String> lines) {
        try {
            Files.readAllLines(folder.resolve("rsfmeasureddata2011.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> meters.forEach((place, meter) -> lines.add(meter + ","
                            + (converted ? LocalDateTime.parse(cells[1], AMERICAN) : cells[1]) + "," + cells[place])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
