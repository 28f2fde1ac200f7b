package org.yiti.safeguard.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.UseCase;

/**
 * Changes of ledgers that were made past the server stand in the life line, but nothing sealed them. They are found by
 * comparing the two, and sealed as what they are, a minute or two late. Only what no running transaction can still add to
 * is compared.
 */
@UseCase
class SealLate {

    /** The outcome of such an entry. */
    static final String LATE = "past-the-server";

    private static final Logger log = LoggerFactory.getLogger(SealLate.class);
    private static final int AT_ONCE = 5_000;

    private record Watch(
            long untilChange,
            long sinceSize,
            @Nullable Long nextChange,
            @Nullable Long nextSize,
            boolean isFinal) {}

    private final JdbcClient database;
    private final ChangesOfTransaction changes;

    SealLate(JdbcClient database, ChangesOfTransaction changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Notes how far the life line is now. Reads before it writes: its own transaction must begin after what it read. */
    public void mark() {
        var size = database.sql("select size from safeguard.head")
                .query(Long.class)
                .single();
        var change = database.sql("select case when is_called then last_value else 0 end from lifeline.change_id_seq")
                .query(Long.class)
                .single();
        database.sql("""
                        update safeguard.watch set next_change = :change, next_size = :size, horizon = pg_current_xact_id()
                         where horizon is null and :change > until_change
                        """).param("change", change).param("size", size).update();
    }

    /** Compares what was noted once it is final. A horizon from the future is that of a database restored elsewhere. */
    public void compare() {
        var watch = database.sql("""
                        select until_change, since_size, next_change, next_size,
                               coalesce(pg_snapshot_xmin(pg_current_snapshot()) >= horizon or horizon > pg_current_xact_id(), false) as is_final
                          from safeguard.watch for update
                        """).query(Watch.class).single();
        if (watch.isFinal()) {
            compare(watch);
        }
    }

    private void compare(Watch watch) {
        var until = Objects.requireNonNull(watch.nextChange());
        var late = changes.read(
                "case c.action when 'CREATED' then lifeline.as_made(c.id) else c.after end::text",
                """
                 from lifeline.change c
                 where c.id > %d and c.id <= %d
                   and not exists (select from safeguard.entry e where e.seq > %d and e.change_id = c.id)
                 order by c.id limit %d
                """.formatted(watch.untilChange(), until, watch.sinceSize(), AT_ONCE),
                LATE);
        if (!late.isEmpty()) {
            log.warn("{} changes of ledgers were made past the server; they are sealed now", late.size());
        }
        late.forEach(Gathered::add);
        if (late.size() < AT_ONCE) {
            database.sql("""
                            update safeguard.watch
                               set until_change = next_change, since_size = next_size, next_change = null, next_size = null, horizon = null
                            """).update();
        } else {
            database.sql("update safeguard.watch set until_change = :until")
                    .param("until", late.get(late.size() - 1).changeId())
                    .update();
        }
    }
}
