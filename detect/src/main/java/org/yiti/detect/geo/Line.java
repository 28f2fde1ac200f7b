package org.yiti.detect.geo;

import java.util.List;

/** A way from place to place, or around and back: latitudes and longitudes of its corners. */
public final class Line {

    final double[] latitudes;
    final double[] longitudes;
    private final double south;
    private final double north;
    private final double west;
    private final double east;

    public Line(double[] latitudes, double[] longitudes) {
        if (latitudes.length != longitudes.length || latitudes.length < 2) {
            throw new IllegalArgumentException("A line has two corners at least, each with latitude and longitude");
        }
        this.latitudes = latitudes.clone();
        this.longitudes = longitudes.clone();
        var box = new double[] {90, -90, 360, -360};
        for (var i = 0; i < latitudes.length; i++) {
            box[0] = Math.min(box[0], latitudes[i]);
            box[1] = Math.max(box[1], latitudes[i]);
            // By the first corner, so that a line across the 180th meridian has a box too.
            var turned = Earth.turn(longitudes[i] - longitudes[0]);
            box[2] = Math.min(box[2], turned);
            box[3] = Math.max(box[3], turned);
        }
        this.south = box[0];
        this.north = box[1];
        this.west = box[2];
        this.east = box[3];
    }

    public static Line through(List<Wgs84> places) {
        return new Line(
                places.stream().mapToDouble(Wgs84::latitude).toArray(),
                places.stream().mapToDouble(Wgs84::longitude).toArray());
    }

    public int corners() {
        return latitudes.length;
    }

    /** The same with an end where it began. */
    Line closed() {
        var last = latitudes.length - 1;
        if (latitudes[0] == latitudes[last] && longitudes[0] == longitudes[last]) {
            return this;
        }
        var closedLatitudes = java.util.Arrays.copyOf(latitudes, last + 2);
        var closedLongitudes = java.util.Arrays.copyOf(longitudes, last + 2);
        closedLatitudes[last + 1] = latitudes[0];
        closedLongitudes[last + 1] = longitudes[0];
        return new Line(closedLatitudes, closedLongitudes);
    }

    /** Whether so far away that no more need be asked. Every degree of longitude is taken for half as long as at the equator. */
    boolean farFrom(double latitude, double longitude, double metres) {
        var margin = metres / Earth.METRES_A_DEGREE;
        var turned = Earth.turn(longitude - longitudes[0]);
        var wide = Math.abs(latitude) > 59 ? 360 : 2 * margin;
        return latitude < south - margin || latitude > north + margin || turned < west - wide || turned > east + wide;
    }

    /**
     * Metres from a place to the nearest place of it, or, as soon as one is found, to one nearer than {@code enough}.
     *
     * @param hint the leg to look at first, for who drives along it is near where it was
     */
    public Nearest nearest(double latitude, double longitude, double enough, int hint) {
        var flat = new Flat(latitude, longitude);
        var legs = latitudes.length - 1;
        var nearest = Double.POSITIVE_INFINITY;
        var which = 0;
        for (var i = 0; i < legs; i++) {
            var leg = (hint + i) % legs;
            var metres = flat.metres(latitudes[leg], longitudes[leg], latitudes[leg + 1], longitudes[leg + 1]);
            if (metres < nearest) {
                nearest = metres;
                which = leg;
            }
            if (metres <= enough) {
                break;
            }
        }
        return new Nearest(nearest, which);
    }

    public record Nearest(double metres, int leg) {}

    /** How often a straight line to the south of a place crosses it is odd; edges are half open, so a corner counts once. */
    boolean around(double latitude, double longitude) {
        var inside = false;
        for (var i = 1; i < latitudes.length; i++) {
            var from = Earth.turn(longitudes[i - 1] - longitude);
            var to = Earth.turn(longitudes[i] - longitude);
            if (from > 0 != to > 0 && Math.abs(to - from) < 180) {
                var crossing = latitudes[i - 1] + (latitudes[i] - latitudes[i - 1]) * -from / (to - from);
                inside ^= crossing < latitude;
            }
        }
        return inside;
    }

    boolean crossed(double latitude1, double longitude1, double latitude2, double longitude2) {
        for (var i = 1; i < latitudes.length; i++) {
            if (side(latitude1, longitude1, latitude2, longitude2, i - 1)
                            != side(latitude1, longitude1, latitude2, longitude2, i)
                    && sideOfEdge(i, latitude1, longitude1) != sideOfEdge(i, latitude2, longitude2)) {
                return true;
            }
        }
        return false;
    }

    private boolean side(double latitude1, double longitude1, double latitude2, double longitude2, int corner) {
        return turns(latitude1, longitude1, latitude2, longitude2, latitudes[corner], longitudes[corner]);
    }

    private boolean sideOfEdge(int edge, double latitude, double longitude) {
        return turns(latitudes[edge - 1], longitudes[edge - 1], latitudes[edge], longitudes[edge], latitude, longitude);
    }

    private static boolean turns(
            double latitude1,
            double longitude1,
            double latitude2,
            double longitude2,
            double latitude,
            double longitude) {
        var east = Earth.turn(longitude2 - longitude1);
        var toEast = Earth.turn(longitude - longitude1);
        return east * (latitude - latitude1) - (latitude2 - latitude1) * toEast > 0;
    }
}
