package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.note.Manifest;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SignedManifest;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Tree;
import org.yiti.safeguard.Vouch;

/** Signs for files with the keys of the log, and proves what the log says of things. */
@Component
class VouchForFiles implements Vouch {

    private record Leaf(long seq, String leaf) {}

    private final JdbcClient database;
    private final LogStore store;
    private final SignCheckpoint checkpoint;
    private final AuditKeys keys;
    private final Clock clock;

    VouchForFiles(JdbcClient database, LogStore store, SignCheckpoint checkpoint, AuditKeys keys, Clock clock) {
        this.database = database;
        this.store = store;
        this.checkpoint = checkpoint;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Proven> proofs(Collection<UUID> objects, int most) {
        return Unscoped.because("whoever may see a thing may be shown what the log says of it", () -> {
            var head = checkpoint.now();
            return leaves(objects, most, head.checkpoint().size()).stream()
                    .map(leaf -> proven(leaf, head))
                    .toList();
        });
    }

    private List<Leaf> leaves(Collection<UUID> objects, int most, long size) {
        var newest = new ArrayList<>(database.sql("""
                        select seq, leaf from safeguard.entry
                         where object_id = any (:objects) and seq <= :size order by seq desc limit :most
                        """)
                .param("objects", objects.toArray(UUID[]::new))
                .param("size", size)
                .param("most", most)
                .query(Leaf.class)
                .list());
        newest.sort(Comparator.comparingLong(Leaf::seq));
        return newest;
    }

    private Proven proven(Leaf leaf, SignedCheckpoint head) {
        var size = head.checkpoint().size();
        var index = leaf.seq() - 1;
        var inclusion = new Tree(Leaves.TREE, store.around(index, size), size).inclusion(index, size);
        return new Proven(
                leaf.seq(),
                ExportedProof.of(head, inclusion, leaf.leaf().getBytes(UTF_8)).json());
    }

    @Override
    public byte[] manifest(String subject, List<Manifest.Entry> files) {
        var at = clock.instant();
        return Unscoped.because(
                "the house signs, whoever asks for it",
                () -> SignedManifest.sign(new Manifest(keys.origin(), subject, at, files), at, keys.signing())
                        .bytes());
    }

    @Override
    public List<String> keys() {
        return Unscoped.because(
                "public keys",
                () -> keys.verifiers().stream().map(VerifierKey::toString).toList());
    }
}
