package org.yiti.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.secret.Policy;
import org.yiti.kernel.Refused;

/**
 * Under which name passkeys are made here: that of {@code YITI_URL}. Without it only {@code localhost} will do, which
 * browsers never look up elsewhere; any other name of a request is chosen by who sends it.
 */
@Component
public class RelyingParties {

    private static final String LOCALHOST = "localhost";

    private final String url;

    RelyingParties(Policy policy) {
        this.url = policy.url();
    }

    public RelyingParty of(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new Refused(IdentityRefusal.PASSKEYS_NOT_SET_UP));
    }

    /** Empty where a browser would not make any: neither https nor localhost, or a bare address instead of a name. */
    public Optional<RelyingParty> find(HttpServletRequest request) {
        return url.isBlank()
                ? of(request.getScheme(), request.getServerName(), request.getServerPort())
                        .filter(party -> party.id().equals(LOCALHOST))
                : of(URI.create(url));
    }

    private static Optional<RelyingParty> of(URI address) {
        return address.getHost() == null
                ? Optional.empty()
                : of(address.getScheme(), address.getHost(), address.getPort());
    }

    private static Optional<RelyingParty> of(String scheme, String host, int port) {
        boolean isSafe = scheme.equals("https") || host.equals(LOCALHOST);
        boolean isBareAddress = host.startsWith("[") || host.matches("[0-9.]+");
        boolean isUsual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return isSafe && !isBareAddress
                ? Optional.of(new RelyingParty(host, scheme + "://" + host + (isUsual ? "" : ":" + port)))
                : Optional.empty();
    }
}
