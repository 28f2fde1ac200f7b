package org.yiti.proof.bundle;

import java.io.IOException;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;
import org.yiti.proof.tree.Tree;

/** Writes a log out: its head, its entries, and the tiles of its trees. Anybody can check that without us. */
public final class BundleWriter {

    private final SignedCheckpoint head;
    private final Tiles tiles;
    private final Entries entries;
    private final Layout layout;

    /** {@code tiles} are hashed as the checkpoint is; they may have grown further than it. */
    public BundleWriter(SignedCheckpoint head, Tiles tiles, Entries entries) {
        this.head = head;
        this.tiles = tiles;
        this.entries = entries;
        this.layout = new Layout(head.checkpoint().size(), head.checkpoint().hashing());
    }

    public void write(ShelfWriter shelf) throws IOException {
        var checkpoint = head.checkpoint();
        var tree = new Tree(checkpoint.hashing(), tiles, checkpoint.size());
        if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
            throw new ProofRefused(Refusal.CHECKPOINT_OF_ANOTHER_TREE, Map.of("size", checkpoint.size()));
        }
        writeAsItIs(shelf);
    }

    /**
     * Without asking whether this is the log that was signed: what was done to a log that somebody has tampered with, the
     * verifier says best.
     */
    public void writeAsItIs(ShelfWriter shelf) throws IOException {
        var checkpoint = head.checkpoint();
        shelf.write(Layout.CHECKPOINT, head.bytes());
        for (var level = 0; TileId.count(level, checkpoint.size()) > 0; level++) {
            for (long index = 0; index < TileId.count(level, checkpoint.size()); index++) {
                writeTile(new TileId(level, index), shelf);
            }
        }
    }

    private void writeTile(TileId tile, ShelfWriter shelf) throws IOException {
        var width = tile.width(layout.size());
        if (tile.level() == 0) {
            var path = layout.path(Content.ENTRIES, tile);
            shelf.write(path.toString(), EntryBundle.write(entries.read(tile.index() * TileId.WIDTH, width)));
        }
        var hashes = tiles.read(tile, width);
        for (var part : layout.hashing().parts()) {
            shelf.write(layout.path(Content.tileOf(part), tile).toString(), part(hashes, width, part));
        }
    }

    private byte[] part(byte[] hashes, int width, Hashing part) {
        var whole = layout.hashing();
        var bytes = new byte[width * part.length()];
        for (var slot = 0; slot < width; slot++) {
            var from = slot * whole.length() + whole.offset(part);
            System.arraycopy(hashes, from, bytes, slot * part.length(), part.length());
        }
        return bytes;
    }
}
