package org.yiti.identity.account;

import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.invitation.Invitations;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** The system administrator helps whoever cannot come in, or should not be in any more. None of it tells them a password. */
@UseCase
class ResetAccount {

    private final OwnPart part;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Factors factors;
    private final ApplicationEventPublisher events;

    ResetAccount(
            OwnPart part,
            Invitations invitations,
            Sessions sessions,
            Factors factors,
            ApplicationEventPublisher events) {
        this.part = part;
        this.invitations = invitations;
        this.sessions = sessions;
        this.factors = factors;
        this.events = events;
    }

    /** A link with which its owner chooses a password, be it the first or another; an earlier link is void. */
    String invite(long id) {
        var account = part.accountToReset(id);
        if (account.demonstration()) {
            throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
        }
        return invitations.issue(account.account());
    }

    /** Whoever lost phone and recovery codes begins anew: no factor, no session. */
    void removeFactors(long id) {
        var account = part.accountToReset(id);
        factors.removeAll(id);
        sessions.endAll(id, null);
        tell(What.FACTOR_REMOVED, account);
    }

    void endSessions(long id) {
        var account = part.account(id);
        sessions.endAll(id, null);
        tell(What.SESSIONS_ENDED, account);
    }

    private void tell(What what, AccountQueries.Listed account) {
        events.publishEvent(new AccountEvent(what, account.account(), account.institutionId()));
    }
}
