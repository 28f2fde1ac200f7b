package org.yiti.energy.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which meters are to be folded. A row goes with the transaction that folded it, so whatever is killed leaves it. */
@Component
class MeterDue {

    /** Since the beginning of everything. */
    static final LocalDate FROM_THE_START = LocalDate.EPOCH;

    private static final int METERS = 200;

    private final JdbcClient database;

    MeterDue(JdbcClient database) {
        this.database = database;
    }

    /** Some that wait, the longest first, those of one thread of several. */
    List<UUID> waiting(int thread, int threads, Collection<UUID> but) {
        return database.sql("""
                        select meter_id from energy.meter_due
                         where mod(hashtext(meter_id::text) & 1048575, :threads) = :thread and meter_id <> all (:but)
                         group by meter_id order by min(id) limit :most
                        """)
                .param("threads", threads)
                .param("thread", thread)
                .param("but", but.toArray(UUID[]::new))
                .param("most", METERS)
                .query(UUID.class)
                .list();
    }

    /** Since when; empty when somebody else has folded it. */
    Optional<LocalDate> take(UUID meter) {
        return database
                .sql("delete from energy.meter_due where meter_id = :meter returning coalesce(since, '1970-01-01')")
                .param("meter", meter)
                .query(LocalDate.class)
                .list()
                .stream()
                .min(LocalDate::compareTo);
    }

    /** Those that have said nothing for too long. */
    int addSilent(Instant now) {
        return database.sql("""
                        insert into energy.meter_due (meter_id, since)
                        select meter_id, (last_at at time zone 'Asia/Shanghai')::date from energy.meter_fold f
                         where silent_from <= :now and not exists (select from energy.meter_due d where d.meter_id = f.meter_id)
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Those another detector, or another calendar, has folded. */
    int addThoseOfOthers(String detector) {
        return database.sql(
                        "insert into energy.meter_due (meter_id) select meter_id from energy.meter_fold where detector <> :own")
                .param("own", detector)
                .update();
    }
}
