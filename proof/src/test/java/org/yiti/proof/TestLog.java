package org.yiti.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiti.proof.bundle.BundleWriter;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.Tree;

/** A log that grows in memory, signed with Ed25519 and SM2. */
public final class TestLog {

    public static final String ORIGIN = "yiti.example/audit";
    public static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");

    public final SigningKey ed25519 = SigningKey.generate(ORIGIN, Scheme.ED25519, new SeededRandom(1));
    public final SigningKey sm2 = SigningKey.generate(ORIGIN, Scheme.SM2, new SeededRandom(2));
    public final List<byte[]> entries = new ArrayList<>();
    public final MemoryTiles tiles;
    private Frontier frontier;

    public TestLog(Hashing hashing) {
        this.tiles = new MemoryTiles(hashing);
        this.frontier = Frontier.empty(hashing);
    }

    public static TestLog of(int size) {
        var log = new TestLog(Hashing.BOTH);
        for (var seq = 1; seq <= size; seq++) {
            log.entries.add(entry(seq, "officer-" + seq % 7));
        }
        log.seal();
        return log;
    }

    /** The same log until {@code size}, and another one after it. */
    public TestLog fork(int size, int newSize) {
        var fork = new TestLog(Hashing.BOTH);
        fork.entries.addAll(entries.subList(0, size));
        for (var seq = size + 1; seq <= newSize; seq++) {
            fork.entries.add(entry(seq, "intruder"));
        }
        fork.seal();
        return fork;
    }

    public static byte[] entry(long seq, String actor) {
        return new AuditEntry(
                        seq,
                        DAY.plusSeconds(seq),
                        actor,
                        null,
                        "fleet.dispatch",
                        "fleet.vehicle/" + seq,
                        null,
                        null,
                        "request-" + seq,
                        "done",
                        Map.of())
                .bytes();
    }

    /** Takes every entry that is not yet in the tree into it, whatever is written in it. */
    public void seal() {
        var hashing = frontier.hashing();
        var fresh = entries.subList((int) frontier.size(), entries.size());
        var growth = frontier.grow(fresh.stream().map(hashing::leaf).toList());
        tiles.add(growth.strips());
        frontier = growth.frontier();
    }

    public Frontier frontier() {
        return frontier;
    }

    public Tree tree() {
        return new Tree(frontier.hashing(), tiles, frontier.size());
    }

    public SignedCheckpoint head() {
        return headAt(entries.size());
    }

    public SignedCheckpoint headAt(long size) {
        var checkpoint = new Checkpoint(ORIGIN, size, frontier.hashing(), tree().root(size), List.of());
        return SignedCheckpoint.sign(checkpoint, DAY, List.of(ed25519, sm2));
    }

    public ExportedProof proof(long index) {
        return ExportedProof.of(head(), tree().inclusion(index, entries.size()), entries.get((int) index));
    }

    public Path folder(Path folder) {
        write(head(), ShelfWriter.folder(folder));
        return folder;
    }

    public Path zip(Path file) {
        try {
            write(head(), ShelfWriter.zip(Files.newOutputStream(file)));
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void write(SignedCheckpoint head, ShelfWriter to) {
        try (to) {
            new BundleWriter(head, tiles, (from, count) -> entries.subList((int) from, (int) from + count)).write(to);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
