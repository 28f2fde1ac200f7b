package org.yiti.simulator.track;

import java.util.Arrays;
import java.util.List;

/** A drive: points and when each was reached. Driven there, and after a pause back, for as long as anybody wants. */
public final class Track {

    /** @param second since the beginning of the drive */
    public record Point(double second, double lat, double lon) {}

    private static final double PAUSE_SECONDS = 600;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double STANDING_KMH = 0.5;

    private final double[] seconds;
    private final double[] lats;
    private final double[] lons;
    private final double[] metres;

    public Track(List<Point> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("A track has two points at least");
        }
        seconds = points.stream().mapToDouble(Point::second).toArray();
        lats = points.stream().mapToDouble(Point::lat).toArray();
        lons = points.stream().mapToDouble(Point::lon).toArray();
        metres = new double[seconds.length];
        for (var i = 1; i < metres.length; i++) {
            if (seconds[i] <= seconds[i - 1]) {
                throw new IllegalArgumentException("Points of a track follow each other in time");
            }
            metres[i] = metres[i - 1] + Math.hypot(north(i), east(i));
        }
    }

    private double north(int i) {
        return (lats[i] - lats[i - 1]) * METRES_PER_DEGREE;
    }

    private double east(int i) {
        return (lons[i] - lons[i - 1]) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lats[i]));
    }

    public double length() {
        return metres[metres.length - 1];
    }

    public double seconds() {
        return seconds[seconds.length - 1];
    }

    /** Where the vehicle is so many seconds after it first set out. */
    public Fix at(double second) {
        var leg = seconds() + PAUSE_SECONDS;
        var legs = (long) Math.floor(second / leg);
        var within = second - legs * leg;
        var back = legs % 2 != 0;
        var driven = legs * length();
        if (within >= seconds()) {
            return parked(back ? 0 : seconds.length - 1, driven + length());
        }
        return driving(back ? seconds() - within : within, back, driven);
    }

    private Fix parked(int i, double driven) {
        return new Fix(micro(lats[i]), micro(lons[i]), 0, 0, driven, false);
    }

    private Fix driving(double at, boolean back, double driven) {
        var found = Arrays.binarySearch(seconds, at);
        var i = Math.min(seconds.length - 1, Math.max(1, found >= 0 ? found + 1 : -found - 1));
        var part = (at - seconds[i - 1]) / (seconds[i] - seconds[i - 1]);
        var metre = metres[i - 1] + part * (metres[i] - metres[i - 1]);
        var kmh = (metres[i] - metres[i - 1]) / (seconds[i] - seconds[i - 1]) * 3.6;
        var course = Math.toDegrees(Math.atan2(east(i), north(i))) + (back ? 180 : 0);
        return new Fix(
                micro(lats[i - 1] + part * (lats[i] - lats[i - 1])),
                micro(lons[i - 1] + part * (lons[i] - lons[i - 1])),
                kmh < STANDING_KMH ? 0 : (int) Math.min(2_000, Math.round(kmh * 10)),
                (int) (Math.round(course) + 720) % 360,
                driven + (back ? length() - metre : metre),
                true);
    }

    private static int micro(double degrees) {
        return (int) Math.round(degrees * 1e6);
    }
}
