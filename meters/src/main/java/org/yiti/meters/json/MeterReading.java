package org.yiti.meters.json;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch.
 *
 * @param item which register of the meter, where it has several; {@code total} where it does not say
 * @param from where the value is the consumption since then; none where it is what the register shows
 * @param sequence the gateway's own count, where it keeps one: a gap in it is a loss
 */
public record MeterReading(
        String meter,
        String item,
        @Nullable OffsetDateTime from,
        OffsetDateTime time,
        BigDecimal value,
        String unit,
        Quality quality,
        @Nullable Long sequence) {

    public static final String TOTAL = "total";

    public boolean isInterval() {
        return from != null;
    }

    /** What the gateway thinks of it. */
    public enum Quality {
        GOOD,
        ESTIMATED,
        SUSPECT
    }
}
