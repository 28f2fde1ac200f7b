package org.yiti.proof.tree;

import java.util.HashMap;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Any complete node, from the tile it stands in or over. Keeps the few tiles that one proof asks for again and again. */
final class StoredNodes {

    private final Hashing hashing;
    private final Tiles tiles;
    private final long size;
    private final Map<TileId, byte[]> read = new HashMap<>();

    StoredNodes(Hashing hashing, Tiles tiles, long size) {
        this.hashing = hashing;
        this.tiles = tiles;
        this.size = size;
    }

    Hash node(int level, long index) {
        var within = level % TileId.HEIGHT;
        var first = index << within;
        var tile = new TileId(level / TileId.HEIGHT, first >> TileId.HEIGHT);
        var slot = (int) (first & (TileId.WIDTH - 1));
        return hashing.subtree(read.computeIfAbsent(tile, this::tile), slot, 1 << within);
    }

    private byte[] tile(TileId tile) {
        var width = tile.width(size);
        var hashes = tiles.read(tile, width);
        if (hashes.length < width * hashing.length()) {
            throw new ProofRefused(
                    Refusal.TILE_TRUNCATED, Map.of("level", tile.level(), "index", tile.index(), "width", width));
        }
        return hashes;
    }
}
