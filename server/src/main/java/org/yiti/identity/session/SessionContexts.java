package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;

/**
 * Who asks, read anew for every request: an account that was closed, a session that was ended and a right that was taken
 * are gone with the next request, on every server (ASVS 5.0 7.4.2, 8.3.2).
 */
@Component
class SessionContexts implements SecurityContextRepository {

    private final Sessions sessions;
    private final TokenDoor tokens;

    SessionContexts(Sessions sessions, TokenDoor tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @org.jspecify.annotations.Nullable SecurityContext context;
            private boolean fresh;

            @Override
            public SecurityContext get() {
                if (context == null) {
                    context = SecurityContextHolder.createEmptyContext();
                    if (TokenDoor.isUsed(request)) {
                        tokens.open(request).ifPresent(found -> fill(found.account(), found.token()));
                    } else {
                        SessionCookie.read(request).flatMap(sessions::find).ifPresent(this::fill);
                    }
                    fresh = context.getAuthentication() == null;
                }
                return context;
            }

            private void fill(Sessions.Found found) {
                if (found.stale()) {
                    sessions.touch(found.session().id());
                }
                fill(found.account(), found.session());
            }

            private void fill(Account account, Object credentials) {
                var authorities = AuthorityUtils.createAuthorityList("ROLE_" + account.role());
                get().setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(account, credentials, authorities));
            }

            @Override
            public boolean isGenerated() {
                get();
                return fresh;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** There is nothing to keep: signing in has written its row. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return TokenDoor.isUsed(request) || SessionCookie.read(request).isPresent();
    }
}
