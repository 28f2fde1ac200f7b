package org.yiti.safeguard.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Tree;
import org.yiti.safeguard.SafeguardRefusal;

/** Signs the head whenever the log grew, but only if it extends all that was signed before. */
@UseCase
class SignCheckpoint {

    private static final Logger log = LoggerFactory.getLogger(SignCheckpoint.class);

    private final JdbcClient database;
    private final LogStore store;
    private final AuditKeys keys;
    private final Clock clock;
    private @Nullable LocalDate told;

    SignCheckpoint(JdbcClient database, LogStore store, AuditKeys keys, Clock clock) {
        this.database = database;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** The checkpoint over all that is sealed now. Refuses to vouch for another history than the one it has signed. */
    public SignedCheckpoint now() {
        return Unscoped.because("the house signs, whoever asks for it", this::sign);
    }

    private SignedCheckpoint sign() {
        var signing = keys.signing();
        var origin = keys.origin();
        var frontier = store.lock();
        var verifiers = signing.stream().map(key -> key.verifier()).toList();
        var last = last().map(note -> extended(note, frontier, verifiers));
        keys.kept(origin).ifPresent(note -> extended(note, frontier, verifiers));
        if (last.isPresent() && last.get().checkpoint().size() == frontier.size()) {
            return last.get();
        }
        var signed = SignedCheckpoint.sign(Checkpoint.of(origin, frontier), clock.instant(), signing);
        database.sql("insert into safeguard.checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", frontier.size())
                .param("at", Timestamp.from(clock.instant()))
                .param("note", signed.bytes())
                .update();
        keys.keep(origin, signed.bytes());
        tell(frontier);
        return signed;
    }

    /** The last one that was signed, whatever has become of the log since. One look needs no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<SignedCheckpoint> latest() {
        return last().map(SignedCheckpoint::unverified);
    }

    private Optional<byte[]> last() {
        return database.sql("select note from safeguard.checkpoint order by size desc limit 1")
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private SignedCheckpoint extended(byte[] note, Frontier frontier, List<VerifierKey> verifiers) {
        try {
            var earlier = SignedCheckpoint.open(note, verifiers);
            var from = earlier.checkpoint();
            new Tree(Leaves.TREE, store, frontier.size())
                    .consistency(from.size(), frontier.size())
                    .check(Leaves.TREE, from.root(), frontier.root());
            return earlier;
        } catch (ProofRefused rewritten) {
            log.error(
                    "The audit log is not what was signed before and is not signed any more: {}",
                    rewritten.getMessage());
            throw new Refused(SafeguardRefusal.LOG_REWRITTEN, Map.of("size", frontier.size()));
        }
    }

    /** For whoever keeps the server's log: a head a day that nobody can take back. */
    private void tell(Frontier frontier) {
        var today = LocalDate.now(clock);
        if (!today.equals(told)) {
            told = today;
            log.info(
                    "The audit log has {} entries, root {} (SHA-256)",
                    frontier.size(),
                    Leaves.TREE
                            .part(frontier.root(), Leaves.TREE.parts().get(0))
                            .base64());
        }
    }
}
