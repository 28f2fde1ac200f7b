package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.terminal.Fleet;

/**
 * The server and PostgreSQL are killed in turn, each so many times, while terminals report, repeat themselves, overtake
 * themselves and reconnect. Afterwards whatever was acknowledged to them must be stored, once each.
 */
final class KillBench implements Bench.Measurement {

    private static final int KILLS =
            Integer.parseInt(TelemetryBench.named("BENCH_KILLS").orElse("100"));
    private static final int TERMINALS = 200;
    private static final int PER_SECOND_OF_EACH = 10;
    private static final int ACKNOWLEDGED_BETWEEN = 500;
    private static final int MOST_MILLIS_MORE = 1_500;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final Shares SHARES = new Shares(0.01, 0.05, 0.05, 0.05, 0.002);
    private static final Path FOLDER = House.WORLDS.resolve("kill").toAbsolutePath();

    private final SplittableRandom random = new SplittableRandom();
    private final Statistics statistics = new Statistics();

    @Override
    public void run(Report report) throws Exception {
        var file = FOLDER.resolve("journal.tsv");
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(file);
        try (var postgres = Postgres.on(FOLDER)) {
            var port = ServerProcess.freePort();
            var server = server(postgres, port);
            try (var connection = postgres.connect()) {
                TerminalWorld.plant(connection, TERMINALS);
                connection
                        .createStatement()
                        .execute(
                                "truncate telemetry.position, telemetry.arrival, telemetry.due, telemetry.fact, telemetry.timeline, telemetry.checkpoint");
            }
            var journal = Journal.in(file);
            var fleet = fleet(server, journal);
            fleet.start(TerminalWorld.devices(TERMINALS), TerminalWorld.tracks());
            for (var kill = 0; kill < KILLS; kill++) {
                underLoad();
                server.kill();
                server = server(postgres, port);
                underLoad();
                postgres.killAndRestart();
                if (kill % 10 == 9) {
                    System.err.println(
                            (kill + 1) + " kills of each, " + statistics.acknowledged.sum() + " acknowledged");
                }
            }
            underLoad();
            var quiet = fleet.stop(60_000);
            journal.close();
            try (var connection = postgres.connect()) {
                new FactsCheck(connection).report(report);
            }
            server.close();
            report.line("kills", KILLS + " of the server, " + KILLS + " of PostgreSQL");
            report.line("reconnects", statistics.reconnects.sum());
            report.line("everything_told_was_acknowledged_in_the_end", quiet);
            new JournalCheck(postgres, file).report(report);
        }
    }

    private ServerProcess server(Postgres postgres, int port) throws IOException, InterruptedException {
        return ServerProcess.start(
                FOLDER.resolve("server.log"),
                port,
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"),
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=postgres",
                "--yiti.data-folder=" + FOLDER.resolve("data"));
    }

    /** Ten days ago, ten times as fast as the clock. */
    private Fleet fleet(ServerProcess server, Journal journal) {
        var from = System.currentTimeMillis() / 1000 - 10 * 86_400;
        var begun = System.nanoTime();
        return new Fleet(
                server.gateway(),
                new Fleet.Behaviour(random.nextLong(), SHARES, from, 1, 30, 1, 32, 64),
                new Fleet.Surroundings(
                        TerminalWorld.codes(TerminalWorld.devices(TERMINALS)),
                        journal,
                        statistics,
                        () -> from + (long) ((System.nanoTime() - begun) / 1e9 * PER_SECOND_OF_EACH),
                        (device, result) -> {}));
    }

    /** Until some were acknowledged again, and a moment more. */
    private void underLoad() throws InterruptedException {
        var from = statistics.acknowledged.sum();
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (statistics.acknowledged.sum() < from + ACKNOWLEDGED_BETWEEN) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Nothing is acknowledged any more");
            }
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(MOST_MILLIS_MORE));
    }
}
