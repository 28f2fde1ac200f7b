package org.yiti.safeguard;

import java.util.EnumSet;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Category;

/**
 * Decides, by what somebody is here for, which guarded values they see in the course of their work. Contacts and sensitive
 * values are covered by no permission: they are shown one by one, for a reason ({@link Reveal}).
 */
@Component
public class Masking {

    private static final Map<Category, Permission> COVERED_BY =
            Map.of(Category.PERSONAL, Permission.PERSONAL, Category.TRACK, Permission.TRACK);

    private final Scope scope;
    private final ColumnCipher cipher;

    Masking(Scope scope, ColumnCipher cipher) {
        this.scope = scope;
        this.cipher = cipher;
    }

    /** What opens sealed columns, so that something can be left of them. */
    public ColumnCipher cipher() {
        return cipher;
    }

    /** Of whoever asks now. */
    public Eyes eyes() {
        return of(scope.account());
    }

    /** The house itself judges and moves what is there, not what is left of it. */
    private static Eyes of(Account account) {
        if (account.equals(Account.HOUSE)) {
            return Eyes.ALL_SEEING;
        }
        var covered = EnumSet.of(Category.ORDINARY);
        COVERED_BY.forEach((category, permission) -> {
            if (account.may(permission)) {
                covered.add(category);
            }
        });
        return new Eyes(covered, account.may(Permission.REVEAL));
    }
}
