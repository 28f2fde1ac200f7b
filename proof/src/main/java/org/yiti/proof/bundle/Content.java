package org.yiti.proof.bundle;

import org.yiti.proof.tree.Hashing;

/** What the files of a bundle hold. The SM3 tree is a second set of tiles under {@code sm3/}, over the same entries. */
public enum Content {
    ENTRIES("tile/entries/"),
    SHA_256_TILE("tile/"),
    SM3_TILE("sm3/tile/");

    final String folder;

    Content(String folder) {
        this.folder = folder;
    }

    public static Content tileOf(Hashing part) {
        return part == Hashing.SM3 ? SM3_TILE : SHA_256_TILE;
    }
}
