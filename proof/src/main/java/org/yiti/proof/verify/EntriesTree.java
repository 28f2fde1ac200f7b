package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yiti.proof.bundle.Bundle;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;
import org.yiti.proof.tree.Tree;

/** The tree as it grows out of the entries themselves, whatever the tiles of the bundle say. Needs every block. */
final class EntriesTree implements Tiles {

    private final Bundle bundle;
    private final Hashing hashing;
    private final List<Block> blocks;
    private final BlockReader reader;
    private final List<byte[]> rows = new ArrayList<>();

    EntriesTree(Bundle bundle, List<Block> blocks, BlockReader reader) {
        this.bundle = bundle;
        this.hashing = bundle.layout().hashing();
        this.blocks = blocks;
        this.reader = reader;
        for (var row = firstRow(); row.length > 0; row = rowAbove(row)) {
            rows.add(row);
        }
    }

    Hash root(long at) {
        return new Tree(hashing, this, bundle.layout().size()).root(at);
    }

    @Override
    public byte[] read(TileId tile, int width) {
        if (tile.level() == 0) {
            var leaves = blocks.get((int) tile.index()).leaves();
            return leaves == null ? reader.leaves(tile.index()) : leaves;
        }
        var from = (int) tile.index() * TileId.WIDTH * hashing.length();
        return Arrays.copyOfRange(rows.get(tile.level() - 1), from, from + width * hashing.length());
    }

    private byte[] firstRow() {
        var full = (int) (bundle.layout().size() / TileId.WIDTH);
        var row = new byte[full * hashing.length()];
        for (var i = 0; i < full; i++) {
            Objects.requireNonNull(blocks.get(i).root()).copyTo(row, i * hashing.length());
        }
        return row;
    }

    private byte[] rowAbove(byte[] row) {
        var full = row.length / hashing.length() / TileId.WIDTH;
        var above = new byte[full * hashing.length()];
        for (var i = 0; i < full; i++) {
            hashing.subtree(row, i * TileId.WIDTH, TileId.WIDTH).copyTo(above, i * hashing.length());
        }
        return above;
    }
}
