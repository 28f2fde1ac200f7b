package org.yiti.energy.metering;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.kernel.Refused;

/** Enters what the meters of an institution say of a month, once. */
@Component
class BookMonth {

    private final JdbcClient database;
    private final MeterFiles files;
    private final MeterStates states;
    private final MonthEntries entries;
    private final Clock clock;

    BookMonth(JdbcClient database, MeterFiles files, MeterStates states, MonthEntries entries, Clock clock) {
        this.database = database;
        this.files = files;
        this.states = states;
        this.entries = entries;
        this.clock = clock;
    }

    /** How many meters were booked. */
    int book(UUID institution, LocalDate month, String by) {
        var meters = meters(institution);
        // Nobody makes days of them until what they are now is booked.
        states.lock(files.of(meters).values());
        var closed = database.sql("insert into energy.closed_month (institution_id, month, closed_at, closed_by)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .params(institution, month, Timestamp.from(clock.instant()), by)
                .update();
        if (closed == 0) {
            throw new Refused(EnergyRefusal.MONTH_CLOSED);
        }
        return entries.book(institution, month);
    }

    /** Those of today and of before: whose they were in the month is asked later. */
    private List<UUID> meters(UUID institution) {
        return database.sql(
                        "select id from energy.meter where institution_id = :its union select meter_id from energy.meter_past where institution_id = :its")
                .param("its", institution)
                .query(UUID.class)
                .list();
    }
}
