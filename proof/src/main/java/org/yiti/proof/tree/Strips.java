package org.yiti.proof.tree;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the nodes that become complete while a log grows, tile by tile; only every eighth level is stored. */
final class Strips {

    private record Open(int from, ByteArrayOutputStream hashes) {}

    private final Map<TileId, Open> open = new LinkedHashMap<>();

    void add(int level, long index, Hash hash) {
        if (level % TileId.HEIGHT == 0) {
            var tile = new TileId(level / TileId.HEIGHT, index >> TileId.HEIGHT);
            var from = (int) (index & (TileId.WIDTH - 1));
            open.computeIfAbsent(tile, first -> new Open(from, new ByteArrayOutputStream()))
                    .hashes()
                    .writeBytes(hash.own());
        }
    }

    List<Strip> list() {
        return open.entrySet().stream()
                .map(tile -> new Strip(
                        tile.getKey(),
                        tile.getValue().from(),
                        tile.getValue().hashes().toByteArray()))
                .toList();
    }
}
