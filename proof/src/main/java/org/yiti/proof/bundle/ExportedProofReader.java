package org.yiti.proof.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.entry.CanonicalJson;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.InclusionProof;

/** Reads a proof file: JSON in any layout, since mailers and editors lay it out anew. */
final class ExportedProofReader {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_HASHES = 64;

    private final Map<String, @Nullable Object> json;

    ExportedProofReader(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new ProofRefused(Refusal.PROOF_FILE_MALFORMED);
        }
        this.json = CanonicalJson.read(json);
    }

    ExportedProof proof() {
        if (!ExportedProof.FORMAT.equals(json.get("format")) || !(json.get("hashes") instanceof Map<?, ?> hashes)) {
            throw refused();
        }
        var path = path(hashes.get(Hashing.SHA_256.label()));
        if (hashes.containsKey(Hashing.SM3.label())) {
            path = both(path, path(hashes.get(Hashing.SM3.label())));
        }
        return new ExportedProof(
                text("checkpoint").getBytes(UTF_8),
                new InclusionProof(number("index"), number("size"), path),
                Base64Text.decode(text("entry")));
    }

    private static List<Hash> path(@Nullable Object hashes) {
        if (!(hashes instanceof List<?> list) || list.size() > MOST_HASHES) {
            throw refused();
        }
        var path = new ArrayList<Hash>();
        for (var hash : list) {
            if (!(hash instanceof String text)) {
                throw refused();
            }
            path.add(Hash.ofBase64(text));
        }
        return path;
    }

    private static List<Hash> both(List<Hash> sha256, List<Hash> sm3) {
        if (sha256.size() != sm3.size()) {
            throw refused();
        }
        var path = new ArrayList<Hash>();
        for (var i = 0; i < sha256.size(); i++) {
            path.add(Hash.both(sha256.get(i), sm3.get(i)));
        }
        return path;
    }

    private String text(String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw refused();
    }

    private long number(String name) {
        if (json.get(name) instanceof Long number) {
            return number;
        }
        throw refused();
    }

    private static ProofRefused refused() {
        return new ProofRefused(Refusal.PROOF_FILE_MALFORMED);
    }
}
