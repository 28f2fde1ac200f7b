package org.yiti.energy.polling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.modbus.ByteOrder;
import org.yiti.meters.modbus.Kind;
import org.yiti.meters.modbus.Point;
import org.yiti.meters.modbus.ReadFunction;

/** A value of a device that is the reading of a meter, as entered. */
record PointRow(
        UUID id,
        String meter,
        String unit,
        int decimals,
        String item,
        String address,
        @Nullable String function,
        @Nullable Integer register,
        @Nullable String kind,
        @Nullable String byteOrder,
        @Nullable BigDecimal scale,
        @Nullable BigDecimal invalid) {

    private static final ReadFunction[] FUNCTIONS = ReadFunction.values();

    /** @param name by which its value is found again */
    Point modbus(String name) {
        return new Point(
                name,
                readFunction(),
                register == null ? 0 : register,
                kind == null ? Kind.U32 : Kind.valueOf(kind.strip().toUpperCase(Locale.ROOT)),
                byteOrder == null
                        ? ByteOrder.ABCD
                        : ByteOrder.valueOf(byteOrder.strip().toUpperCase(Locale.ROOT)),
                scale == null ? BigDecimal.ONE : scale,
                unit,
                invalid);
    }

    /** A device that answers in floating point says more digits than its register has. */
    BigDecimal shown(BigDecimal value) {
        return value.scale() > decimals || value.scale() < 0 ? value.setScale(decimals, RoundingMode.FLOOR) : value;
    }

    private ReadFunction readFunction() {
        if (function == null) {
            return ReadFunction.HOLDING_REGISTERS;
        }
        var written = function.strip().toUpperCase(Locale.ROOT);
        for (var known : FUNCTIONS) {
            if (known.name().equals(written) || String.valueOf(known.code()).equals(written)) {
                return known;
            }
        }
        throw new IllegalArgumentException("no function " + function);
    }
}
