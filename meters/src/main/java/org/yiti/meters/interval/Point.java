package org.yiti.meters.interval;

/**
 * Where the register is known: a reading that counts, or the beginning or end of an installation (received −1).
 *
 * @param markBits what its neighbours' intervals must say about it
 */
record Point(long atMillis, long register, long received, int markBits) {}
