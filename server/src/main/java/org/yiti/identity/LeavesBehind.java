package org.yiti.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module in which work is left behind when somebody goes. */
public interface LeavesBehind {

    /**
     * @param kind such as {@code finding}
     * @param institutionId whose it is; null for the house's
     */
    record Item(
            String kind, UUID id, String title, @Nullable UUID institutionId) {}

    /** What its items are called. */
    String kind();

    /** What somebody has not finished; asked as the house, before they lose what they had. */
    List<Item> of(String account);

    /** Gives it to somebody else, with the rights of whoever does it; refuses whoever cannot take it, or is not there. */
    void handOver(UUID id, String successor);
}
