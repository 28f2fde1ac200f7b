package org.yiti.detect.geo;

/**
 * Where satellites say it is, in degrees: what terminals send, what is stored, what Tianditu draws. CGCS2000 is the same
 * within decimetres. Transformed only where something is drawn or asked of others.
 */
public record Wgs84(double latitude, double longitude) {

    /** What Amap and Tencent draw. Where the law shifts nothing, it stays. */
    public Gcj02 gcj02() {
        return Shift.applies(latitude, longitude)
                ? new Gcj02(latitude + Shift.north(latitude, longitude), longitude + Shift.east(latitude, longitude))
                : new Gcj02(latitude, longitude);
    }

    public Bd09 bd09() {
        return gcj02().bd09();
    }

    public double metres(Wgs84 other) {
        return Earth.metres(latitude, longitude, other.latitude, other.longitude);
    }
}
