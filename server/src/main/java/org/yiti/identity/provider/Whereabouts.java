package org.yiti.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.yiti.identity.passkey.RelyingParties;
import org.yiti.identity.secret.Policy;
import org.yiti.identity.secret.Token;

/** Which browser it is, and where it is to come back to. */
@Component
class Whereabouts {

    private static final String COOKIE = "YITI_DEPARTED";

    private final Policy policy;
    private final RelyingParties parties;

    Whereabouts(Policy policy, RelyingParties parties) {
        this.policy = policy;
        this.parties = parties;
    }

    /** The page of the console that a provider sends people back to, as it is registered there. */
    String redirect(HttpServletRequest request) {
        return door(request) + "/provider";
    }

    String door(HttpServletRequest request) {
        var url = policy.url().isBlank() ? parties.of(request).origin() : policy.url();
        return url.replaceAll("/+$", "") + "/sign-in";
    }

    /** Over https one that no other host can write: who could would have somebody come back as themselves. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }

    Optional<String> browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request))
                        && !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    /** A mark that this browser alone has, for the time of the attempt: Lax, since it comes back from elsewhere. */
    String browser(HttpServletRequest request, HttpServletResponse response) {
        var mark = Token.draw();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), mark)
                        .path("/")
                        .maxAge(Attempts.TERM)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
        return mark;
    }
}
