package org.yiti.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yiti.jt808.Version;
import org.yiti.simulator.meter.Meter;
import org.yiti.simulator.terminal.Device;

/** Which terminals and meters there are: as a file says, or the house. */
final class Inventory {

    private static final Map<String, String> UNITS =
            Map.of("ELECTRICITY", "kWh", "WATER", "m³", "NATURAL_GAS", "m³", "HEAT", "GJ");

    private static final int VEHICLES = 500;

    private final Settings settings;
    private final House house;

    Inventory(Settings settings, House house) {
        this.settings = settings;
        this.house = house;
    }

    List<Device> terminals(int most) throws IOException, InterruptedException {
        if (most == 0) {
            return List.of();
        }
        var file = settings.named("PHONES");
        var rows = file.isPresent() ? csv(Path.of(file.get())) : house.rows("telemetry/terminals", Integer.MAX_VALUE);
        var fitted = rows.stream()
                .filter(row -> either(row, "removedOn", "拆除日期").isEmpty())
                .toList();
        return IntStream.range(0, Math.min(most, fitted.size()))
                .mapToObj(i -> new Device(
                        either(fitted.get(i), "phone", "终端手机号"), either(fitted.get(i), "plate", "安装车辆号牌"), edition(i)))
                .toList();
    }

    private Version edition(int i) {
        return switch (settings.text("EDITION")) {
            case "2013" -> Version.V2013;
            case "2019" -> Version.V2019;
            case "mixed" -> i % 2 == 0 ? Version.V2019 : Version.V2013;
            default -> throw new IllegalArgumentException("EDITION is 2013, 2019 or mixed");
        };
    }

    List<Meter> meters(int most) throws IOException, InterruptedException {
        if (most == 0) {
            return List.of();
        }
        var file = settings.named("METER_LIST");
        var rows = file.isPresent() ? csv(Path.of(file.get())) : house.rows("energy/meters", Integer.MAX_VALUE);
        var pasts = new MeterPasts(house);
        var meters = new ArrayList<Meter>();
        for (var row : rows) {
            if (meters.size() < most
                    && either(row, "removedOn", "拆除日期").isEmpty()
                    && !unit(row).isEmpty()) {
                meter(row, file.isPresent() ? MeterPasts.Past.UNKNOWN : pasts.of(row))
                        .ifPresent(meters::add);
            }
        }
        return meters;
    }

    /** None where the house knows it as one that tells what was consumed: it shows no register. */
    private static Optional<Meter> meter(Map<String, String> row, MeterPasts.Past past) {
        return past.tellsConsumption()
                ? Optional.empty()
                : Optional.of(new Meter(
                        either(row, "code", "表计编码"),
                        unit(row),
                        number(row, "digits", "表盘位数", Meter.USUAL_DIGITS),
                        number(row, "decimals", "小数位数", Meter.USUAL_DECIMALS),
                        past.week(),
                        past.last()));
    }

    /** Latitude and longitude of where vehicles are mostly kept, if the house is asked and says. */
    Optional<double[]> middle() throws IOException, InterruptedException {
        if (settings.named("PHONES").isPresent()) {
            return Optional.empty();
        }
        var kept = house.rows("fleet/vehicles", VEHICLES).stream()
                .filter(row -> !row.getOrDefault("parkingLatitude", "").isEmpty()
                        && Double.parseDouble(row.get("parkingLatitude")) != 0)
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new double[] {median(kept, "parkingLatitude"), median(kept, "parkingLongitude")});
    }

    private static double median(List<Map<String, String>> rows, String column) {
        var values = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getOrDefault(column, "0")))
                .sorted()
                .toArray();
        return values[values.length / 2];
    }

    private static String unit(Map<String, String> row) {
        var unit = either(row, "unit", "单位");
        return unit.isEmpty() ? UNITS.getOrDefault(row.getOrDefault("energyKind", ""), "") : unit;
    }

    private static int number(Map<String, String> row, String name, String inChinese, int usual) {
        var number = either(row, name, inChinese);
        return number.matches("\\d{1,2}") ? Integer.parseInt(number) : usual;
    }

    private static String either(Map<String, String> row, String name, String inChinese) {
        return row.getOrDefault(name, row.getOrDefault(inChinese, ""));
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream()
                .map(line -> Arrays.stream(line.replace("\uFEFF", "").split(",", -1))
                        .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                        .toList())
                .toList();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var row = new HashMap<String, String>();
            for (var i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
