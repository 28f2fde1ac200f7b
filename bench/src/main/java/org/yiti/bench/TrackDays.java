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

/**
 * One vehicle's day out of as many positions as the disk holds. The month of some vehicles is laid as positions come, by
 * time and among each other, asked for, and packed as the house packs days that are old enough; the packed days are then
 * laid again under the numbers of other vehicles until there are enough, and asked for.
 */
final class TrackDays {

    private static final long ROWS =
            Long.parseLong(TelemetryBench.named("BENCH_POSITIONS").orElse("200000000"));
    /** Of a packed row and of the log while it is written. */
    private static final long BYTES_A_ROW = 60;

    private static final int LAID = 24;
    private static final int COPIES_AT_ONCE = 50;
    private static final int A_DAY = 2_880;
    private static final int DAYS = 30;
    private static final int SECONDS_BETWEEN = 30;
    private static final int TIMES = 200;
    private static final double GOAL = 50;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final String DAY = """
            select at, lat, lon, speed, direction, status, fuel from telemetry.told(?, ?, ?) order by at, place
            """;
    private static final String AGAIN = """
            insert into telemetry.packed
            select p.terminal + %d * k, p.day, p.count, p.south, p.north, p.west, p.east, p.at, p.lat, p.lon, p.speed, p.direction, p.alarm, p.status,
                   p.altitude, p.odometer, p.fuel, p.received, p.extras, p.digest
              from telemetry.packed p cross join generate_series(%d, %d) k
             where p.terminal < %d
            """;

    private final Path folder;
    private final Postgres postgres;

    TrackDays(Path folder, Postgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    void measure(Report report) throws Exception {
        var copies = (int) Math.max(1, ROWS / ((long) A_DAY * DAYS * LAID) + 1);
        try (var server = TelemetryBench.server(folder, postgres, java.util.List.of("-Xmx512m"));
                var connection = postgres.connect()) {
            if (rows(connection) < ROWS) {
                load(report, connection, copies);
            }
            report.figure("track_table_rows", rows(connection), "");
            report.figure(
                    "track_table_gb",
                    number(connection, "select pg_total_relation_size('telemetry.packed')") / 1e9,
                    "GB");
            report.figure(
                    "track_table_bytes_a_row",
                    number(connection, "select pg_total_relation_size('telemetry.packed')") / rows(connection),
                    "");
            ask(report, connection, "", LAID * copies);
        }
    }

    private static double rows(Connection connection) throws SQLException {
        return number(connection, "select coalesce(sum(count), 0) from telemetry.packed");
    }

    private static double number(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void load(Report report, Connection connection, int copies) throws Exception {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < ROWS * BYTES_A_ROW) {
            throw new IllegalStateException("%,d positions need %,d GB and %,d are free: BENCH_POSITIONS=%d"
                    .formatted(ROWS, ROWS * BYTES_A_ROW >> 30, free >> 30, free / BYTES_A_ROW / 2));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists telemetry.position_202606");
            statement.execute("truncate telemetry.packed");
            statement.execute("select telemetry.make_month('2026-06-01')");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy telemetry.position_202606 (terminal, speed, direction, at, digest, lat, lon, alarm, status,"
                                    + " odometer, altitude, fuel, received_at, extras) from stdin (format binary)",
                            new InventedPositions(LAID, A_DAY * DAYS, SECONDS_BETWEEN, start().getEpochSecond()),
                            1 << 16);
            statement.execute("vacuum (analyze) telemetry.position_202606");
            report.figure(
                    "open_bytes_a_row",
                    number(connection, "select pg_total_relation_size('telemetry.position_202606')")
                            / ((double) LAID * A_DAY * DAYS),
                    "");
            ask(report, connection, "open_", LAID);
            pack(report, connection);
            for (var from = 1; from < copies; from += COPIES_AT_ONCE) {
                statement.execute(AGAIN.formatted(LAID, from, Math.min(copies - 1, from + COPIES_AT_ONCE - 1), LAID));
            }
            statement.execute("drop table telemetry.position_202606");
            statement.execute("vacuum (analyze) telemetry.packed");
        }
    }

    private static void pack(Report report, Connection connection) throws SQLException {
        var begun = System.nanoTime();
        var packed = number(connection, """
                select sum(telemetry.pack(v, d::date)) from generate_series(0, %d) v, generate_series('2026-06-01'::timestamp, '2026-06-30', '1 day') d
                """.formatted(LAID - 1));
        report.figure("packed_rows_per_second", packed / ((System.nanoTime() - begun) / 1e9), "");
    }

    private static Instant start() {
        return FIRST.atStartOfDay(CHINA).toInstant();
    }

    private static void ask(Report report, Connection connection, String which, int vehicles) throws SQLException {
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
                which + "track_day_positions",
                String.format(Locale.ROOT, "%,d of %d days of random vehicles", rows, TIMES));
        report.figure(which + "track_day_first_ms", millis[0], "ms");
        report.figure(which + "track_day_ms", Report.percentile(millis, 0.5), "ms");
        report.figure(which + "track_day_p99_ms", Report.percentile(millis, 0.99), "ms");
        var p95 = Report.percentile(millis, 0.95);
        report.goal(which + "track_day_p95_ms", p95, "ms", "< 50 ms", p95 < GOAL);
    }
}
