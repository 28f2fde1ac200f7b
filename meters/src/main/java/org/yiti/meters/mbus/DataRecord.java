package org.yiti.meters.mbus;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.Octets;

/**
 * One value of a reply.
 *
 * @param at where in the reply's data it begins, for whoever looks at the bytes
 * @param storage nought is now; others are what the meter has kept (due days)
 * @param quantity what is measured; empty where only the maker knows
 * @param number in {@code unit}; none where it is no number or the meter says it has none
 * @param text a date, a name, bits
 * @param raw as it was sent
 */
public record DataRecord(
        int at,
        Function function,
        long storage,
        long tariff,
        long device,
        String quantity,
        String unit,
        @Nullable BigDecimal number,
        @Nullable String text,
        Octets raw) {

    public enum Function {
        INSTANTANEOUS,
        MAXIMUM,
        MINIMUM,
        ERROR_STATE,
        MANUFACTURER_SPECIFIC,
        MORE_FOLLOWS
    }
}
