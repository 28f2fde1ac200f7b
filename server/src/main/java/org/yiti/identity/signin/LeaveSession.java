package org.yiti.identity.signin;

import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.UseCase;

/** Somebody goes, or comes anew. */
@UseCase
class LeaveSession {

    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    LeaveSession(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    void leave(String token) {
        // One that still awaits its second factor is of nobody yet, and goes untold.
        sessions.find(token)
                .map(Sessions.Found::account)
                .map(account ->
                        new AccountEvent(AccountEvent.What.SIGNED_OUT, account.account(), account.institutionId()))
                .ifPresent(events::publishEvent);
        sessions.end(token);
    }
}
