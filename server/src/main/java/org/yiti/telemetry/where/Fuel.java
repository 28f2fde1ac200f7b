package org.yiti.telemetry.where;

import org.jspecify.annotations.Nullable;

/**
 * How much is in a tank (JT/T 808, table 27, item 02): litres by the standard; makers set the highest bit and tell percent.
 *
 * @param tenths of a litre or of a percent
 */
record Fuel(int tenths, boolean percent) {

    private static final int IN_PERCENT = 0x8000;

    static @Nullable Fuel of(@Nullable Integer told) {
        if (told == null) {
            return null;
        }
        var bits = told & 0xffff;
        return (bits & IN_PERCENT) == 0 ? new Fuel(bits, false) : new Fuel((bits & ~IN_PERCENT) * 10, true);
    }

    double amount() {
        return tenths / 10.0;
    }
}
