package org.yiti.simulator.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** CSV with a head: what is latitude, longitude, time and the drive is told by its names. */
final class CsvTracks {

    private static final Set<String> LATITUDE = Set.of("lat", "latitude", "y", "纬度");
    private static final Set<String> LONGITUDE = Set.of("lon", "lng", "long", "longitude", "x", "经度");
    private static final Set<String> TIME = Set.of("time", "timestamp", "t", "datetime", "at", "时间", "定位时间");
    private static final List<String> DRIVE =
            List.of("trajectory_id", "trip_id", "track_id", "track", "vehicle_id", "plate", "号牌号码", "车牌号");

    private CsvTracks() {}

    static Collection<List<Track.Point>> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return List.of();
        }
        var head = lines.get(0).replace("\uFEFF", "").toLowerCase(Locale.ROOT);
        var separator = head.contains("\t") ? "\t" : head.contains(";") ? ";" : ",";
        var names = cells(head, separator);
        var lat = place(names, LATITUDE);
        var lon = place(names, LONGITUDE);
        var time = place(names, TIME);
        if (lat < 0 || lon < 0 || time < 0) {
            throw new IllegalArgumentException(
                    file + ": the first line names no columns lat, lon and time, but " + String.join(", ", names));
        }
        var drive = DRIVE.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst();
        Map<String, List<Track.Point>> drives = new LinkedHashMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line, separator);
            if (cells.size() == names.size()) {
                drives.computeIfAbsent(drive.isPresent() ? cells.get(drive.getAsInt()) : "", d -> new ArrayList<>())
                        .add(new Track.Point(
                                Times.second(cells.get(time)),
                                Double.parseDouble(cells.get(lat)),
                                Double.parseDouble(cells.get(lon))));
            }
        }
        return drives.values();
    }

    private static int place(List<String> names, Set<String> wanted) {
        for (var i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Quotes go; no recorder of tracks puts a separator into a cell. */
    private static List<String> cells(String line, String separator) {
        var cells = new ArrayList<String>();
        for (var cell : line.split(separator, -1)) {
            var bare = cell.strip();
            cells.add(
                    bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                            ? bare.substring(1, bare.length() - 1)
                            : bare);
        }
        return cells;
    }
}
