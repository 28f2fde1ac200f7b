package org.yiti.simulator.terminal;

import org.yiti.simulator.track.Track;

/** Somebody who drives a track back and forth, refuels while the car stands, and whose terminal tells of it now and then. */
final class Driver {

    private static final double LITRES_PER_METRE = 9.5 / 100_000;
    private static final double TANK_LITRES = 60;
    private static final double REFILL_LITRES = 40;

    private final Track track;
    private final long from;
    private final int interval;
    private final int skew;
    private final long odometer;
    private long number;
    private double litresAtLastStop;

    /**
     * @param from second of the epoch at which it first tells something
     * @param interval seconds between two reports
     * @param skew seconds its clock is ahead
     * @param odometer metres at the beginning
     */
    Driver(Track track, long from, int interval, int skew, long odometer) {
        this.track = track;
        this.from = from;
        this.interval = interval;
        this.skew = skew;
        this.odometer = odometer;
    }

    /** When the next report is due, in truth. */
    long due() {
        return from + number * interval;
    }

    Report next() {
        var fix = track.at(number * (double) interval);
        var litres = fix.metres() * LITRES_PER_METRE;
        litresAtLastStop = fix.running() ? litresAtLastStop : litres;
        var refilled = Math.floor(litresAtLastStop / REFILL_LITRES) * REFILL_LITRES;
        var fuel = Math.max(1, TANK_LITRES - litres + refilled);
        var report = new Report(due() + skew, fix, (odometer + (long) fix.metres()) / 100, (int)
                Math.min(9_999, Math.round(fuel * 10)));
        number++;
        return report;
    }
}
