package org.yiti.proof.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;

/**
 * What reading one file of entries has shown. {@code leaves} are kept for the last, partial block only, {@code root} is
 * known for full ones only; neither when the number of entries is not what it should be. {@code strays} has a list for
 * each tree whose tile could be read.
 */
record Block(
        long index,
        int width,
        @Nullable Hash root,
        byte @Nullable [] leaves,
        Map<Hashing, List<Stray>> strays,
        Numbering numbering,
        List<String> damaged) {

    boolean complete() {
        return root != null || leaves != null;
    }
}
