package org.yiti.simulator;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.simulator.meter.Meter;
import tools.jackson.databind.JsonNode;

/** What the house knows of meters already: they go on as they did, or every one of them would seem to be out of order. */
final class MeterPasts {

    private static final int DAYS = 28;
    private static final int HOURS_OF_DAY = 24;
    private static final int HOURS_OF_WEEK = 168;

    /** @param week see {@link Meter} */
    record Past(boolean tellsConsumption, List<Double> week, Meter.@Nullable Shown last) {
        static final Past UNKNOWN = new Past(false, List.of(), null);
    }

    /** Of each hour of the week, how much there was of it. */
    private static final class Week {
        private final double[] sums = new double[HOURS_OF_WEEK];
        private final int[] counts = new int[HOURS_OF_WEEK];

        void add(JsonNode day) {
            var hours = day.path("hours");
            var from =
                    (LocalDate.parse(day.path("day").asString()).getDayOfWeek().getValue() - 1) * HOURS_OF_DAY;
            for (var hour = 0; hour < Math.min(HOURS_OF_DAY, hours.size()); hour++) {
                if (hours.get(hour).isNumber()) {
                    sums[from + hour] += Math.max(0, hours.get(hour).asDouble());
                    counts[from + hour]++;
                }
            }
        }

        /** What its register advances by; empty where some hour is not known. */
        List<Double> means(double ratio) {
            for (var hour = 0; hour < HOURS_OF_WEEK; hour++) {
                if (counts[hour] == 0) {
                    return List.of();
                }
                sums[hour] /= counts[hour] * ratio;
            }
            return Arrays.stream(sums).boxed().toList();
        }
    }

    private final House house;

    MeterPasts(House house) {
        this.house = house;
    }

    /** @param row of the ledger */
    Past of(Map<String, String> row) throws IOException, InterruptedException {
        var meter = "/api/energy/meters/" + row.get("id");
        var device = house.get(meter + "/device");
        return new Past(device.path("tellsConsumption").asBoolean(false), week(meter, ratio(row)), last(device));
    }

    private static double ratio(Map<String, String> row) {
        var ratio = row.getOrDefault("ratio", "");
        return ratio.isEmpty() ? 1 : Double.parseDouble(ratio);
    }

    private static Meter.@Nullable Shown last(JsonNode device) {
        var at = device.path("lastAt");
        var value = device.path("lastValue");
        return at.isString() && value.isNumber()
                ? new Meter.Shown(OffsetDateTime.parse(at.asString()).toEpochSecond(), value.decimalValue())
                : null;
    }

    private List<Double> week(String meter, double ratio) throws IOException, InterruptedException {
        var week = new Week();
        // The newest day is not over, perhaps; those of a demonstration may be long ago.
        var newest = house.get(meter + "/series?step=day").path("to").asString("");
        if (!newest.isEmpty()) {
            var until = LocalDate.parse(newest).minusDays(1);
            house.get(meter + "/days?from=" + until.minusDays(DAYS - 1) + "&to=" + until)
                    .path("days")
                    .forEach(week::add);
        }
        return week.means(ratio);
    }
}
