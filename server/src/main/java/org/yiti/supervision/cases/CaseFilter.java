package org.yiti.supervision.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a tray are asked for.
 *
 * @param own of the institution alone, without those below it
 * @param assignee account, me, or none for those in nobody's charge; null for all
 */
record CaseFilter(
        @Nullable UUID institution, boolean own, @Nullable String assignee) {

    boolean isOfAnybody() {
        return assignee == null || assignee.isBlank();
    }

    /** @return null for nobody */
    @Nullable
    String inChargeIs(String me) {
        return "none".equals(assignee) ? null : "me".equals(assignee) ? me : assignee;
    }
}
