package org.yiti.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Brings rows by {@code COPY} into a table whose policies are forced. PostgreSQL refuses that to all but superusers
 * ("COPY FROM not supported with row-level security"), so they land in a table of the session first and go on from there
 * by one {@code insert}, which asks the policies. Whoever they do not hold, as the account of the embedded database when the
 * house works, writes where the rows belong at once. Part of the transaction under way: call it within one.
 */
public final class Landing {

    /** Above it a table is cheaper to empty as a whole, which PostgreSQL notes in its catalogue, than row by row. */
    private static final int MANY = 1000;

    private static final int BUFFER = 1 << 16;

    private final String make;
    private final String copy;
    private final @Nullable String straight;
    private final String move;
    private final String place;

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
        straight =
                otherwise.isEmpty() ? "copy " + table + " (" + columns + ") from stdin (format " + format + ")" : null;
        move = "insert into " + table + " (" + columns + ") select " + columns + " from " + place + otherwise;
    }

    /** @param rows in the form of {@code COPY} that was said; text in UTF-8 */
    public void land(Connection connection, InputStream rows) throws SQLException, IOException {
        var driver = connection.unwrap(PGConnection.class);
        if (straight != null && "on".equals(driver.getParameterStatus("is_superuser"))) {
            driver.getCopyAPI().copyIn(straight, rows, BUFFER);
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(make);
            var count = driver.getCopyAPI().copyIn(copy, rows, BUFFER);
            statement.execute(move);
            statement.execute((count > MANY ? "truncate " : "delete from ") + place);
        }
    }
}
