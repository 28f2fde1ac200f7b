package org.yiti.energy.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.meter.Reading;
import org.yiti.meters.interval.Mark;

/**
 * The hours of a meter as detectors hear them. What was spread over a gap, or counts nothing because nobody can say what
 * it was, is not known; an hour that is not over is not told yet.
 */
@Component
class KnownHours {

    /**
     * @param hours of the day that are told, in order; NaN where a figure stands that says nothing
     * @param running whether the last of them is not over
     */
    record Day(LocalDate day, List<Reading> hours, boolean running) {

        Day over() {
            return running ? new Day(day, hours.subList(0, hours.size() - 1), false) : this;
        }
    }

    private static final long HOUR = 3_600_000;
    private static final int SAY_NOTHING =
            bits(EnumSet.of(Mark.IN_GAP, Mark.PARTIAL, Mark.UNEXPLAINED_FALL, Mark.IMPLAUSIBLE));
    private static final int PARTIAL = bits(EnumSet.of(Mark.PARTIAL));

    private final JdbcClient database;

    KnownHours(JdbcClient database) {
        this.database = database;
    }

    private static int bits(Set<Mark> marks) {
        return marks.stream().mapToInt(mark -> 1 << mark.ordinal()).reduce(0, (a, b) -> a | b);
    }

    List<Day> since(UUID meter, LocalDate from) {
        var days = new ArrayList<>(database.sql("""
                        select day, hours, nanos, marks from energy.meter_day where meter_id = :meter and day >= :from order by day
                        """)
                .param("meter", meter)
                .param("from", from)
                .query((row, n) -> day(row))
                .list());
        if (!days.isEmpty()) {
            days.add(days.remove(days.size() - 1).over());
        }
        return List.copyOf(days);
    }

    private static Day day(ResultSet row) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        var start = MeterKit.millis(day);
        var amounts = (Double[]) row.getArray("hours").getArray();
        var nanos = array(row, "nanos");
        var marks = array(row, "marks");
        var hours = new ArrayList<Reading>(amounts.length);
        var running = false;
        for (var hour = 0; hour < amounts.length; hour++) {
            if (amounts[hour] != null) {
                // Of an hour that readings do not speak of, what was imported stands.
                var mark = marks == null || nanos == null || nanos[hour] == null ? 0 : marks[hour].intValue();
                running = (mark & PARTIAL) != 0;
                hours.add(new Reading(start + hour * HOUR, (mark & SAY_NOTHING) != 0 ? Double.NaN : amounts[hour]));
            }
        }
        return new Day(day, List.copyOf(hours), running);
    }

    private static Number @Nullable [] array(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (Number[]) array.getArray();
    }
}
