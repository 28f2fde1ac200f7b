package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Where a browser keeps the token of its session: out of reach of scripts, not sent along from other sites, and over
 * https under a name that no other host can write ({@code __Host-}, ASVS 5.0 3.3.1, 3.3.3).
 */
public final class SessionCookie {

    static final String NAME = "YITI_SESSION";

    private SessionCookie() {}

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    public static Optional<String> read(HttpServletRequest request) {
        var name = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        add(request, response, ResponseCookie.from(name(request), token));
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, ResponseCookie.from(name(request), "").maxAge(0));
    }

    /** What the browser says it is, cut to what a list can show. */
    public static String agent(HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return agent.substring(0, Math.min(agent.length(), 300));
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
