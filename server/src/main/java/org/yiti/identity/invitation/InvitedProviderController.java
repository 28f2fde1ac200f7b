package org.yiti.identity.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Open;
import org.yiti.identity.provider.ProviderDoor;

@RestController
@RequestMapping("/api/identity/invitations/provider")
class InvitedProviderController {

    record Held(@NotBlank @Size(max = 100) String token) {}

    private final ProviderDoor door;
    private final AcceptByProvider accept;

    InvitedProviderController(ProviderDoor door, AcceptByProvider accept) {
        this.door = door;
        this.accept = accept;
    }

    /** Says nothing of the token, which is looked at when its holder is back. */
    @Open(because = "whoever is invited cannot sign in yet")
    @PostMapping("/{provider}/departure")
    ProviderDoor.Departure leave(
            @PathVariable String provider,
            @Valid @RequestBody Held held,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.leaveInvited(provider, held.token(), request, response);
    }

    @Open(because = "whoever is invited cannot sign in yet; the token they left with is what they know")
    @PostMapping
    AcceptInvitation.Accepted arrive(@Valid @RequestBody ProviderDoor.Return brought, HttpServletRequest request) {
        return accept.accept(door.arrive(ProviderDoor.Purpose.INVITATION, brought, request));
    }
}
