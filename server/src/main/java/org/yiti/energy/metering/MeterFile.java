package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.interval.MeterHistory;

/**
 * A meter as its readings are understood.
 *
 * @param number what raw readings call it
 * @param history null where what was entered contradicts itself: its readings are kept, and nothing is made of them
 * @param fault why there is no history
 */
public record MeterFile(
        UUID id,
        int number,
        UUID institution,
        String code,
        String kind,
        String unit,
        @Nullable MeterHistory history,
        @Nullable String fault) {

    /** Gateways without the sign write m3. */
    public boolean counts(String in) {
        return unit.equals(in) || unit.equals("m³") && in.equals("m3");
    }

    /** Refuses a figure that the register cannot show. */
    public void require(BigDecimal shown, Instant at) {
        if (history != null) {
            history.register(shown, at.toEpochMilli());
        }
    }
}
