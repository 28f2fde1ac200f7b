package org.yiti.identity.account;

import java.util.UUID;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.token.IssueToken;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * An administrator has tokens made for machines, and takes tokens from anybody in their part of the tree. For people they
 * make none: whoever holds a token acts in its account's name. Nor for a machine that may more than they: beyond their part
 * of the tree, or in another administrator's office.
 */
@UseCase
class MachineTokens {

    private final OwnPart part;
    private final IssueToken issueToken;

    MachineTokens(OwnPart part, IssueToken issueToken) {
        this.part = part;
        this.issueToken = issueToken;
    }

    IssueToken.Overview overview(long id) {
        return issueToken.overview(holder(part.account(id)));
    }

    IssueToken.Issued issue(long id, IssueToken.Wish wish) {
        var account = part.accountWithin(id);
        if (account.personId() != null || account.arrived() || !account.enabled()) {
            throw new Refused(IdentityRefusal.NOT_A_MACHINE);
        }
        part.refuseOffice(id);
        return issueToken.issue(holder(account), wish);
    }

    private static IssueToken.Holder holder(AccountQueries.Listed account) {
        return new IssueToken.Holder(account.id(), account.account());
    }

    void revoke(long id, UUID token) {
        issueToken.revoke(holder(part.account(id)), token);
    }
}
