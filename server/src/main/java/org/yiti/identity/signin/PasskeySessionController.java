package org.yiti.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Open;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;
import org.yiti.identity.passkey.Assertion;
import org.yiti.identity.passkey.PasskeyProof.Question;
import org.yiti.identity.passkey.RelyingParties;
import org.yiti.identity.session.SessionCookie;
import org.yiti.kernel.Refused;

@RestController
@RequestMapping("/api/identity/session")
class PasskeySessionController {

    private final ProveByPasskey prove;
    private final LeaveSession leaveSession;
    private final RelyingParties parties;
    private final Scope scope;

    PasskeySessionController(ProveByPasskey prove, LeaveSession leaveSession, RelyingParties parties, Scope scope) {
        this.prove = prove;
        this.leaveSession = leaveSession;
        this.parties = parties;
        this.scope = scope;
    }

    @Open(because = "whoever signs in is nobody yet")
    @PostMapping("/passkey/challenge")
    Question askAnybody(HttpServletRequest request) {
        return prove.askAnybody(parties.of(request));
    }

    @Open(because = "signing in is how one gets a permission")
    @PostMapping("/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody Assertion answer, HttpServletRequest request, HttpServletResponse response) {
        var token = prove.signIn(parties.of(request), answer, request.getRemoteAddr(), SessionCookie.agent(request));
        SessionCookie.read(request).ifPresent(leaveSession::leave);
        SessionCookie.write(request, response, token);
    }

    @Open(because = "whoever sends a second factor is not signed in before")
    @PostMapping("/second-factor/passkey/challenge")
    Question askAwaiting(HttpServletRequest request) {
        return prove.askAwaiting(parties.of(request), awaiting(request));
    }

    @Open(because = "whoever sends a second factor is not signed in before")
    @PostMapping("/second-factor/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@Valid @RequestBody Assertion answer, HttpServletRequest request, HttpServletResponse response) {
        var token = prove.complete(
                parties.of(request), awaiting(request), answer, request.getRemoteAddr(), SessionCookie.agent(request));
        SessionCookie.write(request, response, token);
    }

    @Own
    @PostMapping("/confirmation/passkey/challenge")
    Question askAgain(HttpServletRequest request) {
        return prove.askAgain(parties.of(request), LiveSession.current());
    }

    @Own
    @PostMapping("/confirmation/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody Assertion answer, HttpServletRequest request) {
        prove.confirm(parties.of(request), scope.account(), LiveSession.current(), answer, request.getRemoteAddr());
    }

    private static String awaiting(HttpServletRequest request) {
        return SessionCookie.read(request).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
    }
}
