package org.yiti.simulator.meter;

/**
 * A meter as the ledger has it.
 *
 * @param unit of its register
 */
public record Meter(String code, String unit) {}
