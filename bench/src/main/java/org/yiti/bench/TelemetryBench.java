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
import java.util.function.LongSupplier;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.terminal.Fleet;

/** Terminals over TCP, from the first byte to the acknowledgement: this process tells, another one is the house. */
final class TelemetryBench implements Bench.Measurement {

    private static final int TERMINALS = 1_000;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = Integer.parseInt(named("BENCH_SECONDS").orElse("30"));
    /** Threads that make facts of positions beside; 0 where another server does. */
    private static final String FACTS = named("BENCH_FACTS").orElse("0");

    private static final double GOAL = 18_500;
    private static final int TOGETHER = 10;
    private static final Path FOLDER = House.WORLDS.resolve("telemetry").toAbsolutePath();

    static Optional<String> named(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public void run(Report report) throws Exception {
        var parts = Set.of(
                named("BENCH_TELEMETRY").orElse("positions connections day").split(" "));
        try (var postgres = Postgres.on(FOLDER)) {
            report.line("postgresql", version(postgres));
            report.line("threads_that_make_facts", FACTS);
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
        return server(folder, postgres, options, Integer.parseInt(FACTS));
    }

    /** @param facts threads that make facts of positions */
    static ServerProcess server(Path folder, Postgres postgres, List<String> options, int facts)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(options);
        named("BENCH_SERVER_OPTIONS").ifPresent(more -> all.addAll(List.of(more.split(" "))));
        return ServerProcess.start(
                folder.resolve("server.log"),
                ServerProcess.freePort(),
                all,
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=postgres",
                "--yiti.data-folder=" + folder.resolve("data"),
                "--yiti.telemetry.facts.threads=" + facts);
    }

    private void positions(Report report, Postgres postgres) throws Exception {
        try (var server = server(FOLDER, postgres, List.of("-Xmx1g"));
                var connection = postgres.connect()) {
            TerminalWorld.plant(connection, TERMINALS);
            connection.createStatement().execute("truncate telemetry.position, telemetry.arrival");
            var house = new House808(server, postgres);
            var rate = atFull(report, house, "positions_acknowledged_per_second", 1, 20);
            var together = atFull(
                    report, house, "in_messages_of_" + TOGETHER + ".positions_acknowledged_per_second", TOGETHER, 20);
            copied(report, connection, rate, together);
            atPart(report, server, rate / 2);
            report.figure("memory_resident_mb", server.resident() / 1048576.0, "MB");
        }
    }

    private record House808(ServerProcess server, Postgres postgres) {}

    /** Every terminal tells as long as no more than its window waits for acknowledgement. */
    private static double atFull(Report report, House808 house, String name, int batch, int window) throws Exception {
        var statistics = new Statistics();
        var from = System.currentTimeMillis() / 1000 - (20 - batch) * 86_400;
        var fleet = fleet(house.server(), statistics, new Pace(from, batch, window, () -> Long.MAX_VALUE));
        fleet.start(TerminalWorld.devices(TERMINALS), TerminalWorld.tracks());
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        statistics.latencies();
        var cpu = new double[] {house.server().cpuSeconds(), house.postgres().cpuSeconds(), cpuSeconds()};
        var told = statistics.acknowledged.sum();
        var begun = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        var positions = (double) statistics.acknowledged.sum() - told;
        var rate = positions / ((System.nanoTime() - begun) / 1e9);
        var latencies = statistics.latencies();
        report.goal(name, rate, "", "≥ 18,500", rate >= GOAL);
        report.line(
                name.replace("positions_acknowledged_per_second", "at_full"),
                String.format(
                        Locale.ROOT,
                        "acknowledged after p50 %.0f, p99 %.0f ms; CPU of a position: server %.1f, PostgreSQL %.1f, load %.1f µs; server %.0f MB",
                        latencies.getValueAtPercentile(50) / 1e3,
                        latencies.getValueAtPercentile(99) / 1e3,
                        (house.server().cpuSeconds() - cpu[0]) / positions * 1e6,
                        (house.postgres().cpuSeconds() - cpu[1]) / positions * 1e6,
                        (cpuSeconds() - cpu[2]) / positions * 1e6,
                        house.server().resident() / 1048576.0));
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
        var pace = new Pace(from, 1, 1000, () -> from + (long) ((System.nanoTime() - begun) / 1e9 * rate / TERMINALS));
        var fleet = fleet(server, statistics, pace);
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

    private record Pace(long from, int batch, int window, LongSupplier now) {}

    private static Fleet fleet(ServerProcess server, Statistics statistics, Pace pace) {
        return new Fleet(
                server.gateway(),
                new Fleet.Behaviour(4, Shares.NONE, pace.from(), 1, 0, pace.batch(), pace.window(), 64),
                new Fleet.Surroundings(
                        TerminalWorld.codes(TerminalWorld.devices(TERMINALS)),
                        Journal.NONE,
                        statistics,
                        pace.now(),
                        (device, result) -> {
                            throw new IllegalStateException(device + " was refused: " + result);
                        }));
    }

    /** The same rows once more, by one COPY into a table of the same columns and key. */
    private static void copied(Report report, Connection connection, double alone, double together) throws Exception {
        var raw = new RawCopy(connection);
        var keyed = raw.rowsPerSecond("including all");
        report.figure("raw_copy_rows_per_second", keyed, "");
        report.figure("raw_copy_rows_per_second_without_key", raw.rowsPerSecond(""), "");
        report.goal("positions_over_raw_copy", alone / keyed, "", "≥ 0.5", alone / keyed >= 0.5);
        report.goal(
                "in_messages_of_" + TOGETHER + ".positions_over_raw_copy",
                together / keyed,
                "",
                "≥ 0.5",
                together / keyed >= 0.5);
    }
}
