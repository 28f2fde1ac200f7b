package org.yiti.kernel.surface;

import java.util.regex.Pattern;

/** From where a browser may fetch the tiles of the map that whoever runs the house has named. */
final class TileOrigin {

    private static final Pattern ADDRESS = Pattern.compile("(https?://)([A-Za-z0-9.{}-]+)(:[0-9]{1,5})?/[^\\s;,]*");

    private TileOrigin() {}

    /** Empty where no tiles are named; a host that differs from tile to tile allows those beside it. */
    static String of(String tiles) {
        if (tiles.isBlank() || tiles.startsWith("/")) {
            return "";
        }
        var parts = ADDRESS.matcher(tiles.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("yiti.map.tiles is no address of tiles: " + tiles);
        }
        var host = parts.group(2);
        var any = host.indexOf('{') < 0 ? host : "*" + host.substring(host.indexOf('.', host.lastIndexOf('}')));
        return parts.group(1) + any + (parts.group(3) == null ? "" : parts.group(3));
    }
}
