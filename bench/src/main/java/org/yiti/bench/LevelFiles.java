package org.yiti.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.Strip;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;

/** Tiles on the disk, a file a level: ten million leaves and their hashes do not fit into a small heap. */
final class LevelFiles implements Tiles {

    private static final int HASH = Hashing.BOTH.length();

    private final Path folder;
    private final Map<Integer, RandomAccessFile> levels = new HashMap<>();

    LevelFiles(Path folder) {
        this.folder = folder;
    }

    void add(List<Strip> strips) {
        strips.forEach(strip -> at(strip.tile(), strip.from(), file -> file.write(strip.hashes())));
    }

    @Override
    public byte[] read(TileId tile, int width) {
        var hashes = new byte[width * HASH];
        at(tile, 0, file -> file.readFully(hashes));
        return hashes;
    }

    private interface Act {
        void on(RandomAccessFile file) throws IOException;
    }

    private void at(TileId tile, int slot, Act act) {
        try {
            var file = levels.get(tile.level());
            if (file == null) {
                file = new RandomAccessFile(
                        folder.resolve("level" + tile.level()).toFile(), "rw");
                levels.put(tile.level(), file);
            }
            file.seek((tile.index() * TileId.WIDTH + slot) * HASH);
            act.on(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
