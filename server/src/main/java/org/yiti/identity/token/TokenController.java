package org.yiti.identity.token;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import org.yiti.identity.secret.DemonstrationPassword;
import org.yiti.kernel.KeptNowhere;

/** The tokens of whoever is signed in. */
@RestController
@RequestMapping("/api/identity/tokens")
class TokenController {

    private final IssueToken issueToken;
    private final JdbcClient database;
    private final Scope scope;

    TokenController(IssueToken issueToken, JdbcClient database, Scope scope) {
        this.issueToken = issueToken;
        this.database = database;
        this.scope = scope;
    }

    @Own
    @GetMapping
    IssueToken.Overview list() {
        return issueToken.overview(me());
    }

    @Own
    @Confirmed
    @KeptNowhere(doneOnce = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssueToken.Issued issue(@Valid @RequestBody IssueToken.Wish wish) {
        var me = me();
        DemonstrationPassword.refuse(database, me.id());
        return issueToken.issue(me, wish);
    }

    /** Needs no fresh proof: whoever fears for a token must not be kept waiting. */
    @Own
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        issueToken.revoke(me(), id);
    }

    private IssueToken.Holder me() {
        return new IssueToken.Holder(
                LiveSession.current().accountId(), scope.account().account());
    }
}
