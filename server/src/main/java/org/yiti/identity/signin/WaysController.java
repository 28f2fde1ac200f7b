package org.yiti.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Open;
import org.yiti.identity.passkey.RelyingParties;
import org.yiti.identity.provider.Providers;

/** How one can sign in here, for a page that nobody has signed in to. */
@RestController
class WaysController {

    /**
     * @param passkeys whether browsers can make and use passkeys for this address
     * @param providers whose word is taken for who somebody is
     */
    record Ways(boolean passkeys, List<Providers.Offered> providers) {}

    private final RelyingParties parties;
    private final Providers providers;

    WaysController(RelyingParties parties, Providers providers) {
        this.parties = parties;
        this.providers = providers;
    }

    @Open(because = "whoever wants to sign in has to know how")
    @GetMapping("/api/identity/session/ways")
    Ways ways(HttpServletRequest request) {
        return new Ways(parties.find(request).isPresent(), providers.list());
    }
}
