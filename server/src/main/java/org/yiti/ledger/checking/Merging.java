package org.yiti.ledger.checking;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs what puts rows into a ledger, and lets the planner know of what has grown by it. */
final class Merging {

    /** What begins so only an owner may say: the house has it said ({@code kernel.learn}). */
    private static final String ANALYZE = "analyze ";

    /** Below so many times what is added, what the planner knows of the life line is untrue. */
    private static final int WORTH_LEARNING = 10;

    /** Runs work as the house. */
    @FunctionalInterface
    interface House {
        void run(Supplier<Boolean> work);
    }

    private final JdbcClient database;
    private final House house;

    Merging(JdbcClient database, House house) {
        this.database = database;
        this.house = house;
    }

    void run(List<String> statements, long added) {
        for (var statement : statements) {
            if (statement.startsWith(ANALYZE)) {
                house.run(() -> roughly(statement));
            } else {
                database.sql(statement).update();
            }
        }
        if (added >= MergeSql.MANY) {
            house.run(() -> learnOfChanges(added));
        }
    }

    private boolean roughly(String analyze) {
        database.sql("select set_config('default_statistics_target', '20', true)")
                .query(String.class)
                .single();
        learn(analyze.substring(ANALYZE.length()));
        return true;
    }

    private void learn(String table) {
        database.sql("select kernel.learn(:table)::text")
                .param("table", table)
                .query(String.class)
                .single();
    }

    /** A life line that has just grown many times over would be asked, for minutes, by plans made for an empty one. */
    private boolean learnOfChanges(long added) {
        var known = database.sql("select reltuples from pg_class where oid = 'lifeline.change'::regclass")
                .query(Double.class)
                .single();
        if (known < WORTH_LEARNING * added) {
            learn("lifeline.change");
        }
        return true;
    }
}
