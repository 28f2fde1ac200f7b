package org.yiti.energy.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** States to begin at: those of the last days, for what comes now, and of the first of each quarter, for what is corrected. */
@Component
class MeterCheckpoints {

    record Start(LocalDate before, byte[] state) {}

    private static final int LAST_DAYS = 3;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private final JdbcClient database;

    MeterCheckpoints(JdbcClient database) {
        this.database = database;
    }

    static boolean keeps(LocalDate day, LocalDate last) {
        return day.isAfter(last.minusDays(LAST_DAYS)) || firstOfAQuarter(day);
    }

    private static boolean firstOfAQuarter(LocalDate day) {
        return day.getDayOfMonth() == 1 && day.getMonthValue() % MONTHS_OF_A_QUARTER == 1;
    }

    /** The newest that no hour from a day on was part of; those it would make wrong are gone. */
    Optional<Start> before(UUID meter, LocalDate since) {
        database.sql("delete from energy.meter_checkpoint where meter_id = :meter and before > :since")
                .param("meter", meter)
                .param("since", since)
                .update();
        return database.sql(
                        "select before, state from energy.meter_checkpoint where meter_id = :meter order by before desc limit 1")
                .param("meter", meter)
                .query((row, n) -> new Start(row.getObject(1, LocalDate.class), row.getBytes(2)))
                .optional();
    }

    void removeAll(UUID meter) {
        database.sql("delete from energy.meter_checkpoint where meter_id = :meter")
                .param("meter", meter)
                .update();
    }

    void keep(UUID meter, LocalDate before, byte[] state) {
        database.sql("insert into energy.meter_checkpoint (meter_id, before, state) values (:meter, :before, :state)")
                .param("meter", meter)
                .param("before", before)
                .param("state", state)
                .update();
    }

    void thin(UUID meter, LocalDate last) {
        database.sql("""
                        delete from energy.meter_checkpoint
                         where meter_id = :meter and before <= :recent and before <> date_trunc('quarter', before)::date
                        """)
                .param("meter", meter)
                .param("recent", last.minusDays(LAST_DAYS))
                .update();
    }
}
