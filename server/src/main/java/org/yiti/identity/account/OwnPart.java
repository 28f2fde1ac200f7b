package org.yiti.identity.account;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Permission;
import org.yiti.identity.Reach;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.identity.grant.Grants;
import org.yiti.kernel.Refused;

/** Where a system administrator keeps accounts. */
@Component
class OwnPart {

    private final AccountQueries accounts;
    private final Grants grants;
    private final JdbcClient database;
    private final Scope scope;

    OwnPart(AccountQueries accounts, Grants grants, JdbcClient database, Scope scope) {
        this.grants = grants;
        this.accounts = accounts;
        this.database = database;
        this.scope = scope;
    }

    /** One of those in it that is not the own: nobody locks out themselves. */
    AccountQueries.Listed account(long id) {
        var account = accounts.find(id)
                .filter(one -> scope.contains(Permission.ACCOUNT, one.everything() ? null : one.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
        if (LiveSession.current().accountId() == id) {
            throw new Refused(IdentityRefusal.OWN_ACCOUNT);
        }
        return account;
    }

    /**
     * One whose rights, now or to come and for whatever purpose, reach no further than one's own part: whoever takes it
     * or takes it away would otherwise have, or end, what only those above them may.
     */
    AccountQueries.Listed accountWithin(long id) {
        var account = account(id);
        refuseBeyond(grants.reach(id));
        return account;
    }

    /**
     * Whoever can give an account another password or none of its factors can be whoever it belongs to. So it takes two
     * where its owner agrees to what others ask for: the security administrator first takes that right away, and gives it
     * again when the owner has come back.
     */
    AccountQueries.Listed accountToReset(long id) {
        var account = accountWithin(id);
        if (account.arrived()) {
            refuseOffice(id);
            if (grants.holdsAnyOf(id, Permission.SECOND_PAIR_OF_EYES)) {
                throw new Refused(IdentityRefusal.AGREES_FOR_OTHERS);
            }
        }
        return account;
    }

    void refuseOffice(long id) {
        if (grants.holdsAnothersOffice(id)) {
            throw new Refused(IdentityRefusal.HOLDS_ANOTHER_OFFICE);
        }
    }

    /** Whoever makes something act in an account's name has what it may do. */
    void refuseBeyond(Reach reach) {
        boolean isWithin = reach.everywhere()
                ? scope.account().mayEverywhere(Permission.ACCOUNT)
                : reach.roots().stream().allMatch(root -> scope.contains(Permission.ACCOUNT, root));
        if (!isWithin) {
            throw new Refused(IdentityRefusal.RIGHTS_REACH_FURTHER);
        }
    }

    void refuseBeyond(@Nullable UUID institution, boolean everything) {
        if (everything && !scope.account().mayEverywhere(Permission.ACCOUNT)) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", Permission.ACCOUNT.code()));
        }
        if (institution == null && !everything) {
            throw new Refused(IdentityRefusal.INSTITUTION_NEEDED);
        }
        if (institution != null) {
            scope.subtree(Permission.ACCOUNT, institution);
        }
    }

    void refuseUnknownPerson(UUID person) {
        Unscoped.because(
                        "whoever keeps accounts sees no ledgers, but whom one belongs to",
                        () -> database.sql("select institution_id from organization.person where id = :id")
                                .param("id", person)
                                .query(UUID.class)
                                .optional())
                .filter(of -> scope.contains(Permission.ACCOUNT, of))
                .orElseThrow(() -> new Refused(IdentityRefusal.OUTSIDE_SCOPE));
    }
}
