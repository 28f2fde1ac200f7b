package org.yiti.detect.geo;

import java.util.ArrayList;
import java.util.List;

/** What is inside of an odd number of rings: an outline, with holes, with islands in them. Corners may be told twice, and the end may or may not be the beginning. */
public final class Polygon implements Area {

    private final List<Line> rings = new ArrayList<>();

    public Polygon(List<Line> rings) {
        if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.corners() < 3)) {
            throw new IllegalArgumentException("A polygon has a ring, and a ring has three corners");
        }
        rings.forEach(ring -> this.rings.add(ring.closed()));
    }

    @Override
    public double depth(double latitude, double longitude) {
        if (rings.get(0).farFrom(latitude, longitude, FAR)) {
            return -2 * FAR;
        }
        var inside = false;
        var edge = Double.POSITIVE_INFINITY;
        for (var ring : rings) {
            inside ^= ring.around(latitude, longitude);
            edge = Math.min(edge, ring.nearest(latitude, longitude, 0, 0).metres());
        }
        return inside ? edge : -edge;
    }

    @Override
    public boolean crossed(double latitude1, double longitude1, double latitude2, double longitude2) {
        for (var ring : rings) {
            if (ring.crossed(latitude1, longitude1, latitude2, longitude2)) {
                return true;
            }
        }
        return false;
    }
}
