package org.yiti.safeguard.cipher;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column whose values are encrypted: of a ledger, each bound to its row, or of accounts, each bound to the account as well. */
record SealedPlace(String table, String column, boolean isOfAccounts) {

    /** @param account null in a ledger */
    record Value(UUID id, @Nullable Long account, String stored) {

        /** Whose secret it is encrypted with. */
        UUID subject() {
            return account == null ? id : SealedSecrets.subject(account);
        }

        String[] place() {
            return account == null ? new String[] {id.toString()} : SealedSecrets.place(account, id);
        }
    }

    String select() {
        return "select id, " + (isOfAccounts ? "account_id" : "null::bigint") + " as account, " + column
                + " as stored from " + table;
    }

    String name() {
        return AllSealed.name(table, column);
    }

    /** What is not encrypted at all. */
    String plain() {
        return "select from " + table + " where " + column + " not like '~%'";
    }

    /** What is not encrypted with a key, or not encrypted at all. */
    String notUnder() {
        return " where %1$s is not null and (%1$s not like '~2.%%' or split_part(%1$s, '.', 3) <> :key)"
                .formatted(column);
    }
}
