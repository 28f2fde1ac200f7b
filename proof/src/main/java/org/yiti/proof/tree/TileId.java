package org.yiti.proof.tree;

/** Tile {@code index} of tile level {@code level}: the nodes of level 8·{@code level} from 256·{@code index} on. */
public record TileId(int level, long index) {

    public static final int WIDTH = 256;
    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;

    /** The tile that holds this tile's root. */
    public TileId parent() {
        return new TileId(level + 1, index >> HEIGHT);
    }

    /** The place of this tile's root in its parent. */
    public int slotInParent() {
        return (int) (index & (WIDTH - 1));
    }

    /** How many hashes the tile holds when the log has {@code size} entries: 0 when there is no such tile. */
    public int width(long size) {
        return index >= count(level, size) ? 0 : (int) Math.min(WIDTH, nodes(level, size) - index * WIDTH);
    }

    /** How many tiles of this level there are, a partial one included. */
    public static long count(int level, long size) {
        var nodes = nodes(level, size);
        return nodes / WIDTH + (nodes % WIDTH == 0 ? 0 : 1);
    }

    private static long nodes(int level, long size) {
        return HEIGHT * level >= Long.SIZE ? 0 : size >>> (HEIGHT * level);
    }
}
