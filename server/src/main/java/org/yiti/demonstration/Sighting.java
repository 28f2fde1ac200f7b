package org.yiti.demonstration;

/**
 * Where the terminal of a vehicle said it was.
 *
 * @param second of the epoch
 * @param latitude millionths of a degree, as {@code longitude}
 * @param kmh tenths
 * @param odometer tenths of a kilometre
 * @param litres tenths
 */
public record Sighting(
        String phone,
        String plate,
        long second,
        int latitude,
        int longitude,
        boolean ignition,
        int kmh,
        int direction,
        long odometer,
        int litres) {}
