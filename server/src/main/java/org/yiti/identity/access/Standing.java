package org.yiti.identity.access;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Reach;
import org.yiti.identity.Unscoped;

/**
 * As whom the database is asked. Where one may do something is said as an array in PostgreSQL's writing: institutions on
 * which the parts of the tree hang, or {@link #EVERYWHERE}.
 *
 * @param role of PostgreSQL
 * @param writes rows of ledgers, by whatever permission
 * @param settles findings
 * @param audits the audit log
 * @param account whose own rows are seen
 */
record Standing(String role, String reads, String writes, String settles, String audits, String account) {

    private static final String NOWHERE = "{}";
    private static final String EVERYWHERE = "{00000000-0000-0000-0000-000000000000}";

    /** What happens by the clock, at the start, or where {@link Unscoped} says why. */
    static final Standing HOUSE = new Standing("yiti_house", NOWHERE, NOWHERE, NOWHERE, NOWHERE, "");
    /** A request nobody has signed in for. */
    static final Standing NOBODY = new Standing("yiti_scoped", NOWHERE, NOWHERE, NOWHERE, NOWHERE, "");

    /** Asked before every statement: the last answer of this thread is kept. */
    private record Known(Account account, Standing standing) {}

    private static final ThreadLocal<Known> KNOWN = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> ANSWERING = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> LOOKING = new ThreadLocal<>();

    static Standing now() {
        if (Unscoped.isOn()) {
            return HOUSE;
        }
        var account = actor();
        if (account != null) {
            return of(account);
        }
        return ANSWERING.get() == null ? HOUSE : NOBODY;
    }

    private static Standing of(Account account) {
        var known = KNOWN.get();
        if (known == null || known.account() != account) {
            known = new Known(account, account.equals(Account.HOUSE) ? HOUSE : derived(account));
            KNOWN.set(known);
        }
        return known.standing();
    }

    private static Standing derived(Account account) {
        var rights = account.rights();
        var reads = rights.reach(Permission.READ);
        var writes = rights.reach(Permission.WRITE, Permission.IMPORT);
        var settles = rights.reach(Permission.VERIFY, Permission.RECTIFY);
        var acting = writes.everywhere() ? "yiti_all" : reads.everywhere() ? "yiti_sees_all" : "yiti_scoped";
        return new Standing(
                acting,
                written(reads),
                written(writes),
                written(settles),
                written(rights.reach(Permission.AUDIT)),
                account.account());
    }

    private static String written(Reach reach) {
        return reach.everywhere()
                ? EVERYWHERE
                : reach.roots().stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    /** Whom this thread acts for, or who is signed in; null where neither is. */
    static @Nullable Account actor() {
        var acting = Acting.account();
        return acting == null ? signedIn() : acting;
    }

    /** Whose session this is may have to be looked up first, and who looks it up is nobody yet. */
    private static @Nullable Account signedIn() {
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
            KNOWN.remove();
        }
    }

    /**
     * Commands and no questions: they may stand before a transaction's first.
     *
     * @param local until the transaction ends
     */
    String commands(boolean local) {
        var set = local ? "; set local " : "; set ";
        return set.substring(2) + "role " + role
                + set + "yiti.reads = '" + reads + "'"
                + set + "yiti.writes = '" + writes + "'"
                + set + "yiti.settles = '" + settles + "'"
                + set + "yiti.audits = '" + audits + "'"
                + set + "yiti.account = '" + account.replace("'", "''") + "'";
    }
}
