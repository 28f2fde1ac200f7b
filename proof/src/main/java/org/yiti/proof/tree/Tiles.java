package org.yiti.proof.tree;

/** Where the hashes of a log are kept. A database, a folder or a ZIP does this one thing; all proofs are built on it. */
@FunctionalInterface
public interface Tiles {

    /** The hashes of a tile one after the other, at least {@code width} of them. Refuses what it does not have. */
    byte[] read(TileId tile, int width);
}
