package org.yiti.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a paper lies with, and what whoever asks may do there.
 *
 * @param name table of the thing, as the audit log names it
 * @param institutionId whose it is; null for what is everyone's
 */
public record PaperHolder(String name, UUID id, @Nullable UUID institutionId, boolean mayAdd, Removal mayRemove) {

    /** Which papers may be removed. */
    public enum Removal {
        ANY,
        OWN,
        NONE
    }
}
