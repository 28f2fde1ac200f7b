package org.yiti.identity.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Unscoped;

/**
 * As whom the database is asked.
 *
 * @param role of PostgreSQL; {@code none} is the account that owns the tables
 * @param roots institutions on which the parts of the tree hang, as an array in PostgreSQL's writing
 * @param account whose own rows are seen
 */
record Standing(String role, String roots, String account) {

    /** What happens by the clock, at the start, or where {@link Unscoped} says why. */
    static final Standing HOUSE = new Standing("none", "{}", "");
    /** A request nobody has signed in for. */
    static final Standing NOBODY = new Standing("yiti_scoped", "{}", "");

    private static final ThreadLocal<Boolean> ANSWERING = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> LOOKING = new ThreadLocal<>();

    static Standing now() {
        if (Unscoped.isOn()) {
            return HOUSE;
        }
        var account = Acting.account() == null ? signedIn() : Acting.account();
        if (account != null) {
            return of(account);
        }
        return ANSWERING.get() == null ? HOUSE : NOBODY;
    }

    private static Standing of(Account account) {
        if (account.equals(Account.HOUSE)) {
            return HOUSE;
        }
        return account.everything()
                ? new Standing("yiti_all", "{}", account.account())
                : new Standing(
                        "yiti_scoped",
                        account.institutionId() == null ? "{}" : "{" + account.institutionId() + "}",
                        account.account());
    }

    /** Whose session this is may have to be looked up first, and who looks it up is nobody yet. */
    static @Nullable Account signedIn() {
        if (LOOKING.get() != null) {
            return null;
        }
        LOOKING.set(Boolean.TRUE);
        try {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null && authentication.getPrincipal() instanceof Account account ? account : null;
        } finally {
            LOOKING.remove();
        }
    }

    /** From here on this thread answers a request: without an account it sees nothing. */
    static void answering(boolean is) {
        if (is) {
            ANSWERING.set(Boolean.TRUE);
        } else {
            ANSWERING.remove();
        }
    }

    /**
     * Commands and no questions: they may stand before a transaction's first.
     *
     * @param local until the transaction ends
     */
    String commands(boolean local) {
        var set = local ? "set local " : "set ";
        return set + "role " + role + "; " + set + "yiti.roots = '" + roots + "'; " + set + "yiti.account = '"
                + account.replace("'", "''") + "'";
    }
}
