package org.yiti.bench;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import org.postgresql.PGConnection;

/** How fast PostgreSQL alone takes the positions that are stored: the same rows, in binary, in one transaction. */
final class RawCopy {

    private static final int MOST = 2_000_000;
    private static final String COLUMNS =
            "terminal, speed, direction, at, digest, lat, lon, alarm, status, odometer, altitude, fuel, received_at, extras";

    private final Connection connection;

    RawCopy(Connection connection) {
        this.connection = connection;
    }

    /** @param like what the table has of that of positions besides its columns */
    double rowsPerSecond(String like) throws Exception {
        var file = Files.createTempFile("positions", ".copy");
        try (var statement = connection.createStatement()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                copy.copyOut(
                        "copy (select " + COLUMNS + " from telemetry.position order by received_at limit " + MOST
                                + ") to stdout (format binary)",
                        out);
            }
            statement.execute("drop table if exists telemetry.raw");
            statement.execute("create table telemetry.raw (like telemetry.position " + like + ")");
            statement.execute("checkpoint");
            var begun = System.nanoTime();
            long rows;
            try (var in = Files.newInputStream(file)) {
                rows = copy.copyIn("copy telemetry.raw (" + COLUMNS + ") from stdin (format binary)", in, 1 << 16);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("drop table telemetry.raw");
            return rows / seconds;
        } finally {
            Files.delete(file);
        }
    }
}
