package org.yiti.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Open;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;
import org.yiti.identity.secret.Policy;

@RestController
@RequestMapping("/api/identity/password")
class PasswordController {

    /** What a new password must be, to be said before it is typed. */
    record Rules(int shortest, boolean composed) {}

    private final ChangePassword changePassword;
    private final Policy policy;
    private final Scope scope;

    PasswordController(ChangePassword changePassword, Policy policy, Scope scope) {
        this.changePassword = changePassword;
        this.policy = policy;
        this.scope = scope;
    }

    @Open(because = "whoever is invited chooses a password before signing in")
    @GetMapping
    Rules rules() {
        return new Rules(policy.profile().shortestPassword(), policy.profile().composed());
    }

    @Own
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody ChangePassword.Request wish, HttpServletRequest request) {
        changePassword.change(scope.account(), LiveSession.current(), wish, request.getRemoteAddr());
    }
}
