package org.yiti.meters.dlt645;

import java.util.Optional;
import java.util.stream.Stream;

/** What is asked or answered: the lower five bits of the control code (§7.1.4). Codes of 1997 carry their year. */
public enum Function {
    READ(0x11),
    FOLLOW(0x12),
    READ_ADDRESS(0x13),
    WRITE(0x14),
    WRITE_ADDRESS(0x15),
    FREEZE(0x16),
    CHANGE_SPEED(0x17),
    CHANGE_PASSWORD(0x18),
    CLEAR_DEMAND(0x19),
    CLEAR_METER(0x1A),
    CLEAR_EVENTS(0x1B),
    /** Trips and closes the switch of the meter. Read, never written: there is no question that does it. */
    RELAY(0x1C),
    TIME(0x08),
    SECURITY(0x03),

    READ_1997(0x01),
    FOLLOW_1997(0x02),
    WRITE_1997(0x04),
    WRITE_ADDRESS_1997(0x0A),
    CHANGE_SPEED_1997(0x0C),
    CHANGE_PASSWORD_1997(0x0F),
    CLEAR_DEMAND_1997(0x10);

    private final int code;

    Function(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Optional<Function> of(int code) {
        return Stream.of(values()).filter(function -> function.code == code).findFirst();
    }
}
