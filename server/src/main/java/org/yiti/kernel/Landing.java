package org.yiti.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/**
 * Brings rows by {@code COPY} into a table whose policies are forced. PostgreSQL refuses that to whom they hold ("COPY FROM
 * not supported with row-level security"), so they land in a table of the session first and go on from there by one
 * {@code insert}, which asks the policies. Whoever they do not hold, as the house in the embedded database, writes where the
 * rows belong at once; rows that may stand there already, as long as none of them does. Part of the transaction under way:
 * call it within one.
 */
public final class Landing {

    /** Above it a table is cheaper to empty as a whole, which PostgreSQL notes in its catalogue, than row by row. */
    private static final int MANY = 1000;

    private static final int BUFFER = 1 << 16;

    /** Whoever tells one thing twice is likely to do so again soon: lots that do not try to go straight, at most. */
    private static final int MOST_WARY = 256;

    private static final Set<String> MET_ANOTHER = Set.of("23505", "40P01"); // unique_violation, deadlock_detected

    private final String make;
    private final String copy;
    private final String straight;
    private final String move;
    private final String held;
    private final String place;
    private final boolean onlyNew;
    private final AtomicInteger wary = new AtomicInteger();
    private volatile int caution = 1;

    /**
     * @param table schema.table
     * @param columns as they come in each row, parted by commas
     */
    public Landing(String table, String columns) {
        this(table, columns, "text", "");
    }

    /** For rows in the binary form of {@code COPY}. */
    public static Landing ofBytes(String table, String columns) {
        return new Landing(table, columns, "binary", "");
    }

    /** For rows in the binary form of {@code COPY}; those that stand there already are left as they are. */
    public static Landing ofNewBytes(String table, String columns) {
        return new Landing(table, columns, "binary", " on conflict do nothing");
    }

    private Landing(String table, String columns, String format, String otherwise) {
        place = "pg_temp.landed_" + table.replace('.', '_');
        make = "create temporary table if not exists landed_" + table.replace('.', '_')
                + " on commit delete rows as select " + columns + " from " + table + " with no data";
        copy = "copy " + place + " (" + columns + ") from stdin (format " + format + ")";
        straight = "copy " + table + " (" + columns + ") from stdin (format " + format + ")";
        held = "select row_security_active('" + table + "')";
        onlyNew = !otherwise.isEmpty();
        move = "insert into " + table + " (" + columns + ") select " + columns + " from " + place + otherwise;
    }

    /**
     * @param rows in the form of {@code COPY} that was said; text in UTF-8; for a landing of new rows such as can be read
     *     twice ({@link InputStream#reset})
     */
    public void land(Connection connection, InputStream rows) throws SQLException, IOException {
        var driver = connection.unwrap(PGConnection.class);
        if (isHeld(connection)) {
            byWay(connection, driver, rows);
        } else if (!onlyNew) {
            driver.getCopyAPI().copyIn(straight, rows, BUFFER);
        } else if (wary.getAndUpdate(left -> Math.max(0, left - 1)) > 0 || !wentStraight(connection, driver, rows)) {
            byWay(connection, driver, rows);
        }
    }

    private boolean isHeld(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(held)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void byWay(Connection connection, PGConnection driver, InputStream rows) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(make);
            var count = driver.getCopyAPI().copyIn(copy, rows, BUFFER);
            statement.execute(move);
            statement.execute((count > MANY ? "truncate " : "delete from ") + place);
        }
    }

    /** Half the work, but all or nothing: one row that stands there already, and none is written. */
    private boolean wentStraight(Connection connection, PGConnection driver, InputStream rows)
            throws SQLException, IOException {
        var before = connection.setSavepoint();
        try {
            driver.getCopyAPI().copyIn(straight, rows, BUFFER);
        } catch (SQLException met) {
            if (!MET_ANOTHER.contains(met.getSQLState())) {
                throw met;
            }
            connection.rollback(before);
            rows.reset();
            caution = Math.min(MOST_WARY, 2 * caution);
            wary.set(caution);
            return false;
        }
        connection.releaseSavepoint(before);
        caution = 1;
        return true;
    }
}
