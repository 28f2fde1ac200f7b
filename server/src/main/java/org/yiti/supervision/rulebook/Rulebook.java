package org.yiti.supervision.rulebook;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.RuleFiles;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;

/** The rules that are run here: those that ship and are switched on. */
@Component
public class Rulebook {

    private final LawBook law;
    private final RulebookLoading loaded;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Rulebook(
            LawBook law,
            RulebookLoading loaded,
            JdbcClient jdbc,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.law = law;
        this.loaded = loaded;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    public List<Rule> enabled() {
        var ids = new HashSet<>(jdbc.sql("select id from supervision.rule where enabled and shipped")
                .query(String.class)
                .list());
        return Stream.concat(law.rules().stream(), loaded.own().stream())
                .filter(rule -> ids.contains(rule.id()))
                .toList();
    }

    /** A rule that was written here: on the shelf from now on, switched off. */
    @Transactional
    public void takeIn(Rule rule, RuleFiles files) {
        loaded.takeIn(rule, files);
    }

    /** The enabled rules whose verdicts a change of that ledger may change. */
    public List<Rule> watching(String ledger) {
        return enabled().stream()
                .filter(rule -> rule.grounds().watches().contains(ledger))
                .toList();
    }

    /** The enabled rules that judge by that parameter. */
    public List<Rule> judgingBy(String parameter) {
        return enabled().stream()
                .filter(rule -> rule.grounds().parameters().contains(parameter))
                .toList();
    }

    /** @return false when no value of the parameter waits to be confirmed */
    @Transactional
    public boolean confirm(String parameter, boolean confirmed, String reason, String by) {
        var isSettled = Unscoped.because(
                "nobody who acts may write the law; who may confirm it is decided by permission",
                () -> law.confirm(parameter, confirmed, reason, by));
        if (isSettled) {
            events.publishEvent(new ParameterSettled(parameter));
        }
        return isSettled;
    }

    /** @return false when there is no such rule */
    @Transactional
    public boolean switchTo(String ruleId, boolean enabled, String reason, String by) {
        if (enabled && wrote(ruleId, by)) {
            throw new Refused(SupervisionRefusal.SECOND_PERSON_NEEDED, Map.of("rule", ruleId));
        }
        var isSwitched = jdbc.sql("""
                        update supervision.rule
                           set enabled = :enabled, switched_by = :by, switched_at = :at, switch_reason = :reason
                         where id = :id and shipped
                        """)
                        .param("enabled", enabled)
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .param("reason", reason)
                        .param("id", ruleId)
                        .update()
                > 0;
        if (isSwitched) {
            audit.record(Act.of(enabled ? "rule.switched-on" : "rule.switched-off", "supervision.rule", ruleId)
                    .with("reason", reason));
        }
        return isSwitched;
    }

    /** What somebody wrote here, somebody else switches on. */
    private boolean wrote(String ruleId, String by) {
        return jdbc.sql("select exists (select from supervision.own_rule where rule_id = :id and written_by = :by)")
                .param("id", ruleId)
                .param("by", by)
                .query(Boolean.class)
                .single();
    }
}
