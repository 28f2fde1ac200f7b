package org.yiti.proof.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.entry.CanonicalJson;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.InclusionProof;

/** One entry, the head it is under, and the way from one to the other: all it takes to check that it was logged. */
public record ExportedProof(byte[] checkpoint, InclusionProof inclusion, byte[] entry) {

    static final String FORMAT = "yiti-proof-1";

    public static ExportedProof of(SignedCheckpoint head, InclusionProof inclusion, byte[] entry) {
        return new ExportedProof(head.bytes(), inclusion, entry);
    }

    public static ExportedProof parse(byte[] json) {
        return new ExportedProofReader(json).proof();
    }

    public byte[] json() {
        var hashing = SignedCheckpoint.unverified(checkpoint).checkpoint().hashing();
        var hashes = new LinkedHashMap<String, Object>();
        for (var part : hashing.parts()) {
            var path = inclusion.part(hashing, part).path();
            hashes.put(part.label(), path.stream().map(Hash::base64).toList());
        }
        return CanonicalJson.write(Map.of(
                "checkpoint",
                new String(checkpoint, UTF_8),
                "entry",
                Base64Text.encode(entry),
                "format",
                FORMAT,
                "hashes",
                hashes,
                "index",
                inclusion.index(),
                "size",
                inclusion.size()));
    }

    /** Refuses unless one of the keys vouches for a head under which this entry is. */
    public SignedCheckpoint check(Collection<VerifierKey> keys) {
        var head = SignedCheckpoint.open(checkpoint, keys);
        leadsTo(head);
        return head;
    }

    /** Refuses unless the entry is under this head. */
    public void leadsTo(SignedCheckpoint head) {
        var hashing = head.checkpoint().hashing();
        if (head.checkpoint().size() != inclusion.size()) {
            throw new ProofRefused(Refusal.CHECKPOINT_OF_ANOTHER_TREE, Map.of("size", inclusion.size()));
        }
        inclusion.check(hashing, hashing.leaf(entry), head.checkpoint().root());
    }
}
