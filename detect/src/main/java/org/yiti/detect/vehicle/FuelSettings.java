package org.yiti.detect.vehicle;

import java.time.Duration;

/**
 * When a level has changed and not only trembled.
 *
 * @param tank litres, or NaN where it is not known: amounts are then in whatever unit the terminal sends
 * @param least share of the tank (of the highest level seen, without one) below which a change is not told: floats err by so much on a slope
 * @param noises how many times what it usually trembles a change must be
 * @param longest a change takes no longer; what trembles longer is taken as it is then
 * @param consumption litres a kilometre and litres an hour with the engine on that may go without being a drop: a heavy
 *     vehicle on a mountain road
 */
public record FuelSettings(double tank, double least, double noises, Duration longest, Consumption consumption) {

    public record Consumption(double aKilometre, double anHour) {}

    public static final FuelSettings DEFAULTS =
            new FuelSettings(Double.NaN, 0.05, 4, Duration.ofMinutes(40), new Consumption(0.4, 4));

    public FuelSettings tank(double litres) {
        return new FuelSettings(litres, least, noises, longest, consumption);
    }
}
