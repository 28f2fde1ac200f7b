package org.yiti.proof.bundle;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yiti.proof.tree.TileId;

/** Where a tile or an entry bundle lies, as C2SP tlog-tiles has it: {@code tile/0/x001/x234/067}, {@code …/067.p/12}. */
public record TilePath(Content content, TileId tile, int width) {

    private static final Pattern PATH = Pattern.compile(
            "(?<sm3>sm3/)?tile/(?<level>entries|[0-9]|[1-5][0-9]|6[0-3])/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");
    private static final int GROUP = 1000;

    /** Nothing for a name that is no path of a tile, or not the one way to write it. */
    public static Optional<TilePath> parse(String name) {
        var found = PATH.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        var entries = found.group("level").equals("entries");
        var index = Long.parseLong(found.group("index").replaceAll("[x/]", ""));
        var width = found.group("width") == null ? TileId.WIDTH : Integer.parseInt(found.group("width"));
        var content = entries ? Content.ENTRIES : found.group("sm3") == null ? Content.SHA_256_TILE : Content.SM3_TILE;
        var tile = new TileId(entries ? 0 : Integer.parseInt(found.group("level")), index);
        return Optional.of(new TilePath(content, tile, width))
                .filter(path -> path.toString().equals(name));
    }

    @Override
    public String toString() {
        var index = String.format("%03d", tile.index() % GROUP);
        for (var rest = tile.index() / GROUP; rest > 0; rest /= GROUP) {
            index = String.format("x%03d/", rest % GROUP) + index;
        }
        return content.folder
                + (content == Content.ENTRIES ? "" : tile.level() + "/")
                + index
                + (width < TileId.WIDTH ? ".p/" + width : "");
    }
}
