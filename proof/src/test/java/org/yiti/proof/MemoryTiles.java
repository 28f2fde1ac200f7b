package org.yiti.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.Strip;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;

/** Tiles as a database would keep them: strips are put to the end of what is there. */
public final class MemoryTiles implements Tiles {

    private final Hashing hashing;
    private final Map<TileId, byte[]> tiles = new HashMap<>();

    public MemoryTiles(Hashing hashing) {
        this.hashing = hashing;
    }

    public void add(List<Strip> strips) {
        for (var strip : strips) {
            var before = tiles.getOrDefault(strip.tile(), new byte[0]);
            assertThat(before).hasSize(strip.from() * hashing.length());
            var after = Arrays.copyOf(before, before.length + strip.hashes().length);
            System.arraycopy(strip.hashes(), 0, after, before.length, strip.hashes().length);
            tiles.put(strip.tile(), after);
        }
    }

    public Map<TileId, byte[]> all() {
        return tiles;
    }

    @Override
    public byte[] read(TileId tile, int width) {
        var hashes = tiles.getOrDefault(tile, new byte[0]);
        assertThat(hashes.length).isGreaterThanOrEqualTo(width * hashing.length());
        return hashes;
    }
}
