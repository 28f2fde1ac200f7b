package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.Checkpoint;

/** States to begin at: the newest, the first of each of the last days, the first of each month. */
@Component
class Checkpoints {

    private final JdbcClient database;

    Checkpoints(JdbcClient database) {
        this.database = database;
    }

    /** The newest that no report from a time on was part of; those it would make wrong are gone. */
    Optional<Checkpoint> before(int terminal, long since) {
        database.sql("delete from telemetry.checkpoint where terminal = :terminal and before > :since")
                .param("terminal", terminal)
                .param("since", new Timestamp(since))
                .update();
        return database.sql(
                        "select before, state from telemetry.checkpoint where terminal = :terminal order by before desc limit 1")
                .param("terminal", terminal)
                .query((row, n) -> new Checkpoint(row.getTimestamp(1).getTime(), row.getBytes(2)))
                .optional();
    }

    void removeAll(int terminal) {
        database.sql("delete from telemetry.checkpoint where terminal = :terminal")
                .param("terminal", terminal)
                .update();
    }

    void keep(int terminal, Checkpoint checkpoint) {
        database.sql("""
                        insert into telemetry.checkpoint (terminal, before, state) values (:terminal, :before, :state)
                        on conflict (terminal, before) do update set state = excluded.state
                        """)
                .param("terminal", terminal)
                .param("before", new Timestamp(checkpoint.before()))
                .param("state", checkpoint.state())
                .update();
        database.sql("""
                        delete from telemetry.checkpoint c
                         where terminal = :terminal and before < :before
                           and exists (select from telemetry.checkpoint o
                                        where o.terminal = c.terminal and o.before < c.before
                                          and date_trunc(case when c.before < :before::timestamptz - interval '8 days' then 'month' else 'day' end, o.before, 'Asia/Shanghai')
                                            = date_trunc(case when c.before < :before::timestamptz - interval '8 days' then 'month' else 'day' end, c.before, 'Asia/Shanghai'))
                        """)
                .param("terminal", terminal)
                .param("before", new Timestamp(checkpoint.before()))
                .update();
    }
}
