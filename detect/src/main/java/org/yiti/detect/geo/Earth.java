package org.yiti.detect.geo;

/**
 * Distances on a sphere, in metres, of coordinates in degrees. With StrictMath, because facts must be the same bytes on
 * every machine.
 */
public final class Earth {

    /** Mean radius (IUGG): within half a percent of the ellipsoid everywhere. */
    public static final double RADIUS = 6_371_008.8;

    public static final double METRES_A_DEGREE = RADIUS * Math.PI / 180;

    /** Up to this many degrees a flat map errs by less than a tenth of a metre in a kilometre, and costs a third. */
    private static final double FLAT = 0.1;

    private Earth() {}

    public static double metres(double latitude1, double longitude1, double latitude2, double longitude2) {
        var north = latitude2 - latitude1;
        var east = turn(longitude2 - longitude1);
        if (Math.abs(north) < FLAT && Math.abs(east) < FLAT && Math.abs(latitude1) < 80) {
            var wide = east * StrictMath.cos(Math.toRadians((latitude1 + latitude2) / 2));
            return METRES_A_DEGREE * Math.sqrt(north * north + wide * wide);
        }
        return haversine(latitude1, latitude2, north, east);
    }

    private static double haversine(double latitude1, double latitude2, double north, double east) {
        var a = StrictMath.sin(Math.toRadians(north) / 2);
        var b = StrictMath.sin(Math.toRadians(east) / 2);
        var h = a * a + StrictMath.cos(Math.toRadians(latitude1)) * StrictMath.cos(Math.toRadians(latitude2)) * b * b;
        return 2 * RADIUS * StrictMath.asin(Math.sqrt(Math.min(1, h)));
    }

    /** A difference of longitudes the short way round. */
    public static double turn(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
