package org.yiti.detect.vehicle;

/**
 * What the instruments say, as terminals send it, so that nothing is rounded; {@link #UNKNOWN} where there is none.
 *
 * @param speed tenths of a km/h
 * @param odometer tenths of a kilometre
 * @param fuel tenths of a litre or, by {@link Position#FUEL_IN_PERCENT}, of a percent
 */
public record Gauges(int speed, long odometer, int fuel) {

    public static final int UNKNOWN = -1;

    public static final Gauges NONE = new Gauges(UNKNOWN, UNKNOWN, UNKNOWN);

    public static Gauges speed(double kilometresAnHour) {
        return new Gauges((int) Math.round(kilometresAnHour * 10), UNKNOWN, UNKNOWN);
    }

    public Gauges withOdometer(double kilometres) {
        return new Gauges(speed, Math.round(kilometres * 10), fuel);
    }

    public Gauges withFuel(double level) {
        return new Gauges(speed, odometer, (int) Math.round(level * 10));
    }
}
