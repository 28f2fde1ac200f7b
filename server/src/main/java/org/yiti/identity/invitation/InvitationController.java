package org.yiti.identity.invitation;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Open;

@RestController
class InvitationController {

    private final AcceptInvitation acceptInvitation;

    InvitationController(AcceptInvitation acceptInvitation) {
        this.acceptInvitation = acceptInvitation;
    }

    @Open(because = "whoever is invited cannot sign in yet; the token is what they know")
    @PostMapping("/api/identity/invitations/accept")
    AcceptInvitation.Accepted accept(@Valid @RequestBody AcceptInvitation.Request wish) {
        return acceptInvitation.accept(wish);
    }
}
