package org.yiti.supervision.shelf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.rulebook.Rulebook;

@RestController
@RequestMapping("/api/supervision/rules")
@Needs(Permission.READ)
class RuleController {

    record Switch(
            boolean enabled, @Nullable @Size(max = 1000) String reason) {}

    private final RuleQueries rules;
    private final Rulebook rulebook;
    private final Scope scope;

    RuleController(RuleQueries rules, Rulebook rulebook, Scope scope) {
        this.rules = rules;
        this.rulebook = rulebook;
        this.scope = scope;
    }

    record Page(List<RuleView.Item> items, @Nullable String next, long total) {}

    /** All of them: a shelf is looked over as a whole. */
    @GetMapping
    Page list() {
        var all = rules.list();
        return new Page(all, null, all.size());
    }

    @GetMapping("/{id}")
    RuleView.Whole get(@PathVariable String id) {
        return rules.get(id);
    }

    @Confirmed
    @PutMapping("/{id}/enabled")
    @Needs(Permission.RULE)
    RuleView.Whole turn(@PathVariable String id, @Valid @RequestBody Switch wish) {
        if (wish.reason() == null || wish.reason().isBlank()) {
            throw new Refused(SupervisionRefusal.REASON_MISSING);
        }
        if (!rulebook.switchTo(
                id, wish.enabled(), wish.reason(), scope.account().account())) {
            throw new Refused(SupervisionRefusal.RULE_NOT_FOUND, Map.of("rule", id));
        }
        return rules.get(id);
    }
}
