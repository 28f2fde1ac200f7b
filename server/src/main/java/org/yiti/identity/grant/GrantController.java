package org.yiti.identity.grant;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

@RestController
@RequestMapping("/api/identity/grants")
@Needs(Permission.GRANT)
class GrantController {

    private static final int MOST = 500;

    record Granted(UUID id) {}

    private final GrantRights rights;
    private final GrantQueries grants;
    private final HolderQueries holders;
    private final Scope scope;

    GrantController(GrantRights rights, GrantQueries grants, HolderQueries holders, Scope scope) {
        this.rights = rights;
        this.grants = grants;
        this.holders = holders;
        this.scope = scope;
    }

    /** Who has what: in force or coming, or all there ever were. */
    @GetMapping
    GrantQueries.Page list(
            @RequestParam(defaultValue = "") List<Long> account,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return grants.page(scope.institutions(Permission.GRANT), account, ended, after, size(limit));
    }

    /** Whom something can be granted to, those first who have nothing yet. */
    @GetMapping("/holders")
    HolderQueries.Holders holders(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return holders.page(scope.institutions(Permission.GRANT), q, after, size(limit));
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(MOST, limit));
    }

    @Confirmed
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Granted grant(@Valid @RequestBody GrantRights.Request wish) {
        return new Granted(rights.grant(wish));
    }

    /** The system administrator's, as long as there is no security administrator. */
    @Confirmed
    @Needs(Permission.ACCOUNT)
    @PostMapping("/first")
    @ResponseStatus(HttpStatus.CREATED)
    Granted grantFirst(@Valid @RequestBody GrantRights.First wish) {
        return new Granted(rights.grantFirst(wish));
    }

    @Confirmed
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        rights.revoke(id);
    }
}
