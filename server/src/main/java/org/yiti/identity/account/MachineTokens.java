package org.yiti.identity.account;

import java.util.UUID;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.token.IssueToken;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * An administrator has tokens made for machines, and takes tokens from anybody in their part of the tree. For people they
 * make none: whoever holds a token acts in its account's name.
 */
@UseCase
class MachineTokens {

    private final KeepAccounts keep;
    private final IssueToken issueToken;

    MachineTokens(KeepAccounts keep, IssueToken issueToken) {
        this.keep = keep;
        this.issueToken = issueToken;
    }

    IssueToken.Overview overview(long id) {
        return issueToken.overview(id, keep.own(id).role());
    }

    IssueToken.Issued issue(long id, IssueToken.Wish wish) {
        var account = keep.own(id);
        if (account.personId() != null || account.hasPassword() || !account.enabled()) {
            throw new Refused(IdentityRefusal.NOT_A_MACHINE);
        }
        return issueToken.issue(new IssueToken.Holder(id, account.account(), account.role()), wish);
    }

    void revoke(long id, UUID token) {
        issueToken.revoke(id, keep.own(id).account(), token);
    }
}
