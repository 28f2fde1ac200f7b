package org.yiti.safeguard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;

/**
 * Where a value stands: all that the audit log says of one that went out, which is never the value itself.
 *
 * @param kind name of its ledger, such as {@code organization.person}, or of another table
 * @param row null where the rows of a ledger have no name of their own
 * @param institution whose it is
 */
public record Place(
        String kind, @Nullable UUID row, @Nullable UUID institution, String column) {

    public static Place of(Ledger ledger, @Nullable UUID row, @Nullable UUID institution, Column column) {
        return new Place(ledger.name(), row, institution, column.name());
    }
}
