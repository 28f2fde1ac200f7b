package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.proof.bundle.BundleWriter;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Tree;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.SafeguardRefusal;

/** What auditors take away: the whole log, or one entry with its proof. Both are checked without us. */
@Component
class HandOver {

    private static final Logger log = LoggerFactory.getLogger(HandOver.class);

    private final AuditQueries entries;
    private final LogStore store;
    private final SignCheckpoint checkpoint;
    private final Audit audit;
    private final Scope scope;
    private final AuditKeys keys;

    HandOver(
            AuditQueries entries, LogStore store, SignCheckpoint checkpoint, Audit audit, Scope scope, AuditKeys keys) {
        this.entries = entries;
        this.store = store;
        this.checkpoint = checkpoint;
        this.audit = audit;
        this.scope = scope;
        this.keys = keys;
    }

    AuditView.LogHead head() {
        return Unscoped.because(
                "a log that has no name yet gets one",
                () -> new AuditView.LogHead(
                        keys.origin(),
                        store.frontier().size(),
                        keys.verifiers().stream().map(VerifierKey::toString).toList(),
                        checkpoint
                                .latest()
                                .map(head -> new String(head.bytes(), UTF_8))
                                .orElse(null)));
    }

    /** An entry that was sealed a moment ago is signed for at once. */
    byte[] proof(long seq) {
        var leaf = entries.get(seq, (row, n) -> row.getString("leaf").getBytes(UTF_8));
        audit.record(Act.of("audit.proven", "safeguard", "audit").with("entry", seq));
        // The last one where that will do, so that nobody waits for whoever seals.
        var head = checkpoint
                .latest()
                .filter(last -> last.checkpoint().size() >= seq)
                .orElseGet(checkpoint::now);
        var size = head.checkpoint().size();
        var inclusion = new Tree(Leaves.TREE, store.around(seq - 1, size), size).inclusion(seq - 1, size);
        return ExportedProof.of(head, inclusion, leaf).json();
    }

    /** The log has no part that belongs to one institution alone. The export is an act itself, and the last it holds. */
    SignedCheckpoint prepare() {
        if (scope.institutions(Permission.AUDIT) != null) {
            throw new Refused(SafeguardRefusal.WHOLE_LOG_ONLY);
        }
        audit.record(Act.of("audit.exported", "safeguard", "audit"));
        try {
            return checkpoint.now();
        } catch (Refused refused) {
            // A log that was tampered with must not be kept from auditors: under its last head it shows what was done
            // to it.
            log.error("The audit log is handed over under its last checkpoint: {}", refused.getMessage());
            return checkpoint.latest().orElseThrow(() -> refused);
        }
    }

    void write(SignedCheckpoint head, OutputStream out) throws IOException {
        try (var shelf = ShelfWriter.zip(new LeftOpen(out))) {
            new BundleWriter(head, store, store).writeAsItIs(shelf);
        }
    }

    /** The answer's stream is closed by the server. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
