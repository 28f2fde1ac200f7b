package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Open;
import org.yiti.identity.passkey.RelyingParties;

/** How one can sign in here, for a page that nobody has signed in to. */
@RestController
class WaysController {

    /** @param passkeys whether browsers can make and use passkeys for this address */
    record Ways(boolean passkeys) {}

    private final RelyingParties parties;

    WaysController(RelyingParties parties) {
        this.parties = parties;
    }

    @Open(because = "whoever wants to sign in has to know how")
    @GetMapping("/api/identity/session/ways")
    Ways ways(HttpServletRequest request) {
        return new Ways(parties.find(request).isPresent());
    }
}
