package org.yiti.detect.vehicle;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.geo.Earth;

/** Where it usually stands at night: the place that most of the last nights were near. */
final class Usual {

    private static final int REMEMBERED = 28;
    private static final int LEARNED = 5;

    private final double[] latitudes = new double[REMEMBERED];
    private final double[] longitudes = new double[REMEMBERED];
    private int count;
    private int next;
    private boolean known;
    private double latitude;
    private double longitude;

    boolean known() {
        return known;
    }

    double latitude() {
        return latitude;
    }

    double longitude() {
        return longitude;
    }

    void add(Place place, double near) {
        latitudes[next] = place.latitude;
        longitudes[next] = place.longitude;
        next = (next + 1) % REMEMBERED;
        count = Math.min(REMEMBERED, count + 1);
        var most = 0;
        for (var i = 0; i < count; i++) {
            var others = near(i, near);
            if (others > most) {
                most = others;
                latitude = latitudes[i];
                longitude = longitudes[i];
            }
        }
        known = most >= LEARNED;
    }

    private int near(int one, double near) {
        var others = 0;
        for (var i = 0; i < count; i++) {
            others += Earth.metres(latitudes[one], longitudes[one], latitudes[i], longitudes[i]) <= near ? 1 : 0;
        }
        return others;
    }

    void write(ByteSink to) {
        to.reals(latitudes).reals(longitudes).integer(count).integer(next);
        to.flag(known).real(latitude).real(longitude);
    }

    void read(ByteSource from) {
        fill(latitudes, from.reals());
        fill(longitudes, from.reals());
        count = (int) Math.floorMod(from.integer(), REMEMBERED + 1L);
        next = (int) Math.floorMod(from.integer(), (long) REMEMBERED);
        known = from.flag();
        latitude = from.real();
        longitude = from.real();
    }

    private static void fill(double[] to, double[] from) {
        System.arraycopy(from, 0, to, 0, Math.min(to.length, from.length));
    }
}
