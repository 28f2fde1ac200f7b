package org.yiti.proof.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** A line under a note: {@code — name base64(id of the key, signature)}. */
record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "\u2014 ";

    static NoteSignature parse(String line) {
        var space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new ProofRefused(Refusal.SIGNATURE_MALFORMED);
        }
        var name = VerifierKey.fit(line.substring(DASH.length(), space));
        var bytes = Base64Text.decode(line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new ProofRefused(Refusal.SIGNATURE_MALFORMED);
        }
        return new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    String line() {
        var marked = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64Text.encode(marked) + "\n";
    }
}
