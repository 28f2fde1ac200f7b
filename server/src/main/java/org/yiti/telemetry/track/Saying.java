package org.yiti.telemetry.track;

/**
 * Anything else a terminal said, kept as it came.
 *
 * @param terminal {@code telemetry.terminal.number}
 * @param kind message id of JT/T 808
 * @param edition of the standard: 2011, 2013 or 2019
 */
public record Saying(int terminal, int kind, String edition, byte[] body) {}
