package org.yiti.supervision.judging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables of the session that hold what a rule finds until it is settled. They stay with their connection, empty from one
 * transaction to the next: a table made anew and dropped costs half a millisecond, and a change asks some two hundred rules.
 * They are emptied row by row: {@code on commit delete rows} cuts the files of all of them off, of what is empty as well,
 * and ext4 brings a file that was cut off to the disk when it is closed.
 */
final class OnTheWay {

    private static final String VERDICT = """
            subject_id uuid, institution_id uuid, episode text, title text, severity text, judged_on date, due_on date,
            actual numeric, limit_value numeric, excess numeric, unit text, facts jsonb, evidence jsonb, fingerprint text
            """;

    private static final List<String> TABLES = List.of(
            "create temp table found_now (row jsonb)",
            "create temp table not_judged_now (row jsonb)",
            "grant insert on pg_temp.found_now, pg_temp.not_judged_now to rule_reader",
            "create temp table verdict_now (" + VERDICT + ")",
            "create temp table known_before (id uuid, state text, actual_before numeric, limit_before numeric, evidence_before jsonb, "
                    + VERDICT + ", step text)");

    /** So many leave more behind than cutting the file off costs. */
    private static final int MANY = 5_000;

    private OnTheWay() {}

    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select to_regclass('pg_temp.known_before') is null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return;
                }
            }
            for (var table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /**
     * Before the transaction is committed; what it put there goes by itself when it is taken back.
     *
     * @param rows that the table has
     */
    static void empty(Connection connection, String table, int rows) throws SQLException {
        if (rows > 0) {
            try (var statement = connection.createStatement()) {
                statement.execute((rows < MANY ? "delete from pg_temp." : "truncate pg_temp.") + table);
            }
        }
    }
}
