package org.yiti.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.yiti.identity.passkey.PasskeyProof;
import org.yiti.identity.session.SessionCookie;
import org.yiti.kernel.Refused;

@RestController
@RequestMapping("/api/identity/session")
class SessionController {

    /**
     * @param awaitsSecondFactor the password was right; the session is of use once a code was sent
     * @param passkey a passkey will do as well
     */
    record Answer(boolean awaitsSecondFactor, boolean passkey) {}

    record Code(@NotBlank @Size(max = 200) String code) {}

    private final SignIn signIn;
    private final ConfirmSession confirmSession;
    private final LeaveSession leaveSession;
    private final SessionView view;
    private final PasskeyProof passkeys;
    private final Scope scope;

    SessionController(
            SignIn signIn,
            ConfirmSession confirmSession,
            LeaveSession leaveSession,
            SessionView view,
            PasskeyProof passkeys,
            Scope scope) {
        this.signIn = signIn;
        this.confirmSession = confirmSession;
        this.leaveSession = leaveSession;
        this.view = view;
        this.passkeys = passkeys;
        this.scope = scope;
    }

    @Open(because = "signing in is how one gets a permission")
    @PostMapping
    Answer signIn(@Valid @RequestBody SignIn.Request wish, HttpServletRequest request, HttpServletResponse response) {
        var begun = signIn.begin(wish, request.getRemoteAddr(), SessionCookie.agent(request));
        SessionCookie.read(request).ifPresent(leaveSession::leave);
        SessionCookie.write(request, response, begun.token());
        return new Answer(begun.awaitsSecondFactor(), begun.awaitsSecondFactor() && passkeys.has(begun.account()));
    }

    @Open(because = "whoever sends a second factor is not signed in before")
    @PostMapping("/second-factor")
    Answer secondFactor(@Valid @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        var awaiting = SessionCookie.read(request).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
        var token = signIn.confirm(awaiting, code.code(), request.getRemoteAddr(), SessionCookie.agent(request));
        SessionCookie.write(request, response, token);
        return new Answer(false, false);
    }

    @Own
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody Code code, HttpServletRequest request) {
        confirmSession.confirm(scope.account(), LiveSession.current(), code.code(), request.getRemoteAddr());
    }

    @Own
    @GetMapping
    SessionView.Session session() {
        return view.of(scope.account());
    }

    @Open(because = "leaving needs no permission")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(leaveSession::leave);
        SessionCookie.clear(request, response);
    }
}
