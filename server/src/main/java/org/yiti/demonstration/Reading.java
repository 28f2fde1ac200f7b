package org.yiti.demonstration;

import java.time.LocalDateTime;

/** Consumption in the hour that begins at that time, China standard time, in the unit of the meter. */
public record Reading(String meterCode, LocalDateTime at, double amount) {}
