package org.yiti.supervision.campaigns.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as it is now.
 *
 * @param institutionId whose part of the tree is inspected
 * @param kinds of institutions; none for all
 * @param wanted how many are to be visited
 */
public record Campaign(
        UUID id,
        int version,
        String number,
        String title,
        UUID institutionId,
        List<Checklist.Item> items,
        List<String> kinds,
        LocalDate endsOn,
        int wanted,
        List<String> inspectors,
        String state) {

    boolean isFinished() {
        return state.equals("FINISHED");
    }
}
