package org.yiti.identity.account;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.KeptNowhere;

@RestController
@RequestMapping("/api/identity/accounts")
@Needs(Permission.ACCOUNT)
class AccountController {

    private static final int MOST = 500;

    record Opened(long id) {}

    /** @param token goes behind the # of the console's {@code /invitation}; nobody can ask for it again */
    record Invitation(String token) {}

    private final KeepAccounts keep;
    private final ResetAccount reset;
    private final AccountQueries accounts;
    private final Scope scope;

    AccountController(KeepAccounts keep, ResetAccount reset, AccountQueries accounts, Scope scope) {
        this.keep = keep;
        this.reset = reset;
        this.accounts = accounts;
        this.scope = scope;
    }

    @GetMapping
    AccountQueries.Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return accounts.page(scope.institutions(Permission.ACCOUNT), q, after, Math.max(1, Math.min(MOST, limit)));
    }

    @Confirmed
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@Valid @RequestBody KeepAccounts.Opening wish) {
        return new Opened(keep.open(wish));
    }

    @Confirmed
    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @Valid @RequestBody KeepAccounts.Change wish) {
        keep.change(id, wish);
    }

    @Confirmed
    @KeptNowhere(doneOnce = true)
    @PostMapping("/{id}/invitation")
    Invitation invite(@PathVariable long id) {
        return new Invitation(reset.invite(id));
    }

    @Confirmed
    @DeleteMapping("/{id}/authenticators")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFactors(@PathVariable long id) {
        reset.removeFactors(id);
    }

    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable long id) {
        reset.endSessions(id);
    }
}
