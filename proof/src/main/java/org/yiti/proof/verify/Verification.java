package org.yiti.proof.verify;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.bundle.Bundle;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.Shelf;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.verify.EarlierCheck.Earlier;
import org.yiti.proof.verify.Finding.Kind;
import org.yiti.proof.verify.Verdict.Outcome;

/** One check of a bundle or of a single proof, from opening it to the verdict. */
final class Verification {

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final List<VerifierKey> keys;
    private final Locale locale;
    private final List<Remark> remarks = new ArrayList<>();
    private final Findings findings = new Findings();

    Verification(List<VerifierKey> keys, Locale locale) {
        this.keys = keys;
        this.locale = locale;
    }

    /** Refuses what is no bundle at all; whatever is wrong inside of one is a finding. */
    Verdict bundle(Shelf shelf, List<Earlier> earlier) {
        var head = new HeadCheck(keys, locale, remarks, findings).open(Bundle.checkpoint(shelf));
        head.ifPresent(signed -> {
            var checkpoint = signed.checkpoint();
            var check = new BundleCheck(shelf, checkpoint, findings);
            check.lastEntry().ifPresent(this::describeLast);
            if (checkpoint.hashing().parts().size() == 1) {
                remark(Remark.Kind.SHA_256_ONLY, Map.of());
            }
            if (!check.numbered()) {
                remark(Remark.Kind.UNNUMBERED, Map.of());
            }
            new EarlierCheck(checkpoint, check, this).check(earlier);
        });
        return verdict(Outcome.WHOLE);
    }

    /** Files that were signed together, and the proofs among them. */
    Verdict parcel(Shelf shelf) {
        var check = new PackageCheck(shelf, keys, locale, findings);
        check.open().ifPresent(signed -> {
            var manifest = signed.manifest();
            remark(
                    Remark.Kind.PACKAGE,
                    Map.of(
                            "subject",
                            manifest.subject(),
                            "at",
                            BEIJING.format(manifest.at()),
                            "count",
                            manifest.entries().size(),
                            "origin",
                            manifest.origin()));
            new HeadCheck(keys, locale, remarks, findings).signedBy(() -> signed.signers(keys));
            remark(Remark.Kind.PROOFS_HOLD, Map.of("count", check.check(manifest)));
        });
        return verdict(Outcome.WHOLE);
    }

    Verdict proof(ExportedProof proof) {
        new HeadCheck(keys, locale, remarks, findings).open(proof.checkpoint()).ifPresent(head -> {
            try {
                proof.leadsTo(head);
                var text = new String(proof.entry(), StandardCharsets.UTF_8);
                remark(
                        Remark.Kind.PROVEN_ENTRY,
                        Map.of("number", proof.inclusion().index() + 1, "text", text));
            } catch (ProofRefused refused) {
                findings.add(Kind.NOT_PROVEN, Map.of("why", refused.sentence(locale)));
            }
        });
        return verdict(Outcome.PROVEN);
    }

    List<VerifierKey> keys() {
        return keys;
    }

    Locale locale() {
        return locale;
    }

    List<Remark> remarks() {
        return remarks;
    }

    Findings findings() {
        return findings;
    }

    private Verdict verdict(Outcome good) {
        var outcome = findings.count() > 0 ? Outcome.BROKEN : keys.isEmpty() ? Outcome.UNVOUCHED : good;
        return new Verdict(outcome, List.copyOf(remarks), findings.list());
    }

    private void describeLast(byte[] bytes) {
        try {
            var entry = AuditEntry.parse(bytes);
            remark(Remark.Kind.LAST_ENTRY, Map.of("number", entry.seq(), "at", BEIJING.format(entry.at())));
        } catch (ProofRefused ofAnotherKind) {
            // A log may hold anything; only of audit entries we know when they were.
        }
    }

    private void remark(Remark.Kind kind, Map<String, ?> facts) {
        remarks.add(new Remark(kind, facts));
    }
}
