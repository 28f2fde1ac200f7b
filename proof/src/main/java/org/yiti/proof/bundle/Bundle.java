package org.yiti.proof.bundle;

import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;

/** The files of a bundle by what they mean, once the size is known from its checkpoint. Reads each within its limit. */
public final class Bundle {

    private static final int MOST_CHECKPOINT_BYTES = 256 * 1024;

    private final Shelf shelf;
    private final Layout layout;

    public Bundle(Shelf shelf, Layout layout) {
        this.shelf = shelf;
        this.layout = layout;
    }

    public static byte[] checkpoint(Shelf shelf) {
        return shelf.read(Layout.CHECKPOINT, MOST_CHECKPOINT_BYTES);
    }

    public Layout layout() {
        return layout;
    }

    /** The entries that a file holds, were they too few or too many. */
    public List<byte[]> entries(long block) {
        var path = layout.path(Content.ENTRIES, new TileId(0, block));
        return EntryBundle.read(shelf.read(path.toString(), EntryBundle.MOST_BYTES));
    }

    /** The tiles of one of the trees. */
    public Tiles tiles(Hashing part) {
        return (tile, width) -> {
            var path = layout.path(Content.tileOf(part), tile);
            var hashes = shelf.read(path.toString(), width * part.length());
            if (hashes.length < width * part.length()) {
                throw new ProofRefused(
                        Refusal.TILE_TRUNCATED, Map.of("level", tile.level(), "index", tile.index(), "width", width));
            }
            return hashes;
        };
    }
}
