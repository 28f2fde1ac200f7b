package org.yiti.proof.note;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A manifest with signatures under it, as a signed note: what stands in the file {@code manifest}. */
public record SignedManifest(Manifest manifest, byte[] bytes) {

    public static SignedManifest sign(Manifest manifest, Instant at, List<SigningKey> keys) {
        var note = new Note(manifest.text(), List.of());
        for (var key : keys) {
            note = note.with(key.sign(note.text(), at));
        }
        return new SignedManifest(manifest, note.bytes());
    }

    /** What it says, whoever wrote it. */
    public static SignedManifest unverified(byte[] bytes) {
        return new SignedManifest(Manifest.parse(Note.parse(bytes).text()), bytes);
    }

    /** Which of these keys have signed it; refuses when a signature of one of them is wrong. */
    public List<VerifierKey> signers(Collection<VerifierKey> keys) {
        return Note.parse(bytes).signers(keys);
    }
}
