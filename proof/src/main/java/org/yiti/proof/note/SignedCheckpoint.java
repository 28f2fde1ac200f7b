package org.yiti.proof.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** A checkpoint with signatures under it, and which of the keys that were given have verifiably signed it. */
public final class SignedCheckpoint {

    private final Checkpoint checkpoint;
    private final Note note;
    private final List<VerifierKey> signers;

    private SignedCheckpoint(Checkpoint checkpoint, Note note, List<VerifierKey> signers) {
        this.checkpoint = checkpoint;
        this.note = note;
        this.signers = signers;
    }

    /** A log signs only what extends everything it has signed before. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, Instant at, List<SigningKey> keys) {
        var signed = new SignedCheckpoint(checkpoint, new Note(checkpoint.text(), List.of()), List.of());
        for (var key : keys) {
            signed = signed.cosign(key, at);
        }
        return signed;
    }

    /** One more signature. A witness checks first that the checkpoint extends the last one it has cosigned. */
    public SignedCheckpoint cosign(SigningKey key, Instant at) {
        var cosigned = note.with(key.sign(note.text(), at));
        var more = new ArrayList<>(signers);
        more.add(key.verifier());
        return new SignedCheckpoint(checkpoint, cosigned, List.copyOf(more));
    }

    /** Refuses unless one of the keys at least has signed, and when any signature of one of them is wrong. */
    public static SignedCheckpoint open(byte[] bytes, Collection<VerifierKey> keys) {
        var note = Note.parse(bytes);
        var signers = note.signers(keys);
        if (signers.isEmpty()) {
            throw new ProofRefused(Refusal.SIGNATURE_BY_NO_KNOWN_KEY);
        }
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note, signers);
    }

    /** For whom it may concern what a checkpoint says, although nobody known vouches for it. */
    public static SignedCheckpoint unverified(byte[] bytes) {
        var note = Note.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note, List.of());
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public List<VerifierKey> signers() {
        return signers;
    }

    /** The signed note, to be stored, served or printed. */
    public byte[] bytes() {
        return note.bytes();
    }
}
