package org.yiti.supervision.campaigns.visits;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is now.
 *
 * @param inspector account that is to make it
 * @param limits numbers of the law in force there, by item
 */
public record Visit(
        UUID id,
        int version,
        UUID campaignId,
        UUID institutionId,
        String inspector,
        String state,
        Map<String, Limit> limits) {

    /** @param clause where the number stands */
    record Limit(BigDecimal value, String clause) {}

    boolean isOpen() {
        return state.equals("OPEN");
    }

    @Nullable
    BigDecimal limit(String item) {
        var limit = limits.get(item);
        return limit == null ? null : limit.value();
    }
}
