package org.yiti.supervision.shelf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.rulebook.Rulebook;

/** The numbers of the law that are known from memory only: in use once somebody has compared them with the text. */
@RestController
@RequestMapping("/api/supervision/parameters")
@Needs(Permission.RULE)
class ParameterController {

    /** @param reason where the values were compared with the text, or what is wrong with them */
    record Confirmation(
            boolean confirmed, @Nullable @Size(max = 1000) String reason) {}

    private final Rulebook rulebook;
    private final Scope scope;

    ParameterController(Rulebook rulebook, Scope scope) {
        this.rulebook = rulebook;
        this.scope = scope;
    }

    @Confirmed
    @PutMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String id, @Valid @RequestBody Confirmation wish) {
        if (wish.reason() == null || wish.reason().isBlank()) {
            throw new Refused(SupervisionRefusal.REASON_MISSING);
        }
        if (!rulebook.confirm(
                id, wish.confirmed(), wish.reason(), scope.account().account())) {
            throw new Refused(SupervisionRefusal.NOTHING_TO_CONFIRM, Map.of("parameter", id));
        }
    }
}
