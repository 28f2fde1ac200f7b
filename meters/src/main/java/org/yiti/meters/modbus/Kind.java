package org.yiti.meters.modbus;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.Octets;

/** How a number lies in registers. */
public enum Kind {
    BIT(1),
    U16(1),
    S16(1),
    U32(2),
    S32(2),
    U64(4),
    S64(4),
    F32(2),
    F64(4);

    private final int registers;

    Kind(int registers) {
        this.registers = registers;
    }

    public int registers() {
        return registers;
    }

    public boolean isFloat() {
        return this == F32 || this == F64;
    }

    boolean isSigned() {
        return this == S16 || this == S32 || this == S64;
    }

    /** The number in these bytes, most significant first; none for what is no number. */
    @Nullable
    BigDecimal read(Octets bytes) {
        var raw = new BigInteger(1, bytes.bytes());
        return switch (this) {
            // The shortest decimal that is that float: 0.1 and not 0.100000001490116….
            case F32 -> decimal(Float.intBitsToFloat(raw.intValue()));
            case F64 -> decimal(Double.longBitsToDouble(raw.longValue()));
            case S16, S32, S64 -> new BigDecimal(new BigInteger(bytes.bytes()));
            default -> new BigDecimal(raw);
        };
    }

    private static @Nullable BigDecimal decimal(float value) {
        return Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : null;
    }
}
