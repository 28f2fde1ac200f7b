package org.yiti.proof.tree;

/** Hashes to be written into a tile from place {@code from} on, one after the other; what stands before stays. */
public record Strip(TileId tile, int from, byte[] hashes) {}
