package org.yiti.kernel;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is retained row by row: two statements, in which {@code :before} is the moment and {@code :most} how many at a time. */
public abstract class RetainedRows implements Retained {

    private final JdbcClient database;
    private final String period;
    private final String count;
    private final String purge;

    /**
     * @param period id of the period
     * @param count asks how many are older
     * @param purge deletes some of them
     */
    protected RetainedRows(JdbcClient database, String period, String count, String purge) {
        this.database = database;
        this.period = period;
        this.count = count;
        this.purge = purge;
    }

    @Override
    public final String period() {
        return period;
    }

    @Override
    public final long count(Instant before) {
        return database.sql(count)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public final int purge(Instant before, int most) {
        return database.sql(purge)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
