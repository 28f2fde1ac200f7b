package org.yiti.telemetry.where;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tiles of a map that whoever runs the house is allowed to show; none come with it.
 *
 * @param tiles address with {z}, {x} and {y}, perhaps {s}; empty for a grid without a map
 * @param subdomains what {s} stands for, letter by letter
 * @param datum of the tiles
 * @param attribution whose map it is and its review number (审图号), shown upon it
 * @param deepest zoom there are tiles for
 */
@ConfigurationProperties("yiti.map")
record MapSettings(
        @DefaultValue("") String tiles,
        @DefaultValue("01234567") String subdomains,
        @DefaultValue("WGS84") Datum datum,
        @DefaultValue("") String attribution,
        @DefaultValue("18") int deepest) {

    enum Datum {
        /** Also of 天地图, whose CGCS2000 is the same within a decimetre. */
        WGS84,
        /** Of Amap and Tencent. */
        GCJ02
    }
}
