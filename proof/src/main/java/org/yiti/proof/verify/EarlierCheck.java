package org.yiti.proof.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.verify.Finding.Kind;

/**
 * Does the bundle begin with what was seen before? Whoever kept a head knows: an older dump is too short, and in a
 * rewritten log another root stands where the old one was.
 */
final class EarlierCheck {

    record Earlier(String file, byte[] bytes) {}

    private final Checkpoint now;
    private final BundleCheck bundle;
    private final List<VerifierKey> keys;
    private final Locale locale;
    private final List<Remark> remarks;
    private final Findings findings;
    /** How far the two histories are the same. */
    private long agreed;

    private record Seen(String file, Checkpoint checkpoint) {}

    EarlierCheck(Checkpoint now, BundleCheck bundle, Verification verification) {
        this.now = now;
        this.bundle = bundle;
        this.keys = verification.keys();
        this.locale = verification.locale();
        this.remarks = verification.remarks();
        this.findings = verification.findings();
    }

    void check(List<Earlier> earlier) {
        earlier.stream()
                .flatMap(each -> opened(each).stream())
                .sorted(Comparator.comparingLong(seen -> seen.checkpoint().size()))
                .forEach(this::compare);
    }

    private List<Seen> opened(Earlier earlier) {
        try {
            return List.of(new Seen(earlier.file(), head(earlier).checkpoint()));
        } catch (ProofRefused refused) {
            findings.add(Kind.EARLIER_UNREADABLE, Map.of("file", earlier.file(), "why", refused.sentence(locale)));
            return List.of();
        }
    }

    /** A head kept from before a change of keys is compared all the same: whoever kept it knows where it comes from. */
    private SignedCheckpoint head(Earlier earlier) {
        try {
            return SignedCheckpoint.open(earlier.bytes(), keys);
        } catch (ProofRefused refused) {
            if (refused.refusal() != Refusal.SIGNATURE_BY_NO_KNOWN_KEY) {
                throw refused;
            }
            remarks.add(new Remark(Remark.Kind.EARLIER_UNVOUCHED, Map.of("file", earlier.file())));
            return SignedCheckpoint.unverified(earlier.bytes());
        }
    }

    private void compare(Seen seen) {
        var then = seen.checkpoint();
        if (!then.origin().equals(now.origin())) {
            findings.add(Kind.OTHER_LOG, Map.of("file", seen.file(), "origin", then.origin()));
        } else if (then.size() > now.size()) {
            findings.add(Kind.CUT_OFF, Map.of("file", seen.file(), "seen", then.size(), "size", now.size()));
        } else if (then.size() == now.size()) {
            compare(seen, now.hashing(), now.root(), Kind.FORKED);
        } else {
            bundle.rootAt(then.size())
                    .ifPresentOrElse(
                            root -> compare(seen, now.hashing(), root, Kind.REWRITTEN),
                            () -> remarks.add(new Remark(Remark.Kind.NOT_COMPARED, Map.of("file", seen.file()))));
        }
    }

    private void compare(Seen seen, Hashing hashing, Hash root, Kind otherwise) {
        var then = seen.checkpoint();
        var same = then.hashing().parts().stream()
                .filter(part -> hashing.parts().contains(part))
                .allMatch(part -> then.root(part).equals(hashing.part(root, part)));
        if (same) {
            agreed = then.size();
            remarks.add(new Remark(Remark.Kind.EXTENDS, Map.of("file", seen.file(), "size", then.size())));
        } else {
            findings.add(
                    otherwise,
                    Map.of("file", seen.file(), "size", then.size(), "entries", Finding.span(agreed + 1, then.size())));
        }
    }
}
