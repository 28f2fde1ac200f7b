package org.yiti.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The parts of a table that is kept by month, each made when the first row of its month comes. Moments that no clock which
 * is right would tell get none: what tells them stays in the part for what is astray.
 */
public final class MonthParts {

    private static final Duration MOST_AHEAD = Duration.ofDays(31);

    private record Month(long from, long until) {
        boolean holds(long second) {
            return from <= second && second < until;
        }
    }

    private final JdbcTemplate database;
    private final Clock clock;
    private final String make;
    private final long first;
    private final List<Month> made = new CopyOnWriteArrayList<>();

    /**
     * @param clock whose zone says where months begin
     * @param function schema.name of what makes the part of a month out of a day of it, and does nothing where it is there
     * @param first the earliest moment that gets a part
     */
    public MonthParts(JdbcTemplate database, Clock clock, String function, Instant first) {
        this.database = database;
        this.clock = clock;
        this.make = "select " + function + "(?::date)";
        this.first = first.getEpochSecond();
    }

    /** Call it within the transaction that writes the row. */
    public void makeRoom(long second, Instant now) {
        for (var month : made) {
            if (month.holds(second)) {
                return;
            }
        }
        if (second >= first && second <= now.plus(MOST_AHEAD).getEpochSecond()) {
            make(second);
        }
    }

    private void make(long second) {
        var zone = clock.getZone();
        var day = Instant.ofEpochSecond(second).atZone(zone).toLocalDate().withDayOfMonth(1);
        database.query(make, row -> {}, day.toString());
        var month = new Month(
                day.atStartOfDay(zone).toEpochSecond(),
                day.plusMonths(1).atStartOfDay(zone).toEpochSecond());
        // a month that was rolled back is not there, and one that is not committed is not there for others
        WhenCommitted.run(() -> made.add(month));
    }
}
