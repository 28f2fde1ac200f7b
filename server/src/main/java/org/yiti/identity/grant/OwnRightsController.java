package org.yiti.identity.grant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yiti.identity.Own;
import org.yiti.identity.Purpose;
import org.yiti.identity.Scope;

@RestController
@RequestMapping("/api/identity/own-rights")
class OwnRightsController {

    record Capacity(Purpose purpose, @Nullable String onBehalfOf) {}

    /**
     * @param current what they work for now
     * @param possible what they could work for
     * @param passedOn what they have delegated
     */
    record OwnRights(
            Capacity current,
            List<Capacity> possible,
            List<GrantQueries.Listed> grants,
            List<GrantQueries.Listed> passedOn) {}

    record WorkFor(
            @NotNull Purpose purpose,
            @Nullable @Size(max = 100) String onBehalfOf) {}

    record Delegated(List<UUID> grants) {}

    private final GrantsInForce inForce;
    private final GrantQueries grants;
    private final Delegate delegate;
    private final ChangePurpose change;
    private final Scope scope;

    OwnRightsController(
            GrantsInForce inForce, GrantQueries grants, Delegate delegate, ChangePurpose change, Scope scope) {
        this.inForce = inForce;
        this.grants = grants;
        this.delegate = delegate;
        this.change = change;
        this.scope = scope;
    }

    @Own
    @GetMapping
    OwnRights own() {
        var account = scope.account();
        var rights = account.rights();
        return new OwnRights(
                new Capacity(rights.purpose(), rights.onBehalfOf()),
                inForce.capacities(account.account()).stream()
                        .map(one -> new Capacity(one.purpose(), one.onBehalfOf()))
                        .toList(),
                grants.of(account.account()),
                grants.passedOnBy(account.account()));
    }

    /** From the next request on this session has the rights of another purpose, and only those. */
    @Own
    @PutMapping("/purpose")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void workFor(@Valid @RequestBody WorkFor wish) {
        change.change(wish.purpose(), wish.onBehalfOf());
    }

    @Own
    @Confirmed
    @PostMapping("/delegations")
    @ResponseStatus(HttpStatus.CREATED)
    Delegated delegate(@Valid @RequestBody Delegate.Request wish) {
        return new Delegated(delegate.delegate(wish));
    }

    @Own
    @DeleteMapping("/delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        delegate.end(id);
    }
}
