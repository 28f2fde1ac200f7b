package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.proof.bundle.Content;
import org.yiti.proof.bundle.Layout;
import org.yiti.proof.bundle.Layout.Series;
import org.yiti.proof.bundle.TilePath;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.verify.Finding.Kind;

/**
 * Which files are there, of those that belong there. Goes by the files and never by the size that the checkpoint claims:
 * that may be anything.
 */
final class Inventory {

    private final Layout layout;
    private final Findings findings;
    private final Map<Series, List<Long>> present = new HashMap<>();

    Inventory(Collection<String> names, Layout layout, Findings findings) {
        this.layout = layout;
        this.findings = findings;
        names.stream()
                .filter(name -> !name.equals(Layout.CHECKPOINT))
                .forEach(name -> TilePath.parse(name)
                        .filter(layout::has)
                        .ifPresentOrElse(this::take, () -> findings.add(Kind.FILE_FOREIGN, Map.of("file", name))));
        layout.series().forEach(this::missing);
    }

    /** The blocks of entries that are there, in order. */
    List<Long> blocks() {
        return present.entrySet().stream()
                .filter(series -> series.getKey().content() == Content.ENTRIES)
                .flatMap(series -> series.getValue().stream())
                .toList();
    }

    /** The tiles above the lowest level that are there, of one tree. */
    List<TilePath> upperTiles(Content content) {
        return present.entrySet().stream()
                .filter(series ->
                        series.getKey().content() == content && series.getKey().level() > 0)
                .flatMap(series -> series.getValue().stream()
                        .map(index ->
                                layout.path(content, new TileId(series.getKey().level(), index))))
                .toList();
    }

    private void take(TilePath path) {
        var level = path.tile().level();
        indexes(new Series(path.content(), level, TileId.count(level, layout.size())))
                .add(path.tile().index());
    }

    private List<Long> indexes(Series series) {
        return present.computeIfAbsent(series, none -> new ArrayList<>());
    }

    private void missing(Series series) {
        var indexes = indexes(series);
        Collections.sort(indexes);
        var next = 0L;
        for (var index : indexes) {
            gap(series, next, index);
            next = index + 1;
        }
        gap(series, next, series.count());
    }

    private void gap(Series series, long from, long to) {
        if (from == to) {
            return;
        }
        if (series.content() == Content.ENTRIES) {
            var last = to == series.count() ? layout.size() : to * TileId.WIDTH;
            findings.add(Finding.of(Kind.ENTRIES_MISSING, from * TileId.WIDTH + 1, last));
        } else {
            var first = layout.path(series.content(), new TileId(series.level(), from));
            findings.add(Kind.FILE_MISSING, Map.of("file", first.toString(), "count", to - from));
        }
    }
}
