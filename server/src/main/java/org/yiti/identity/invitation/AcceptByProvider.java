package org.yiti.identity.invitation;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.provider.Links;
import org.yiti.identity.provider.ProviderDoor.Arrival;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Whoever holds a link says who they are elsewhere, instead of choosing a password. */
@UseCase
class AcceptByProvider {

    private final Invitations invitations;
    private final Links links;
    private final ApplicationEventPublisher events;

    AcceptByProvider(Invitations invitations, Links links, ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.links = links;
        this.events = events;
    }

    AcceptInvitation.Accepted accept(Arrival arrival) {
        byte[] hash = arrival.invitationHash();
        if (hash == null) {
            throw new Refused(IdentityRefusal.INVITATION_NOT_VALID);
        }
        var invited = invitations.redeem(hash);
        links.add(invited.id(), arrival);
        tell(AccountEvent.What.INVITATION_ACCEPTED, invited.account(), arrival.provider());
        tell(AccountEvent.What.PROVIDER_LINKED, invited.account(), arrival.provider());
        return new AcceptInvitation.Accepted(invited.account());
    }

    private void tell(AccountEvent.What what, String account, String provider) {
        events.publishEvent(new AccountEvent(what, account, null, Map.of("how", provider)));
    }
}
