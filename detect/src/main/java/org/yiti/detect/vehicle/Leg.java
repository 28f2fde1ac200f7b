package org.yiti.detect.vehicle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.geo.Earth;

/**
 * Sums along a part of the way. Kept as numbers in a row, because at every place where a halt might have begun they are
 * copied: what comes after may belong to the stop.
 */
final class Leg {

    private static final int METRES = 0;
    private static final int GAP_METRES = 1;
    private static final int GAP_SECONDS = 2;
    private static final int GAPS = 3;
    private static final int ODOMETER = 4;
    private static final int ODOMETER_STEPS = 5;
    private static final int ODOMETER_BREAKS = 6;
    private static final int FASTEST = 7;
    private static final int LAST_SPEED = 8;
    private static final int IDLE_SECONDS = 9;
    private static final int POINTS = 10;
    private static final int UNUSED = 11;
    private static final int FARTHEST = 12;
    private static final int IGNITIONS = 13;
    private static final int DRIVEN_WITHOUT = 14;
    private static final int RELOCATED = 15;
    private static final int SUMS = 16;

    /** An odometer that says so much less or more than the way along the places is not believed. */
    private static final double LESS = 0.9;

    private static final double MORE = 1.5;

    /** Kilometres by which a trip's ends are not where the odometer turns. */
    private static final double TURNS = 0.5;

    private final double[] sums = new double[SUMS];

    void clear() {
        Arrays.fill(sums, 0);
    }

    void set(Leg other) {
        System.arraycopy(other.sums, 0, sums, 0, SUMS);
    }

    /** What was added since. Highest values stay as they are. */
    void setSince(Leg whole, Leg before) {
        for (var i = 0; i < SUMS; i++) {
            sums[i] = i == FASTEST || i == LAST_SPEED || i == FARTHEST ? 0 : whole.sums[i] - before.sums[i];
        }
    }

    void add(Leg other) {
        for (var i = 0; i < SUMS; i++) {
            sums[i] += i == FASTEST || i == LAST_SPEED || i == FARTHEST ? 0 : other.sums[i];
        }
    }

    void add(Motion motion, double fromLatitude, double fromLongitude) {
        odometer(motion);
        if (!motion.used()) {
            sums[UNUSED]++;
            return;
        }
        sums[POINTS]++;
        sums[METRES] += motion.metres;
        sums[RELOCATED] += motion.relocated ? 1 : 0;
        if (motion.gap) {
            sums[GAPS]++;
            sums[GAP_METRES] += motion.gapMetres;
            sums[GAP_SECONDS] += motion.seconds();
        }
        // A speed counts when two reports in succession had it: one alone may be a fault.
        var speed = Double.isNaN(motion.sureSpeed) ? 0 : motion.sureSpeed;
        sums[FASTEST] = Math.max(sums[FASTEST], Math.min(speed, motion.gap ? 0 : sums[LAST_SPEED]));
        sums[LAST_SPEED] = speed;
        ignition(motion);
        var away = Earth.metres(fromLatitude, fromLongitude, motion.latitude, motion.longitude);
        sums[FARTHEST] = Math.max(sums[FARTHEST], away);
    }

    private void odometer(Motion motion) {
        if (!Double.isNaN(motion.odometer.kilometres)) {
            sums[ODOMETER] += motion.odometer.kilometres;
            sums[ODOMETER_STEPS]++;
        }
        if (motion.odometer.broken != Odometer.Break.NONE) {
            sums[ODOMETER_BREAKS] += motion.odometer.broken == Odometer.Break.ROLLED_OVER ? 0 : 1;
        }
    }

    private void ignition(Motion motion) {
        if (!motion.position.is(Position.IGNITION_KNOWN)) {
            return;
        }
        sums[IGNITIONS]++;
        if (motion.position.ignitionOff() && motion.speed >= 2 * Motion.STANDING) {
            sums[DRIVEN_WITHOUT]++;
        }
        if (motion.position.ignitionOn() && motion.follows && !motion.gap && motion.standing()) {
            sums[IDLE_SECONDS] += motion.seconds();
        }
    }

    double metres() {
        return sums[METRES] + sums[GAP_METRES];
    }

    double farthest() {
        return sums[FARTHEST];
    }

    /** A wire that says off while it drives says nothing. One such report may be the switch's delay. */
    boolean trustsIgnition() {
        return sums[IGNITIONS] > 0 && sums[DRIVEN_WITHOUT] <= 1;
    }

    boolean hasOdometer() {
        return sums[ODOMETER_STEPS] > 0;
    }

    double odometerKilometres() {
        return sums[ODOMETER];
    }

    /** Which of the two is used: the odometer where it was never broken and goes with the places, for it sees gaps and bends. */
    String by() {
        var gps = metres() / 1000;
        var odometer = sums[ODOMETER];
        var fits = odometer >= LESS * gps - TURNS && odometer <= MORE * gps + TURNS && odometer > 0;
        if (hasOdometer() && sums[ODOMETER_BREAKS] == 0 && fits) {
            return "odometer";
        }
        return sums[GAP_METRES] > 0 ? "gps and gaps straight" : "gps";
    }

    double kilometres() {
        return by().equals("odometer") ? sums[ODOMETER] : metres() / 1000;
    }

    void distance(Map<String, Object> figures) {
        figures.put("km", kilometres());
        figures.put("km_by", by());
        figures.put("gps_km", sums[METRES] / 1000);
        if (sums[GAPS] > 0) {
            figures.put("gap_km", sums[GAP_METRES] / 1000);
            figures.put("gap_minutes", sums[GAP_SECONDS] / 60);
            figures.put("gaps", (long) sums[GAPS]);
        }
        if (hasOdometer()) {
            figures.put("odometer_km", sums[ODOMETER]);
        }
        if (sums[ODOMETER_BREAKS] > 0) {
            figures.put("odometer_breaks", (long) sums[ODOMETER_BREAKS]);
        }
        if (sums[RELOCATED] > 0) {
            figures.put("relocated", (long) sums[RELOCATED]);
        }
    }

    Map<String, Object> points() {
        var figures = new HashMap<String, Object>();
        figures.put("points", (long) sums[POINTS]);
        figures.put("unused_points", (long) sums[UNUSED]);
        if (sums[IGNITIONS] > 0) {
            figures.put("idle_minutes", sums[IDLE_SECONDS] / 60);
        }
        return figures;
    }

    Map<String, Object> trip(double hours) {
        var figures = points();
        distance(figures);
        figures.put("max_kmh", sums[FASTEST]);
        figures.put("mean_kmh", kilometres() / hours);
        figures.put("farthest_km", sums[FARTHEST] / 1000);
        if (sums[IGNITIONS] > 0 && !trustsIgnition()) {
            figures.put("ignition", "not believed");
        }
        return figures;
    }

    void write(ByteSink to) {
        to.reals(sums);
    }

    void read(ByteSource from) {
        var read = from.reals();
        System.arraycopy(read, 0, sums, 0, Math.min(SUMS, read.length));
    }
}
