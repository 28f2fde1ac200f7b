package org.yiti.simulator.terminal;

import org.yiti.jt808.Version;

/**
 * A terminal as the inventory has it.
 *
 * @param plate of the vehicle it is fitted to; empty when nobody says
 */
public record Device(String phone, String plate, Version version) {

    private static final int DIGITS = 12;
    private static final int DIGITS_2019 = 20;

    /** As the header has it. */
    String padded() {
        var digits = version == Version.V2019 ? DIGITS_2019 : DIGITS;
        return "0".repeat(Math.max(0, digits - phone.length())) + phone;
    }
}
