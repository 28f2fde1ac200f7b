package org.yiti.safeguard;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yiti.proof.note.Manifest;

/** The house vouches for files it hands out: with its audit log's keys, and by proofs out of that log. */
public interface Vouch {

    /** @param json for {@code yiti-verify.jar --proof} */
    record Proven(long seq, byte[] json) {}

    /**
     * The newest entries about things, oldest first, each with its proof. Whoever asks has decided that these things may be
     * seen: that they hold no right to read the log is no reason to withhold what it says of them.
     */
    List<Proven> proofs(Collection<UUID> objects, int most);

    /** A signed list of the files with their hashes, sorted by path, to be laid beside them under {@link #MANIFEST}. */
    byte[] manifest(String subject, List<Manifest.Entry> files);

    /** What it takes to check both; to be had from somewhere else than from the package. */
    List<String> keys();

    String MANIFEST = "manifest";
}
