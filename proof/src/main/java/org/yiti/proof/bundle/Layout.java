package org.yiti.proof.bundle;

import java.util.ArrayList;
import java.util.List;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;

/** Which files a bundle of a log of this size consists of, the checkpoint aside: exactly these. */
public record Layout(long size, Hashing hashing) {

    public static final String CHECKPOINT = "checkpoint";

    /** Files of one content and level, numbered from 0 to before {@code count}. */
    public record Series(Content content, int level, long count) {}

    public List<Series> series() {
        var series = new ArrayList<Series>();
        for (var level = 0; TileId.count(level, size) > 0; level++) {
            var count = TileId.count(level, size);
            if (level == 0) {
                series.add(new Series(Content.ENTRIES, level, count));
            }
            for (var part : hashing.parts()) {
                series.add(new Series(Content.tileOf(part), level, count));
            }
        }
        return series;
    }

    public TilePath path(Content content, TileId tile) {
        return new TilePath(content, tile, tile.width(size));
    }

    public boolean has(TilePath path) {
        return path.width() == path.tile().width(size)
                && (path.content() != Content.SM3_TILE || hashing == Hashing.BOTH);
    }
}
