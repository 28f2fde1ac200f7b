package org.yiti.identity.secret;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.AccountEvent;

/** That somebody was turned away unheard stays, although what they tried is refused. */
@Component
class TellSuspended {

    private final ApplicationEventPublisher events;

    TellSuspended(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tell(String account) {
        events.publishEvent(new AccountEvent(AccountEvent.What.SIGN_IN_SUSPENDED, account, null));
    }
}
