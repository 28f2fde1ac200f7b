package org.yiti.identity.account;

import java.util.UUID;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Rights;
import org.yiti.identity.grant.GrantsInForce;
import org.yiti.identity.token.IssueToken;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * An administrator has tokens made for machines, and takes tokens from anybody in their part of the tree. For people they
 * make none: whoever holds a token acts in its account's name.
 */
@UseCase
class MachineTokens {

    private final OwnPart part;
    private final GrantsInForce grants;
    private final IssueToken issueToken;

    MachineTokens(OwnPart part, GrantsInForce grants, IssueToken issueToken) {
        this.part = part;
        this.grants = grants;
        this.issueToken = issueToken;
    }

    IssueToken.Overview overview(long id) {
        return issueToken.overview(id, rights(part.account(id)));
    }

    IssueToken.Issued issue(long id, IssueToken.Wish wish) {
        var account = part.account(id);
        if (account.personId() != null || account.hasPassword() || !account.enabled()) {
            throw new Refused(IdentityRefusal.NOT_A_MACHINE);
        }
        return issueToken.issue(new IssueToken.Holder(id, account.account(), rights(account)), wish);
    }

    private Rights rights(AccountQueries.Listed account) {
        return grants.rights(account.account(), null, null);
    }

    void revoke(long id, UUID token) {
        issueToken.revoke(id, part.account(id).account(), token);
    }
}
