package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.interval.Reading.Status;

/**
 * One reading as it was told, of a meter that is known.
 *
 * @param item which register of the meter, where it has several; null for the total, of which consumption is made
 * @param since where the value is the consumption since then; null where it is what the register shows
 * @param value as it was written, with its digits
 */
public record Told(
        MeterFile meter,
        @Nullable String item,
        @Nullable Instant since,
        Instant at,
        BigDecimal value,
        String unit,
        Status quality) {

    /** Whether consumption is made of it. */
    boolean counts() {
        return item == null;
    }

    boolean isInterval() {
        return since != null;
    }
}
