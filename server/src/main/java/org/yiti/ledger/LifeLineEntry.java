package org.yiti.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * One thing that happened to an object.
 *
 * @param action CREATED, CHANGED, REMOVED, FINDING, PAPER_ADDED or PAPER_REMOVED
 * @param ledger address of the ledger whose row it was; null for a finding
 * @param subject the row, when it is another than the object itself
 */
public record LifeLineEntry(
        String id,
        OffsetDateTime at,
        @Nullable Actor actor,
        String action,
        @Nullable String ledger,
        @Nullable Label ledgerTitle,
        @Nullable Subject subject,
        List<Change> changes,
        @Nullable UUID importId,
        @Nullable Finding finding,
        @Nullable Paper paper,
        @Nullable String note) {

    /** @param onBehalfOf for whom they stood in, by delegation */
    public record Actor(
            String account, String name, @Nullable String onBehalfOf) {

        public Actor(String account, String name) {
            this(account, name, null);
        }
    }

    public record Subject(@Nullable String kind, UUID id, String title) {}

    /** A column before and after, codes in words. */
    public record Change(
            String column,
            Label label,
            @Nullable Object before,
            @Nullable Object after) {}

    public record Finding(UUID id, String title, String step) {}

    /** @param gone whether it has been removed since */
    public record Paper(
            UUID id, String title, Label kind, @Nullable String number, boolean gone) {}
}
