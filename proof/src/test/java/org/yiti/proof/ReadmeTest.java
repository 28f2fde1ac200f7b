package org.yiti.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.proof.bundle.BundleWriter;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.Tree;

class ReadmeTest {

    @Test
    void whatTheReadmeShowsRuns() throws IOException {
        var clock = Clock.fixed(TestLog.DAY, ZoneOffset.UTC);
        var ed25519 = SigningKey.generate("example.gov/audit", Scheme.ED25519, new SeededRandom(1));
        var sm2 = SigningKey.generate("example.gov/audit", Scheme.SM2, new SeededRandom(2));
        var store = new MemoryTiles(Hashing.BOTH);
        var entry = TestLog.entry(1, "account/1");

        var frontier = Frontier.empty(Hashing.BOTH);
        var earlier = Checkpoint.of("example.gov/audit", frontier);
        var growth = frontier.grow(List.of(Hashing.BOTH.leaf(entry)));
        store.add(growth.strips());
        frontier = growth.frontier();
        var head = SignedCheckpoint.sign(
                Checkpoint.of("example.gov/audit", frontier), clock.instant(), List.of(ed25519, sm2));
        var tree = new Tree(Hashing.BOTH, store, frontier.size());
        var file = ExportedProof.of(head, tree.inclusion(0, frontier.size()), entry)
                .json();
        var consistency = tree.consistency(earlier.size(), frontier.size());

        var key = VerifierKey.parse(sm2.verifier().toString());
        assertThat(ExportedProof.parse(file).check(List.of(key)).signers()).containsExactly(key);
        consistency.check(Hashing.BOTH, earlier.root(), head.checkpoint().root());
        var out = new ByteArrayOutputStream();
        try (var to = ShelfWriter.zip(out)) {
            new BundleWriter(head, store, (from, count) -> List.of(entry)).write(to);
        }
        assertThat(out.size()).isPositive();
    }
}
