package org.yiti.workbook.imports;

import org.jspecify.annotations.Nullable;
import org.yiti.identity.Account;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;

/** Who handed an import in or took it back, and for what they worked then. */
record By(
        String account,
        String name,
        Role role,
        @Nullable Purpose purpose,
        @Nullable String onBehalfOf) {

    static By of(Account account) {
        var rights = account.rights();
        return new By(account.account(), account.name(), account.role(), rights.purpose(), rights.onBehalfOf());
    }

    Account now(AccountDirectory accounts) {
        return accounts.find(account, purpose, onBehalfOf)
                .orElse(new Account(account, name, role, null, false, Rights.NONE));
    }
}
