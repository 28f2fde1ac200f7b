package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.terminal.Fleet;

/** Memory of terminals that are connected, authenticated, and report once a minute. */
final class HeldConnections {

    private static final int[] STEPS = Stream.of(
                    TelemetryBench.named("BENCH_HELD").orElse("1000 5000 18000").split(" "))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int INTERVAL_SECONDS = 60;
    private static final int SETTLE_SECONDS = 70;
    private static final int MOST_WANTED = 100_000;
    private static final double MOST_BYTES = 1.5e9;
    private static final Pattern USED = Pattern.compile("(?:used|total \\d+K, used) (\\d+)K");

    /**
     * @param heap bytes alive after a collection
     * @param resident bytes of the process
     * @param kernel bytes of the buffers of all sockets of the machine
     */
    private record Memory(long heap, long resident, long kernel) {}

    private final Path folder;
    private final Postgres postgres;

    HeldConnections(Path folder, Postgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    void measure(Report report) throws Exception {
        // What is free is given back, so that what the process holds follows what is alive.
        var options = List.of("-Xmx2g", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10");
        try (var server = TelemetryBench.server(folder, postgres, options)) {
            try (var connection = postgres.connect()) {
                TerminalWorld.plant(connection, STEPS[STEPS.length - 1]);
            }
            var before = memory(server);
            report.line("held.0", words(before));
            var first = hold(report, server, STEPS[0], before);
            var last = first;
            for (var i = 1; i < STEPS.length; i++) {
                last = hold(report, server, STEPS[i], before);
            }
            line(report, first, last);
        }
    }

    /** What the first connections cost once, in classes and pools, is no part of the line. */
    private static void line(Report report, Memory first, Memory last) {
        var from = STEPS[0];
        var to = STEPS[STEPS.length - 1];
        var each = (last.resident() - first.resident()) / Math.max(1.0, to - from);
        report.figure("held.resident_bytes_of_one_more", each, "B");
        report.figure("held.heap_bytes_of_one_more", (last.heap() - first.heap()) / Math.max(1.0, to - from), "B");
        var all = last.resident() + (MOST_WANTED - to) * each;
        report.goal("held.100000_by_that_line", all / 1e9, "GB", "≤ 1.5 GB", all <= MOST_BYTES);
    }

    private static Memory hold(Report report, ServerProcess server, int count, Memory before) throws Exception {
        var statistics = new Statistics();
        var from = System.currentTimeMillis() / 1000;
        var devices = TerminalWorld.devices(count);
        var fleet = new Fleet(
                server.gateway(),
                new Fleet.Behaviour(4, Shares.NONE, from, INTERVAL_SECONDS, 0, 1, 32, 32),
                new Fleet.Surroundings(
                        TerminalWorld.codes(devices),
                        Journal.NONE,
                        statistics,
                        () -> System.currentTimeMillis() / 1000,
                        (device, result) -> {}));
        var begun = System.nanoTime();
        fleet.start(devices, TerminalWorld.tracks());
        while (statistics.connected.sum() < count) {
            if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(10)) {
                throw new IllegalStateException(statistics.connected.sum() + " connected of " + count);
            }
            Thread.sleep(50);
        }
        report.figure("held." + count + ".authenticated_per_second", count / ((System.nanoTime() - begun) / 1e9), "");
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        var now = memory(server);
        report.line("held." + count, words(now) + ", " + statistics.connected.sum() + " connected");
        var heap = (now.heap() - before.heap()) / (double) count;
        var resident = (now.resident() - before.resident()) / (double) count;
        report.figure("held." + count + ".connections_held", statistics.connected.sum(), "");
        report.figure("held." + count + ".heap_bytes_per_connection", heap, "B");
        report.figure("held." + count + ".resident_bytes_per_connection", resident, "B");
        report.figure(
                "held." + count + ".kernel_bytes_per_connection",
                (now.kernel() - before.kernel()) / (double) count,
                "B");
        fleet.stop(10_000);
        return now;
    }

    private static Memory memory(ServerProcess server) throws IOException, InterruptedException {
        for (var i = 0; i < 3; i++) {
            server.ask("GC.run");
            Thread.sleep(500);
        }
        var used = USED.matcher(server.ask("GC.heap_info"));
        var heap = used.find() ? Long.parseLong(used.group(1)) * 1024 : 0;
        return new Memory(heap, server.resident(), kernel());
    }

    /** Pages of TCP buffers, of both ends where both are on this machine. */
    private static long kernel() throws IOException {
        return java.nio.file.Files.readAllLines(Path.of("/proc/net/sockstat")).stream()
                .filter(line -> line.startsWith("TCP:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".* mem (\\d+).*", "$1")) * 4096)
                .findFirst()
                .orElse(0);
    }

    private static String words(Memory memory) {
        return String.format(
                Locale.ROOT,
                "heap %.1f MB, resident %.1f MB, socket buffers %.1f MB",
                memory.heap() / 1048576.0,
                memory.resident() / 1048576.0,
                memory.kernel() / 1048576.0);
    }
}
