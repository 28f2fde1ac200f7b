package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.POINT_MALFORMED;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/**
 * One line of a device's register map: where a value lies and what it means. There is no standard map; each model has its
 * own, and it is data.
 *
 * @param address as it is sent: from nought (a manual that counts from 1, or from 40001, is off by that)
 * @param scale what one step is worth, such as 0.01; ratios of transformers belong to the meter's history, not here
 * @param invalid what the device says where it has no value, such as 7FFFFFFFH as a number; none where it has no such sign
 */
public record Point(
        String name,
        ReadFunction function,
        int address,
        Kind kind,
        ByteOrder order,
        BigDecimal scale,
        String unit,
        @Nullable BigDecimal invalid) {

    public Point {
        require(!name.isBlank(), name, "name");
        require(address >= 0 && address + kind.registers() <= 0x10000, name, "address");
        require(function.isBits() == (kind == Kind.BIT), name, "function and kind");
        require(scale.signum() != 0, name, "scale");
    }

    public int end() {
        return address + kind.registers();
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new MeterRefused(POINT_MALFORMED, Map.of("point", name, "what", what));
        }
    }
}
