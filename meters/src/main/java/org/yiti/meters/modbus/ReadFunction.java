package org.yiti.meters.modbus;

import java.util.Optional;
import java.util.stream.Stream;

/** The four functions that read (Modbus application protocol V1.1b3, §6.1–6.4), and the most one request may ask. */
public enum ReadFunction {
    COILS(1, 2000),
    DISCRETE_INPUTS(2, 2000),
    HOLDING_REGISTERS(3, 125),
    INPUT_REGISTERS(4, 125);

    private final int code;
    private final int most;

    ReadFunction(int code, int most) {
        this.code = code;
        this.most = most;
    }

    public int code() {
        return code;
    }

    public int most() {
        return most;
    }

    public boolean isBits() {
        return this == COILS || this == DISCRETE_INPUTS;
    }

    static Optional<ReadFunction> of(int code) {
        return Stream.of(values()).filter(function -> function.code == code).findFirst();
    }
}
