package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

/** The doors refuse in the same words as everybody else. */
@Component
class Problems {

    private final HandlerExceptionResolver resolver;

    private final TokenDoor tokens;

    Problems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver, TokenDoor tokens) {
        this.resolver = resolver;
        this.tokens = tokens;
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception reason) {
        resolver.resolveException(request, response, null, tokens.refusal(request));
    }

    void denied(HttpServletRequest request, HttpServletResponse response, Exception reason) {
        var why = reason instanceof CsrfException ? IdentityRefusal.TOKEN_MISSING : IdentityRefusal.NOT_PERMITTED;
        resolver.resolveException(request, response, null, new Refused(why));
    }
}
