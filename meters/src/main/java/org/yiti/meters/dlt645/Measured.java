package org.yiti.meters.dlt645;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value that a meter has answered.
 *
 * @param place in a block, from nought (tariffs: total, 1, 2 …; phases: A, B, C)
 * @param number none where the item is no number, or the meter has none
 * @param text digits of a time, bits, a name; of a demand, when it was
 */
public record Measured(
        DataItem item,
        int place,
        @Nullable BigDecimal number,
        @Nullable String text) {}
