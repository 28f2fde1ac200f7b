package org.yiti.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle was, as its terminal told it somewhere else.
 *
 * @param phone and {@code plate}: the terminal, as its ledger has it
 * @param second of the epoch
 * @param latitude millionths of a degree, WGS-84, as {@code longitude}
 * @param status bits of table 25 of JT/T 808
 * @param speed 0.1 km/h
 * @param odometer 0.1 km
 * @param fuel 0.1 L
 */
public record ToldPosition(
        String phone,
        String plate,
        long second,
        int latitude,
        int longitude,
        int status,
        int speed,
        int direction,
        @Nullable Long odometer,
        @Nullable Integer fuel) {}
