package org.yiti.detect.geo;

/** As Amap and Tencent draw it, shifted by some hundred metres. */
public record Gcj02(double latitude, double longitude) {

    private static final int ROUNDS = 4;
    private static final double X = Math.PI * 3000 / 180;

    /** There is no formula for the way back; three rounds leave 0.02 mm. */
    public Wgs84 wgs84() {
        if (!Shift.applies(latitude, longitude)) {
            return new Wgs84(latitude, longitude);
        }
        var north = latitude;
        var east = longitude;
        for (var round = 0; round < ROUNDS; round++) {
            var next = latitude - Shift.north(north, east);
            east = longitude - Shift.east(north, east);
            north = next;
        }
        return new Wgs84(north, east);
    }

    public Bd09 bd09() {
        var z = Math.sqrt(longitude * longitude + latitude * latitude) + 2e-5 * StrictMath.sin(latitude * X);
        var angle = StrictMath.atan2(latitude, longitude) + 3e-6 * StrictMath.cos(longitude * X);
        return new Bd09(z * StrictMath.sin(angle) + 0.006, z * StrictMath.cos(angle) + 0.0065);
    }
}
