package org.yiti.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Keeps secrets of accounts that must be had back as they were. What it writes belongs to one row of one account: taken
 * elsewhere it cannot be opened.
 */
public interface AccountSecrets {

    /** A column of {@code uuid} rows outside of all ledgers, beside the {@code account_id} of whose secrets it holds. */
    record Column(String table, String name) {}

    String seal(Column column, long account, UUID row, String secret);

    /**
     * @param stored as the column holds it; from before it was sealed, the secret itself
     * @return empty when it was destroyed, or is not what was sealed for this place
     */
    Optional<String> open(Column column, long account, UUID row, String stored);

    /** Nothing that was sealed of the account is ever opened again, in whatever copy. */
    void destroy(long account);
}
