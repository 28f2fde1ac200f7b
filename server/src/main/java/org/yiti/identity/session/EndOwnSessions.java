package org.yiti.identity.session;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody ends sessions of their own: one, or all but the one that asks. Whoever took an account over would do so too. */
@UseCase
class EndOwnSessions {

    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    EndOwnSessions(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    void end(Account owner, LiveSession current, UUID session) {
        if (!sessions.end(current.accountId(), session)) {
            throw new Refused(IdentityRefusal.SESSION_NOT_FOUND);
        }
        tell(owner);
    }

    void endOthers(Account owner, LiveSession current) {
        sessions.endAll(current.accountId(), current.id());
        tell(owner);
    }

    private void tell(Account owner) {
        events.publishEvent(new AccountEvent(AccountEvent.What.SESSIONS_ENDED, owner.account(), owner.institutionId()));
    }
}
