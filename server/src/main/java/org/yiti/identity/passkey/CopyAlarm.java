package org.yiti.identity.passkey;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.AccountEvent;

/** Tells that a passkey may have been copied; stays told although its use is refused. */
@Component
class CopyAlarm {

    private final ApplicationEventPublisher events;

    CopyAlarm(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ring(String account) {
        events.publishEvent(
                new AccountEvent(AccountEvent.What.FACTOR_SUSPECTED, account, null, Map.of("how", "passkey")));
    }
}
