package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.terminal.Fleet;

/** Terminals over TCP, from the first byte to the acknowledgement: this process tells, another one is the house. */
final class TelemetryBench implements Bench.Measurement {

    private static final int TERMINALS = 1_000;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = Integer.parseInt(named("BENCH_SECONDS").orElse("30"));
    private static final double GOAL = 18_500;
    private static final Path FOLDER = House.WORLDS.resolve("telemetry").toAbsolutePath();

    static Optional<String> named(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public void run(Report report) throws Exception {
        var parts = Set.of(
                named("BENCH_TELEMETRY").orElse("positions connections day").split(" "));
        try (var postgres = Postgres.on(FOLDER)) {
            report.line("postgresql", postgres.url().isEmpty() ? "" : version(postgres));
            if (parts.contains("positions")) {
                positions(report, postgres);
            }
            if (parts.contains("connections")) {
                new HeldConnections(FOLDER, postgres).measure(report);
            }
            if (parts.contains("day")) {
                new TrackDays(FOLDER, postgres).measure(report);
            }
        }
    }

    private static String version(Postgres postgres) throws Exception {
        try (var connection = postgres.connect();
                var row = connection.createStatement().executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    static ServerProcess server(Path folder, Postgres postgres, List<String> options)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(options);
        named("BENCH_SERVER_OPTIONS").ifPresent(more -> all.addAll(List.of(more.split(" "))));
        return ServerProcess.start(
                folder.resolve("server.log"),
                ServerProcess.freePort(),
                all,
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=postgres",
                "--yiti.data-folder=" + folder.resolve("data"));
    }

    private void positions(Report report, Postgres postgres) throws Exception {
        try (var server = server(FOLDER, postgres, List.of("-Xmx1g"));
                var connection = postgres.connect()) {
            TerminalWorld.plant(connection, TERMINALS);
            connection.createStatement().execute("truncate telemetry.position, telemetry.arrival");
            var rate = atFull(report, server);
            copied(report, connection, rate);
            atPart(report, server, rate / 2);
            report.figure("memory_resident_mb", server.resident() / 1048576.0, "MB");
        }
    }

    /** Every terminal tells as long as no more than its window waits for acknowledgement. */
    private static double atFull(Report report, ServerProcess server) throws Exception {
        var statistics = new Statistics();
        var from = System.currentTimeMillis() / 1000 - 20 * 86_400;
        var window = Integer.parseInt(named("BENCH_WINDOW").orElse("20"));
        var fleet = fleet(server, statistics, from, window, () -> Long.MAX_VALUE);
        fleet.start(TerminalWorld.devices(TERMINALS), TerminalWorld.tracks());
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        statistics.latencies();
        var cpu = server.cpuSeconds();
        var mine = cpuSeconds();
        var told = statistics.acknowledged.sum();
        var begun = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        var rate = (statistics.acknowledged.sum() - told) / ((System.nanoTime() - begun) / 1e9);
        var latencies = statistics.latencies();
        report.goal("positions_acknowledged_per_second", rate, "", "≥ 18,500", rate >= GOAL);
        report.figure("acknowledge_p50_ms_at_full", latencies.getValueAtPercentile(50) / 1e3, "ms");
        report.figure("acknowledge_p99_ms_at_full", latencies.getValueAtPercentile(99) / 1e3, "ms");
        report.figure("server_cpu_us_per_position", (server.cpuSeconds() - cpu) / SECONDS / rate * 1e6, "µs");
        report.figure("load_cpu_us_per_position", (cpuSeconds() - mine) / SECONDS / rate * 1e6, "µs");
        report.figure("memory_resident_mb_at_full", server.resident() / 1048576.0, "MB");
        if (!fleet.stop(30_000)) {
            report.line("unacknowledged_at_the_end", "yes");
        }
        return rate;
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(duration -> duration.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** How long an acknowledgement takes where not everything is asked that can be. */
    private static void atPart(Report report, ServerProcess server, double rate) throws Exception {
        var statistics = new Statistics();
        var begun = System.nanoTime();
        var from = System.currentTimeMillis() / 1000 - 10 * 86_400;
        var fleet = fleet(
                server,
                statistics,
                from,
                1000,
                () -> from + (long) ((System.nanoTime() - begun) / 1e9 * rate / TERMINALS));
        fleet.start(TerminalWorld.devices(TERMINALS), TerminalWorld.tracks());
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        statistics.latencies();
        var told = statistics.acknowledged.sum();
        TimeUnit.SECONDS.sleep(SECONDS);
        var latencies = statistics.latencies();
        report.line(
                "acknowledge_ms_at_half",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f, p99 %.1f, at %,d positions a second",
                        latencies.getValueAtPercentile(50) / 1e3,
                        latencies.getValueAtPercentile(99) / 1e3,
                        (statistics.acknowledged.sum() - told) / SECONDS));
        fleet.stop(30_000);
    }

    private static Fleet fleet(
            ServerProcess server, Statistics statistics, long from, int window, java.util.function.LongSupplier now) {
        return new Fleet(
                server.gateway(),
                new Fleet.Behaviour(4, Shares.NONE, from, 1, 0, window, 64),
                new Fleet.Surroundings(
                        TerminalWorld.codes(TerminalWorld.devices(TERMINALS)),
                        Journal.NONE,
                        statistics,
                        now,
                        (device, result) -> {
                            throw new IllegalStateException(device + " was refused: " + result);
                        }));
    }

    /** The same rows once more, by one COPY into a table of the same columns and key. */
    private static void copied(Report report, Connection connection, double acknowledged) throws Exception {
        var raw = new RawCopy(connection);
        var keyed = raw.rowsPerSecond("including all");
        report.figure("raw_copy_rows_per_second", keyed, "");
        report.figure("raw_copy_rows_per_second_without_key", raw.rowsPerSecond(""), "");
        var share = acknowledged / keyed;
        report.goal("positions_over_raw_copy", share, "", "≥ 0.5", share >= 0.5);
    }
}
