package org.yiti.telemetry.track;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.WhenCommitted;

/** The parts of the table of positions, one a month, made when the first position of a month comes. */
@Component
class Months {

    /** No terminal spoke before, and no clock that is right speaks of later. Other times stay astray. */
    private static final long FIRST = Instant.parse("2011-01-01T00:00:00Z").getEpochSecond();

    private static final long MOST_AHEAD_SECONDS = 31 * 86_400L;

    private record Month(long from, long until) {
        boolean holds(long second) {
            return from <= second && second < until;
        }
    }

    private final JdbcTemplate database;
    private final Clock clock;
    private final List<Month> made = new CopyOnWriteArrayList<>();

    Months(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void makeRoom(long second, Instant now) {
        for (var month : made) {
            if (month.holds(second)) {
                return;
            }
        }
        if (second >= FIRST && second <= now.getEpochSecond() + MOST_AHEAD_SECONDS) {
            make(second);
        }
    }

    private void make(long second) {
        var zone = clock.getZone();
        var first = Instant.ofEpochSecond(second).atZone(zone).toLocalDate().withDayOfMonth(1);
        database.query("select telemetry.make_month(?::date)", row -> {}, first.toString());
        var month = new Month(
                first.atStartOfDay(zone).toEpochSecond(),
                first.plusMonths(1).atStartOfDay(zone).toEpochSecond());
        // a month that was rolled back is not there, and one that is not committed is not there for others
        WhenCommitted.run(() -> made.add(month));
    }
}
