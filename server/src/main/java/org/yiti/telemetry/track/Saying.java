package org.yiti.telemetry.track;

/**
 * Anything else a terminal said, kept as it came. The same said twice is one row: a terminal that was not answered says it
 * again under the same serial.
 *
 * @param terminal {@code telemetry.terminal.number}
 * @param kind message id of JT/T 808
 * @param serial of the message, of its first package where it came in several
 * @param edition of the standard: 2011, 2013 or 2019
 */
public record Saying(int terminal, int kind, int serial, String edition, byte[] body) {}
