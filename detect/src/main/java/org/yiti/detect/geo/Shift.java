package org.yiti.detect.geo;

/** How far GCJ-02 moves a place, in degrees (Krasovsky's ellipsoid; the formula everybody uses and nobody has published). */
final class Shift {

    private static final double A = 6378245.0;
    private static final double EE = 0.00669342162296594323;

    private Shift() {}

    /**
     * A rectangle, as in every implementation, so neighbours along the border are shifted too: whoever has places abroad
     * keeps them in WGS-84 and asks for no shift.
     */
    static boolean applies(double latitude, double longitude) {
        return longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;
    }

    static double north(double latitude, double longitude) {
        var x = longitude - 105;
        var y = latitude - 35;
        var metres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        metres += waves(20, 6 * x, 20, 2 * x) + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30);
        var m = flattening(latitude);
        return Math.toDegrees(metres / (A * (1 - EE) / (m * Math.sqrt(m))));
    }

    static double east(double latitude, double longitude) {
        var x = longitude - 105;
        var y = latitude - 35;
        var metres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        metres += waves(20, 6 * x, 20, 2 * x) + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30);
        var radius = A / Math.sqrt(flattening(latitude)) * StrictMath.cos(Math.toRadians(latitude));
        return Math.toDegrees(metres / radius);
    }

    private static double flattening(double latitude) {
        var sine = StrictMath.sin(Math.toRadians(latitude));
        return 1 - EE * sine * sine;
    }

    private static double waves(double high1, double at1, double high2, double at2) {
        return 2 * (high1 * StrictMath.sin(Math.PI * at1) + high2 * StrictMath.sin(Math.PI * at2)) / 3;
    }
}
