package org.yiti.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.yiti.proof.bundle.BundleWriter;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.entry.Fingerprint;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.Tree;
import org.yiti.proof.verify.Verify;

/** The audit log by itself, without a database: growing both trees, proving one entry, checking an export whole. */
final class ProofBench implements Bench.Measurement {

    private static final int BATCH = 10_000;
    private static final int PROOFS = 2_000;
    private static final double SECONDS_GOAL = 60;
    private static final double LATENCY_GOAL = 5;
    private static final double RATE_GOAL = 50_000;
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Fingerprint SOME = Fingerprint.of(Hashing.SM3, new byte[0]);

    private final long leaves = Long.parseLong(System.getenv().getOrDefault("BENCH_LEAVES", "10000000"));

    @Override
    public void run(Report report) throws Exception {
        Files.createDirectories(House.WORLDS);
        var folder = Files.createTempDirectory(House.WORLDS, "proof");
        try {
            report.figure("leaves", leaves, "");
            var tiles = new LevelFiles(folder);
            var frontier = grow(tiles, report);
            prove(new Tree(Hashing.BOTH, tiles, leaves), frontier, report);
            check(tiles, frontier, folder, report);
        } finally {
            remove(folder);
        }
    }

    /** Making the entries is counted apart: in the server their content comes from elsewhere. */
    private Frontier grow(LevelFiles tiles, Report report) {
        var frontier = Frontier.empty(Hashing.BOTH);
        var nanos = 0L;
        while (frontier.size() < leaves) {
            var entries = entries(frontier.size(), (int) Math.min(BATCH, leaves - frontier.size()));
            var begun = System.nanoTime();
            var hashes = new ArrayList<Hash>(entries.size());
            entries.forEach(entry -> hashes.add(Hashing.BOTH.leaf(entry)));
            var growth = frontier.grow(hashes);
            tiles.add(growth.strips());
            frontier = growth.frontier();
            nanos += System.nanoTime() - begun;
        }
        var rate = leaves / (nanos / 1e9);
        report.goal("append", rate, "leaves/s, both trees, one thread", "≥ 50,000/s", rate >= RATE_GOAL);
        return frontier;
    }

    private void prove(Tree tree, Frontier frontier, Report report) {
        var random = new Random(1);
        var milliseconds = new double[PROOFS];
        var root = frontier.root();
        for (var i = 0; i < PROOFS; i++) {
            var index = (long) (random.nextDouble() * leaves);
            var begun = System.nanoTime();
            var proof = tree.inclusion(index, leaves);
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            proof.check(Hashing.BOTH, Hashing.BOTH.leaf(entry(index)), root);
        }
        var p99 = Report.percentile(milliseconds, 0.99);
        report.figure("inclusion.p50", Report.percentile(milliseconds, 0.5), "ms");
        report.goal("inclusion.p99", p99, "ms", "< 5 ms", p99 < LATENCY_GOAL);
    }

    private void check(LevelFiles tiles, Frontier frontier, Path folder, Report report) throws IOException {
        var key = SigningKey.generate("bench.example/audit", Scheme.SM2, new SecureRandom());
        var head = SignedCheckpoint.sign(Checkpoint.of(key.verifier().name(), frontier), DAY, List.of(key));
        var bundle = folder.resolve("bundle");
        var begun = System.nanoTime();
        try (var to = ShelfWriter.folder(bundle)) {
            new BundleWriter(head, tiles, this::entries).write(to);
        }
        report.figure("export", (System.nanoTime() - begun) / 1e9, "s");
        begun = System.nanoTime();
        var said = new ByteArrayOutputStream();
        var exit = new Verify(new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH)
                .run(bundle.toString(), "--key", key.verifier().toString());
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        report.goal("check", seconds, "s, the whole export", "< 60 s for 10 M", seconds < SECONDS_GOAL);
    }

    private List<byte[]> entries(long from, int count) {
        var entries = new ArrayList<byte[]>(count);
        for (var i = 0; i < count; i++) {
            entries.add(entry(from + i));
        }
        return entries;
    }

    private static byte[] entry(long index) {
        return new AuditEntry(
                        index + 1,
                        DAY.plusMillis(index),
                        "account/" + index % 5_000,
                        null,
                        "fleet.dispatch",
                        "fleet.vehicle/" + index % 100_000,
                        SOME,
                        SOME,
                        "r-" + index,
                        "done",
                        Map.of())
                .bytes();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
