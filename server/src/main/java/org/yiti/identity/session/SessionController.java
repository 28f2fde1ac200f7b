package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Account;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Open;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;

@RestController
@RequestMapping("/api/identity")
class SessionController {

    record SignIn(
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(max = 200) String password) {}

    record Institution(UUID id, String name) {}

    record Session(
            String account,
            String name,
            Role role,
            Label roleName,
            @Nullable Institution institution,
            boolean demonstration,
            List<String> permissions) {}

    record DemonstrationAccount(String account, String password, String name, Role role, Label roleName) {}

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SecurityContextRepository contexts;
    private final Scope scope;
    private final DemonstrationAccounts demonstration;
    /** A hash that no password has. */
    private final String ofNobody;

    SessionController(
            Accounts accounts,
            PasswordEncoder passwords,
            SecurityContextRepository contexts,
            Scope scope,
            DemonstrationAccounts demonstration) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.contexts = contexts;
        this.scope = scope;
        this.demonstration = demonstration;
        this.ofNobody = passwords.encode(UUID.randomUUID().toString());
    }

    @Open(because = "signing in is how one gets a permission")
    @PostMapping("/session")
    Session signIn(@Valid @RequestBody SignIn wish, HttpServletRequest request, HttpServletResponse response) {
        var row = accounts.find(wish.account());
        // The same work is done for a name that does not exist or has no password, so that time does not tell which do.
        var right = passwords.matches(
                wish.password(), row.map(Accounts.Row::passwordHash).orElse(ofNobody));
        if (row.isEmpty() || !right) {
            throw new Refused(IdentityRefusal.WRONG_CREDENTIALS);
        }
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var account = row.get().signedIn();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList("ROLE_" + account.role())));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return session(account, row.get().demonstration());
    }

    @Needs(Permission.READ)
    @GetMapping("/session")
    Session session() {
        var account = scope.account();
        var isDemonstration = accounts.find(account.account())
                .map(Accounts.Row::demonstration)
                .orElse(false);
        return session(account, isDemonstration);
    }

    @Open(because = "leaving needs no permission")
    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @Open(because = "the demonstration says itself how to get in; empty otherwise")
    @GetMapping("/demo-accounts")
    List<DemonstrationAccount> demonstration() {
        return demonstration.list().stream()
                .map(row -> new DemonstrationAccount(
                        row.account(),
                        DemonstrationAccounts.PASSWORD,
                        row.name(),
                        row.role(),
                        row.role().label()))
                .toList();
    }

    private Session session(Account account, boolean demonstration) {
        var institution = account.institutionId();
        return new Session(
                account.account(),
                account.name(),
                account.role(),
                account.role().label(),
                institution == null
                        ? null
                        : new Institution(
                                institution,
                                accounts.institutionName(institution).orElse("")),
                demonstration,
                account.role().permissions().stream()
                        .map(Permission::code)
                        .sorted()
                        .toList());
    }
}
