package org.yiti.detect.geo;

/** As Baidu draws it: {@link Gcj02} turned and shifted again. */
public record Bd09(double latitude, double longitude) {

    private static final double X = Math.PI * 3000 / 180;

    /** Within a decimetre. */
    public Gcj02 gcj02() {
        var x = longitude - 0.0065;
        var y = latitude - 0.006;
        var z = Math.sqrt(x * x + y * y) - 2e-5 * StrictMath.sin(y * X);
        var angle = StrictMath.atan2(y, x) - 3e-6 * StrictMath.cos(x * X);
        return new Gcj02(z * StrictMath.sin(angle), z * StrictMath.cos(angle));
    }

    public Wgs84 wgs84() {
        return gcj02().wgs84();
    }
}
