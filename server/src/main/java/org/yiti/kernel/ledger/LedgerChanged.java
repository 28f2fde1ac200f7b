package org.yiti.kernel.ledger;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a ledger have changed.
 *
 * @param ledger schema.table, such as {@code premises.room}
 * @param institutionIds whose rows changed; null when too many to name
 */
public record LedgerChanged(String ledger, @Nullable Set<UUID> institutionIds) {}
