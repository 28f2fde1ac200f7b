package org.yiti.proof.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.Shelf;
import org.yiti.proof.note.Manifest;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SignedManifest;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.verify.Finding.Kind;

/** A package: is every file the one that was signed for, is none missing or added, and do the proofs in it hold? */
final class PackageCheck {

    private static final int MOST_MANIFEST_BYTES = 256 * 1024;
    private static final int MOST_BYTES = 512 * 1024 * 1024;
    private static final String PROOFS = "proofs/";

    private final Shelf shelf;
    private final List<VerifierKey> keys;
    private final Locale locale;
    private final Findings findings;

    PackageCheck(Shelf shelf, List<VerifierKey> keys, Locale locale, Findings findings) {
        this.shelf = shelf;
        this.keys = keys;
        this.locale = locale;
        this.findings = findings;
    }

    static boolean isPackage(Shelf shelf) {
        return shelf.names().contains(Manifest.FILE);
    }

    Optional<SignedManifest> open() {
        try {
            return Optional.of(SignedManifest.unverified(shelf.read(Manifest.FILE, MOST_MANIFEST_BYTES)));
        } catch (ProofRefused refused) {
            findings.add(Kind.MANIFEST_UNREADABLE, Map.of("why", refused.sentence(locale)));
            return Optional.empty();
        }
    }

    /** @return how many proofs hold */
    int check(Manifest manifest) {
        var foreign = new TreeSet<>(shelf.names());
        foreign.remove(Manifest.FILE);
        foreign.removeAll(manifest.entries().stream().map(Manifest.Entry::path).collect(Collectors.toSet()));
        foreign.forEach(name -> findings.add(Kind.FILE_FOREIGN, Map.of("file", name)));
        var proven = 0;
        for (var entry : manifest.entries()) {
            if (isThere(entry) && entry.path().startsWith(PROOFS) && holds(entry.path(), manifest.origin())) {
                proven++;
            }
        }
        return proven;
    }

    private boolean isThere(Manifest.Entry entry) {
        if (!shelf.names().contains(entry.path())) {
            findings.add(Kind.FILE_MISSING, Map.of("file", entry.path(), "count", 1));
            return false;
        }
        try {
            if (entry.is(shelf.read(entry.path(), most(entry)))) {
                return true;
            }
            findings.add(Kind.FILE_ALTERED, Map.of("file", entry.path()));
        } catch (ProofRefused damaged) {
            findings.add(Kind.FILE_ALTERED, Map.of("file", entry.path()));
        }
        return false;
    }

    private static int most(Manifest.Entry entry) {
        return (int) Math.max(1, Math.min(MOST_BYTES, entry.length()));
    }

    private boolean holds(String path, String origin) {
        try {
            var proof = ExportedProof.parse(shelf.read(path, MOST_BYTES));
            var head = keys.isEmpty() ? SignedCheckpoint.unverified(proof.checkpoint()) : proof.check(keys);
            proof.leadsTo(head);
            if (head.checkpoint().origin().equals(origin)) {
                return true;
            }
            findings.add(
                    Kind.PROOF_OF_OTHER_LOG,
                    Map.of("file", path, "origin", head.checkpoint().origin()));
        } catch (ProofRefused refused) {
            findings.add(Kind.PROOF_BROKEN, Map.of("file", path, "why", refused.sentence(locale)));
        }
        return false;
    }
}
