package org.yiti.proof.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.verify.Finding.Kind;

/** Who vouches for a head? Whoever names a key expects its signature; that of others says nothing to them. */
final class HeadCheck {

    private final List<VerifierKey> keys;
    private final Locale locale;
    private final List<Remark> remarks;
    private final Findings findings;

    HeadCheck(List<VerifierKey> keys, Locale locale, List<Remark> remarks, Findings findings) {
        this.keys = keys;
        this.locale = locale;
        this.remarks = remarks;
        this.findings = findings;
    }

    Optional<SignedCheckpoint> open(byte[] bytes) {
        SignedCheckpoint head;
        try {
            head = SignedCheckpoint.unverified(bytes);
        } catch (ProofRefused refused) {
            findings.add(Kind.CHECKPOINT_UNREADABLE, Map.of("why", refused.sentence(locale)));
            return Optional.empty();
        }
        var checkpoint = head.checkpoint();
        remarks.add(new Remark(Remark.Kind.LOG, Map.of("origin", checkpoint.origin(), "size", checkpoint.size())));
        signedBy(() -> SignedCheckpoint.open(bytes, keys).signers());
        return Optional.of(head);
    }

    /** @param asked which of the keys have signed; refuses where a signature is wrong */
    void signedBy(Supplier<List<VerifierKey>> asked) {
        if (keys.isEmpty()) {
            remarks.add(new Remark(Remark.Kind.NO_KEY, Map.of()));
            return;
        }
        var signers = signers(asked);
        for (var key : keys) {
            Map<String, ?> facts =
                    Map.of("name", key.name(), "scheme", key.scheme().label());
            if (signers.contains(key)) {
                remarks.add(new Remark(Remark.Kind.SIGNED_BY, facts));
            } else {
                findings.add(Kind.NOT_SIGNED_BY, facts);
            }
        }
    }

    private List<VerifierKey> signers(Supplier<List<VerifierKey>> asked) {
        try {
            return asked.get();
        } catch (ProofRefused refused) {
            if (refused.refusal() == Refusal.SIGNATURE_WRONG) {
                findings.add(Kind.SIGNATURE_WRONG, refused.facts());
            }
            return List.of();
        }
    }
}
