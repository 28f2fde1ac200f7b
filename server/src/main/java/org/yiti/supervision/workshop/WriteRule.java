package org.yiti.supervision.workshop;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.law.RuleFiles;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.rulebook.Rulebook;

/**
 * Keeps the files of a rule while somebody writes them, and takes it in when nothing is wrong with them: on the shelf,
 * switched off, to be tried in shadow and switched on by somebody else.
 */
@UseCase
class WriteRule {

    private static final int LONGEST = 200_000;

    record Files(
            @NotNull @Size(max = LONGEST) String rule,
            @NotNull @Size(max = LONGEST) String find,
            @NotNull @Size(max = LONGEST) String cases,
            int version) {

        RuleFiles files() {
            return new RuleFiles(rule, find, null, cases);
        }
    }

    private final OwnRules rules;
    private final CheckRule check;
    private final Rulebook rulebook;
    private final Scope scope;
    private final Audit audit;

    WriteRule(OwnRules rules, CheckRule check, Rulebook rulebook, Scope scope, Audit audit) {
        this.rules = rules;
        this.check = check;
        this.rulebook = rulebook;
        this.scope = scope;
        this.audit = audit;
    }

    UUID begin(Files files) {
        var ruleId = check.id(files.files());
        var id = rules.add(ruleId, files.files(), me());
        audit.record(Act.of("own-rule.written", "supervision.own_rule", id).with("rule", ruleId));
        return id;
    }

    /** One that was taken in is a draft again, and judges nobody until it is taken in and switched on anew. */
    void change(UUID id, Files files) {
        var rule = rules.get(id);
        if (!check.id(files.files()).equals(rule.ruleId())) {
            throw new Refused(SupervisionRefusal.OWN_RULE_NAME_TAKEN, Map.of("rule", check.id(files.files())));
        }
        var seen = new OwnRule(rule.id(), files.version(), rule.ruleId(), rule.files(), rule.state(), rule.written());
        if (!rules.change(seen, files.files(), me())) {
            throw new Refused(SupervisionRefusal.OWN_RULE_STALE, Map.of("id", id));
        }
        if (rule.state() == OwnRule.State.TAKEN_IN) {
            rulebook.switchTo(rule.ruleId(), false, "own-rule.written", me());
        }
        audit.record(Act.of("own-rule.written", "supervision.own_rule", id).with("rule", rule.ruleId()));
    }

    void takeIn(UUID id) {
        var own = rules.get(id);
        var rule = check.sound(own.files());
        rules.takeIn(own);
        rulebook.takeIn(rule, own.files());
        audit.record(Act.of("own-rule.taken-in", "supervision.own_rule", id)
                .with("rule", rule.id())
                .with("hash", rule.question().hash()));
    }

    void remove(UUID id) {
        var own = rules.get(id);
        rules.remove(own);
        audit.record(Act.of("own-rule.removed", "supervision.own_rule", id).with("rule", own.ruleId()));
    }

    private String me() {
        return scope.account().account();
    }
}
