package org.yiti.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Location;

/**
 * From the acknowledgement of the position that makes a fact until the finding it leads to stands in the ledger of findings:
 * the fold, the event, the judging of every rule that watches facts. A car after another drives faster than any road allows.
 */
final class FactToFindingBench implements Bench.Measurement {

    private static final int CARS =
            Integer.parseInt(TelemetryBench.named("BENCH_CARS").orElse("60"));
    private static final int WARM_UP = 5;
    private static final double GOAL = 2_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final int SECONDS_BETWEEN = 10;
    private static final int KMH = 150;
    private static final double DEGREES_A_SECOND = KMH / 3.6 / 111_195;
    private static final Path FOLDER = House.WORLDS.resolve("fact-to-finding").toAbsolutePath();
    private static final String FACT = """
            select 1 from telemetry.fact f join telemetry.terminal t on t.number = f.terminal
             where t.phone = ? and f.kind = 'vehicle.over-speed' and f.settled and f.started_at >= ?
            """;
    private static final String FINDING = """
            select 1 from supervision.finding f join fleet.vehicle v on v.id = f.subject_id
              join telemetry.terminal t on t.plate = v.plate
             where t.phone = ? and f.rule_id = 'fleet.over-speed' and f.episode >= to_char(?::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
            """;

    @Override
    public void run(Report report) throws Exception {
        try (var postgres = Postgres.on(FOLDER);
                var server = TelemetryBench.server(FOLDER, postgres, List.of("-Xmx1g"), 2);
                var connection = postgres.connect()) {
            TerminalWorld.plant(connection, CARS + WARM_UP);
            TerminalWorld.fit(connection);
            connection
                    .createStatement()
                    .execute(
                            "truncate telemetry.position, telemetry.fact, telemetry.checkpoint, telemetry.timeline, telemetry.due");
            connection.createStatement().execute("delete from supervision.finding where rule_id = 'fleet.over-speed'");
            measure(report, server, connection);
        }
    }

    private static void measure(Report report, ServerProcess server, Connection connection) throws Exception {
        var facts = new double[CARS];
        var findings = new double[CARS];
        var devices = TerminalWorld.devices(CARS + WARM_UP);
        for (var i = 0; i < devices.size(); i++) {
            var phone = devices.get(i).phone();
            var from = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).minusMinutes(30);
            var spoken = drive(server, phone, from);
            var known = await(connection, FACT, phone, from);
            var found = await(connection, FINDING, phone, from);
            if (i >= WARM_UP) {
                facts[i - WARM_UP] = (known - spoken) / 1e6;
                findings[i - WARM_UP] = (found - spoken) / 1e6;
            }
        }
        report.figure("position_to_fact_ms_p50", Report.percentile(facts, 0.5), "ms");
        report.figure("position_to_fact_ms_p99", Report.percentile(facts, 0.99), "ms");
        report.figure("fact_to_finding_ms_p50", Report.percentile(findings, 0.5), "ms");
        var p99 = Report.percentile(findings, 0.99);
        report.goal("fact_to_finding_ms_p99", p99, "ms", "< 2,000 ms", p99 < GOAL);
    }

    /** @return when the position was acknowledged that ends what was too fast */
    private static long drive(ServerProcess server, String phone, LocalDateTime from) throws Exception {
        try (var line = new SpokenTo(server.gateway(), phone, TerminalWorld.code(phone))) {
            for (var n = 0; n <= 12; n++) {
                line.say(Location.KIND, at(from.plusSeconds((long) n * SECONDS_BETWEEN), n, n < 10 ? KMH : 60));
                if (n == 10) {
                    return System.nanoTime();
                }
            }
        }
        throw new IllegalStateException();
    }

    private static Location at(LocalDateTime moment, int n, int kmh) {
        var north = 30.28
                + Math.min(n, 9) * SECONDS_BETWEEN * DEGREES_A_SECOND
                + Math.max(0, n - 9) * 60 / 3.6 / 111_195 * SECONDS_BETWEEN;
        return new Location(
                0,
                3,
                (int) Math.round(north * 1e6),
                120_150_000,
                20,
                kmh * 10,
                0,
                BcdTime.of(moment),
                List.of(),
                Bytes.NONE);
    }

    private static long await(Connection connection, String question, String phone, LocalDateTime from)
            throws Exception {
        var until = System.nanoTime() + PATIENCE_NANOS;
        try (var asked = connection.prepareStatement(question)) {
            asked.setString(1, phone);
            asked.setObject(
                    2, from.minusMinutes(1).atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime());
            while (!isThere(asked)) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("Nothing is known of " + phone + " after a minute");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
        return System.nanoTime();
    }

    private static boolean isThere(PreparedStatement asked) throws SQLException {
        try (var rows = asked.executeQuery()) {
            return rows.next();
        }
    }
}
