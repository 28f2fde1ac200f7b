package org.yiti.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;
import org.yiti.identity.factor.Factors;
import org.yiti.kernel.KeptNowhere;

/** Whom the signed-in account is elsewhere. */
@RestController
@RequestMapping("/api/identity/links")
class LinkController {

    private final LinkProvider linkProvider;
    private final Links links;
    private final ProviderDoor door;
    private final Factors factors;
    private final Scope scope;

    LinkController(LinkProvider linkProvider, Links links, ProviderDoor door, Factors factors, Scope scope) {
        this.linkProvider = linkProvider;
        this.links = links;
        this.door = door;
        this.factors = factors;
        this.scope = scope;
    }

    @Own
    @GetMapping
    List<Links.Listed> list() {
        return links.list(LiveSession.current().accountId());
    }

    @Own
    @Confirmed
    @KeptNowhere
    @PostMapping("/{provider}/departure")
    ProviderDoor.Departure leave(
            @PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
        var session = LiveSession.current();
        factors.refuseDemonstration(session.accountId());
        return door.leaveToLink(provider, session.accountId(), request, response);
    }

    @Own
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@Valid @RequestBody ProviderDoor.Return brought, HttpServletRequest request) {
        linkProvider.link(
                LiveSession.current(), scope.account(), door.arrive(ProviderDoor.Purpose.LINK, brought, request));
    }

    @Own
    @Confirmed
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable UUID id) {
        linkProvider.unlink(LiveSession.current(), scope.account(), id);
    }
}
