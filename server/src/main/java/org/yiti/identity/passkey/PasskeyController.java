package org.yiti.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;
import org.yiti.kernel.KeptNowhere;

@RestController
@RequestMapping("/api/identity/passkeys")
class PasskeyController {

    record PasskeyName(@NotBlank @Size(max = 50) String name) {}

    /** @param recoveryCodes shown this once; empty where there are some already */
    record Added(List<String> recoveryCodes) {}

    private final EnrolPasskey enrol;
    private final Passkeys passkeys;
    private final RelyingParties parties;
    private final Scope scope;

    PasskeyController(EnrolPasskey enrol, Passkeys passkeys, RelyingParties parties, Scope scope) {
        this.enrol = enrol;
        this.passkeys = passkeys;
        this.parties = parties;
        this.scope = scope;
    }

    @Own
    @GetMapping
    List<Passkeys.Listed> list() {
        return passkeys.list(LiveSession.current().accountId());
    }

    @Own
    @KeptNowhere
    @PostMapping("/challenge")
    EnrolPasskey.Order order(HttpServletRequest request) {
        return enrol.order(LiveSession.current(), scope.account(), parties.of(request));
    }

    @Own
    @KeptNowhere(doneOnce = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@Valid @RequestBody EnrolPasskey.Wish wish, HttpServletRequest request) {
        return new Added(enrol.add(LiveSession.current(), scope.account(), parties.of(request), wish));
    }

    @Own
    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @Valid @RequestBody PasskeyName wish) {
        enrol.rename(LiveSession.current().accountId(), scope.account(), id, wish.name());
    }

    @Own
    @Confirmed
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        enrol.remove(LiveSession.current().accountId(), scope.account(), id);
    }
}
