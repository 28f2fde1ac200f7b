package org.yiti.identity.factor;

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
@RequestMapping("/api/identity/authenticators")
class FactorController {

    record Name(@NotBlank @Size(max = 50) String name) {}

    record Code(@NotBlank @Size(max = 50) String code) {}

    /** @param recoveryCodes shown this once; empty where there are some already */
    record Enrolled(List<String> recoveryCodes) {}

    private final EnrolAuthenticator enrol;
    private final Scope scope;

    FactorController(EnrolAuthenticator enrol, Scope scope) {
        this.enrol = enrol;
        this.scope = scope;
    }

    @Own
    @GetMapping
    EnrolAuthenticator.Overview list() {
        return enrol.overview(LiveSession.current().accountId());
    }

    @Own
    @KeptNowhere(doneOnce = true)
    @PostMapping
    EnrolAuthenticator.Drawn draw(@Valid @RequestBody Name wish) {
        return enrol.draw(LiveSession.current(), scope.account().account(), wish.name());
    }

    @Own
    @KeptNowhere(doneOnce = true)
    @PostMapping("/{id}/confirmation")
    Enrolled confirm(@PathVariable UUID id, @Valid @RequestBody Code code) {
        return new Enrolled(enrol.confirm(LiveSession.current(), id, code.code()));
    }

    @Own
    @Confirmed
    @KeptNowhere(doneOnce = true)
    @PostMapping("/recovery-codes")
    Enrolled recoveryCodes() {
        return new Enrolled(enrol.drawRecoveryCodes(LiveSession.current().accountId()));
    }

    @Own
    @Confirmed
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        enrol.remove(LiveSession.current().accountId(), id);
    }
}
