package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The token that a write has to repeat in a header, which only a page of ours can read (ASVS 5.0 3.5.1). Over https its
 * cookie has a name that no other host can write, or a neighbour under the same domain could choose the token.
 */
final class TokenCookies implements CsrfTokenRepository {

    static final String NAME = "XSRF-TOKEN";

    private final CsrfTokenRepository plain = named(NAME, false);
    private final CsrfTokenRepository secured = named("__Host-" + NAME, true);

    private static CsrfTokenRepository named(String name, boolean secure) {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName(name);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").secure(secure));
        return repository;
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? secured : plain;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }
}
