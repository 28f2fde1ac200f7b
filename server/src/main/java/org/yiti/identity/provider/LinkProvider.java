package org.yiti.identity.provider;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.factor.Factors;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody who is signed in says who they are elsewhere, or takes it back. */
@UseCase
class LinkProvider {

    private final Links links;
    private final Factors factors;
    private final ApplicationEventPublisher events;

    LinkProvider(Links links, Factors factors, ApplicationEventPublisher events) {
        this.links = links;
        this.factors = factors;
        this.events = events;
    }

    /** Whoever comes back is still the one who left: nobody is made to link their account with somebody else's. */
    void link(LiveSession session, Account owner, ProviderDoor.Arrival arrival) {
        Long left = arrival.accountId();
        if (left == null || left != session.accountId()) {
            throw new Refused(IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED);
        }
        links.add(session.accountId(), arrival);
        tell(What.PROVIDER_LINKED, owner, arrival.provider());
    }

    void unlink(LiveSession session, Account owner, UUID id) {
        var provider = links.remove(session.accountId(), id)
                .orElseThrow(() -> new Refused(IdentityRefusal.PROVIDER_NOT_FOUND));
        factors.refuseNoWayIn(session.accountId());
        tell(What.PROVIDER_UNLINKED, owner, provider);
    }

    private void tell(What what, Account owner, String provider) {
        events.publishEvent(new AccountEvent(what, owner.account(), owner.institutionId(), Map.of("how", provider)));
    }
}
