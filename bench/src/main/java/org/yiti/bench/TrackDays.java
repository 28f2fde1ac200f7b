package org.yiti.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/** One vehicle's day out of as many positions as the disk holds, laid as they come: by time, all vehicles among each other. */
final class TrackDays {

    private static final long ROWS =
            Long.parseLong(TelemetryBench.named("BENCH_POSITIONS").orElse("200000000"));
    /** Of a row, its part of the key and of the log while it is written. */
    private static final long BYTES_A_ROW = 225;

    private static final int A_DAY = 2_880;
    private static final int DAYS = 30;
    private static final int SECONDS_BETWEEN = 30;
    private static final int TIMES = 200;
    private static final double GOAL = 50;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final String DAY = """
            select at, lat, lon, speed, direction, status, fuel from telemetry.position
             where terminal = ? and at >= ? and at < ? order by at
            """;

    private final Path folder;
    private final Postgres postgres;

    TrackDays(Path folder, Postgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    void measure(Report report) throws Exception {
        var vehicles = (int) Math.max(10, ROWS / (A_DAY * DAYS));
        try (var server = TelemetryBench.server(folder, postgres, java.util.List.of("-Xmx512m"));
                var connection = postgres.connect()) {
            if (rows(connection) < ROWS * 0.99 || rows(connection) > ROWS * 1.01) {
                load(report, connection, vehicles);
            }
            report.figure("track_table_rows", rows(connection), "");
            report.figure("track_table_gb", bytes(connection) / 1e9, "GB");
            ask(report, connection, vehicles);
        }
    }

    private static double rows(Connection connection) throws SQLException {
        return number(connection, "select coalesce(sum(reltuples), 0) from pg_class where relname = 'position_202606'");
    }

    private static double bytes(Connection connection) throws SQLException {
        return number(connection, "select pg_total_relation_size('telemetry.position_202606')");
    }

    private static double number(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** Straight into the month, key and all, as positions come: what fills the index is laid as it would be. */
    private void load(Report report, Connection connection, int vehicles) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists telemetry.position_202606");
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < ROWS * BYTES_A_ROW) {
                throw new IllegalStateException("%,d positions need %,d GB and %,d are free: BENCH_POSITIONS=%d"
                        .formatted(ROWS, ROWS * BYTES_A_ROW >> 30, free >> 30, free / BYTES_A_ROW / 2));
            }
            statement.execute("select telemetry.make_month('2026-06-01')");
            var begun = System.nanoTime();
            var copied = connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy telemetry.position_202606 (terminal, speed, direction, at, digest, lat, lon, alarm, status,"
                                    + " odometer, altitude, fuel, received_at, extras) from stdin (format binary)",
                            new InventedPositions(vehicles, A_DAY * DAYS, SECONDS_BETWEEN, start().getEpochSecond()),
                            1 << 16);
            report.figure("track_table_loaded_rows_per_second", copied / ((System.nanoTime() - begun) / 1e9), "");
            statement.execute("vacuum (analyze) telemetry.position_202606");
        }
    }

    private static Instant start() {
        return FIRST.atStartOfDay(CHINA).toInstant();
    }

    private static void ask(Report report, Connection connection, int vehicles) throws SQLException {
        var random = new SplittableRandom(4);
        var millis = new double[TIMES];
        var rows = 0L;
        try (var day = connection.prepareStatement(DAY)) {
            for (var i = 0; i < TIMES; i++) {
                var date = FIRST.plusDays(random.nextInt(DAYS));
                day.setInt(1, random.nextInt(vehicles));
                day.setObject(2, date.atStartOfDay(CHINA).toOffsetDateTime());
                day.setObject(3, date.plusDays(1).atStartOfDay(CHINA).toOffsetDateTime());
                var begun = System.nanoTime();
                try (var found = day.executeQuery()) {
                    while (found.next()) {
                        rows++;
                    }
                }
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        report.line(
                "track_day_positions", String.format(Locale.ROOT, "%,d of %d days of random vehicles", rows, TIMES));
        report.figure("track_day_first_ms", millis[0], "ms");
        report.figure("track_day_p50_ms", Report.percentile(millis, 0.5), "ms");
        report.figure("track_day_p99_ms", Report.percentile(millis, 0.99), "ms");
        var p95 = Report.percentile(millis, 0.95);
        report.goal("track_day_p95_ms", p95, "ms", "< 50 ms", p95 < GOAL);
    }
}
