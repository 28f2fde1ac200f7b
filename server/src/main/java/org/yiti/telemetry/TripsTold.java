package org.yiti.telemetry;

import java.time.Instant;

/**
 * What a terminal tells of trips that set out in this time is other than before: {@code facts.terminal_trip} says what.
 * Told within the transaction that changed it.
 *
 * @param terminal {@code telemetry.terminal.number}
 */
public record TripsTold(int terminal, Instant since, Instant until) {}
