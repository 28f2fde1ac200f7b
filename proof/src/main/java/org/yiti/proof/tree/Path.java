package org.yiti.proof.tree;

import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * The shape of a path from a node up to the root. Below the right edge of the tree (the inner part) every level has a
 * neighbour, on the side that the bit of the index says; on the edge only those levels have one where the index is odd,
 * always on the left.
 */
final class Path {

    private Path() {}

    static int inner(long index, long last) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ last);
    }

    static int border(long index, int inner) {
        return Long.bitCount(index >>> inner);
    }

    static boolean fromLeft(long index, int inner, int step) {
        return step >= inner || ((index >>> step) & 1) == 1;
    }

    static void length(List<Hash> path, int expected) {
        if (path.size() != expected) {
            throw new ProofRefused(
                    path.size() < expected ? Refusal.PROOF_TOO_SHORT : Refusal.PROOF_TOO_LONG,
                    Map.of("expected", expected, "found", path.size()));
        }
    }
}
