package org.yiti.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Open;
import org.yiti.identity.Own;
import org.yiti.identity.passkey.PasskeyProof;
import org.yiti.identity.provider.ProviderDoor;
import org.yiti.identity.session.SessionCookie;
import org.yiti.identity.session.SessionOrigins;

@RestController
@RequestMapping("/api/identity/session/provider")
class ProviderSessionController {

    /** @param address where the browser goes to be signed out there too; null where it need not */
    record Farewell(@Nullable String address) {}

    private final ProviderDoor door;
    private final SignInByProvider signIn;
    private final LeaveSession leaveSession;
    private final SessionOrigins origins;
    private final PasskeyProof passkeys;

    ProviderSessionController(
            ProviderDoor door,
            SignInByProvider signIn,
            LeaveSession leaveSession,
            SessionOrigins origins,
            PasskeyProof passkeys) {
        this.door = door;
        this.signIn = signIn;
        this.leaveSession = leaveSession;
        this.origins = origins;
        this.passkeys = passkeys;
    }

    @Open(because = "whoever signs in is nobody yet")
    @PostMapping("/{provider}/departure")
    ProviderDoor.Departure leave(
            @PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
        return door.leaveToSignIn(provider, request, response);
    }

    @Open(because = "signing in is how one gets a permission")
    @PostMapping
    SessionController.Answer arrive(
            @Valid @RequestBody ProviderDoor.Return brought, HttpServletRequest request, HttpServletResponse response) {
        var arrival = door.arrive(ProviderDoor.Purpose.SIGN_IN, brought, request);
        var begun = signIn.begin(arrival, request.getRemoteAddr(), SessionCookie.agent(request));
        SessionCookie.read(request).ifPresent(leaveSession::leave);
        SessionCookie.write(request, response, begun.token());
        return new SessionController.Answer(
                begun.awaitsSecondFactor(), begun.awaitsSecondFactor() && passkeys.has(begun.account()));
    }

    /** Asked before the session ends, which knows it. */
    @Own
    @GetMapping("/farewell")
    Farewell farewell(HttpServletRequest request) {
        return new Farewell(origins.find(LiveSession.current().id())
                .flatMap(from -> door.farewell(from.provider(), from.hint(), request))
                .orElse(null));
    }
}
