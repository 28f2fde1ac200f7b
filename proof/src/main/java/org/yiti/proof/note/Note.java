package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** A text and the signatures under it (C2SP signed-note). */
record Note(String text, List<NoteSignature> signatures) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_SIGNATURES = 100;

    static Note parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ProofRefused(Refusal.NOTE_TOO_LARGE, Map.of("most", MOST_BYTES));
        }
        var whole = decoded(bytes);
        var blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || blank + 2 == whole.length() || !printable(whole)) {
            throw new ProofRefused(Refusal.NOTE_MALFORMED);
        }
        var signatures = new ArrayList<NoteSignature>();
        for (var line : whole.substring(blank + 2, whole.length() - 1).split("\n", -1)) {
            signatures.add(NoteSignature.parse(line));
            if (signatures.size() > MOST_SIGNATURES) {
                throw new ProofRefused(Refusal.NOTE_TOO_LARGE, Map.of("most", MOST_SIGNATURES));
            }
        }
        return new Note(whole.substring(0, blank + 1), signatures);
    }

    Note with(NoteSignature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /**
     * Which of the known keys have signed. Signatures of others are passed over, as the specification wants it; a wrong
     * one in the name and id of a known key is a reason to refuse the whole.
     */
    List<VerifierKey> signers(Collection<VerifierKey> known) {
        var signers = new ArrayList<VerifierKey>();
        for (var signature : signatures) {
            for (var key : known) {
                if (key.claims(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new ProofRefused(Refusal.SIGNATURE_WRONG, Map.of("name", key.name()));
                    }
                    signers.add(key);
                }
            }
        }
        return signers.stream().distinct().toList();
    }

    byte[] bytes() {
        return (text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining()))
                .getBytes(UTF_8);
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw new ProofRefused(Refusal.NOTE_MALFORMED);
        }
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= ' ' || c == '\n');
    }
}
