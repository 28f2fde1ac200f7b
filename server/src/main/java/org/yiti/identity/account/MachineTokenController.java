package org.yiti.identity.account;

import jakarta.validation.Valid;
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
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.token.IssueToken;
import org.yiti.kernel.KeptNowhere;

@RestController
@RequestMapping("/api/identity/accounts/{id}/tokens")
@Needs(Permission.ACCOUNT)
class MachineTokenController {

    private final MachineTokens tokens;

    MachineTokenController(MachineTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    IssueToken.Overview list(@PathVariable long id) {
        return tokens.overview(id);
    }

    @Confirmed
    @KeptNowhere(doneOnce = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssueToken.Issued issue(@PathVariable long id, @Valid @RequestBody IssueToken.Wish wish) {
        return tokens.issue(id, wish);
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @PathVariable UUID token) {
        tokens.revoke(id, token);
    }
}
