package org.yiti.energy.metering;

import java.time.Instant;
import org.yiti.meters.interval.Interval;

/** A day as a line of COPY, in the order of the columns that {@link DayRows} names. */
final class DayLine {

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final double NANOS = 1e9;
    private static final String NULLS = "\\N\t".repeat(15) + "\\N";

    private DayLine() {}

    static void append(StringBuilder out, DayMade day) {
        out.append(day.meter()).append('\t').append(Here.day(day.startMillis())).append('\t');
        var whole = day.whole();
        if (whole == null) {
            out.append(NULLS).append('\n');
            return;
        }
        var hours = new Interval[HOURS];
        day.hours().forEach(hour -> hours[(int) ((hour.startMillis() - day.startMillis()) / HOUR_MILLIS)] = hour);
        out.append('{');
        for (var i = 0; i < HOURS; i++) {
            comma(out, i);
            if (hours[i] == null) {
                out.append("NULL");
            } else {
                out.append(hours[i].nanos() / NANOS);
            }
        }
        out.append("}\t")
                .append(whole.nanos() / NANOS)
                .append('\t')
                .append(day.hours().size());
        out.append("\t{");
        for (var i = 0; i < HOURS; i++) {
            comma(out, i);
            if (hours[i] == null) {
                out.append("NULL");
            } else {
                out.append(hours[i].nanos());
            }
        }
        out.append("}\t");
        marks(out, hours, day);
        sums(out, whole);
    }

    private static void marks(StringBuilder out, Interval[] hours, DayMade day) {
        if (day.hours().stream().allMatch(hour -> hour.markBits() == 0)) {
            out.append("\\N");
            return;
        }
        out.append('{');
        for (var i = 0; i < HOURS; i++) {
            comma(out, i);
            out.append(hours[i] == null ? 0 : hours[i].markBits());
        }
        out.append('}');
    }

    private static void sums(StringBuilder out, Interval whole) {
        out.append('\t').append(whole.markBits()).append('\t').append(whole.costMicros());
        out.append('\t').append(whole.kgceMicros()).append('\t').append(whole.co2Micros());
        out.append('\t').append(whole.coveredMillis());
        var lineage = whole.lineage();
        out.append('\t').append(Instant.ofEpochMilli(lineage.fromMillis()));
        out.append('\t').append(Instant.ofEpochMilli(lineage.untilMillis()));
        out.append('\t').append(lineage.newest()).append('\t').append(lineage.tariff());
        out.append('\t')
                .append(lineage.kgce())
                .append('\t')
                .append(lineage.co2())
                .append('\n');
    }

    private static void comma(StringBuilder out, int i) {
        if (i > 0) {
            out.append(',');
        }
    }
}
