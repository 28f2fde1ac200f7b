package org.yiti.proof.verify;

import org.jspecify.annotations.Nullable;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.TileId;

/**
 * A place of a block where the entry is not the one whose hash stands in the tile: another one (with its hash and the
 * number it gives itself), none at all, or one beyond the last place.
 */
record Stray(long block, int slot, int width, @Nullable Hash hash, long number) {

    long place() {
        return block * TileId.WIDTH + slot;
    }

    boolean beyond() {
        return slot >= width;
    }
}
