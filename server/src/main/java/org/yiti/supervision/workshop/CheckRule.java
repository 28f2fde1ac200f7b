package org.yiti.supervision.workshop;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.law.GuardedFacts;
import org.yiti.law.Rule;
import org.yiti.law.RuleBench;
import org.yiti.law.RuleBench.CaseOutcome;
import org.yiti.law.RuleBench.Complaint;
import org.yiti.law.RuleFiles;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.laboratory.AskAside;
import org.yiti.supervision.laboratory.Failed;

/** What is wrong with the files of a rule, what its cases find, and how much it would find here, within some seconds. */
@Component
class CheckRule {

    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z][a-z0-9.-]*)");
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LONGEST_TOLD = 4_000;

    /** @param found objects it would find; null where it was not asked or could not be */
    record DryRun(
            @Nullable Long found,
            @Nullable Long units,
            @Nullable Complaint complaint) {}

    record Checked(
            List<Complaint> complaints,
            List<CaseOutcome> cases,
            @Nullable DryRun dryRun) {}

    private final RuleBench bench;
    private final AskAside aside;
    private final Scope scope;
    private final Audit audit;
    private final Clock clock;

    CheckRule(RuleBench bench, AskAside aside, Scope scope, Audit audit, Clock clock) {
        this.audit = audit;
        this.bench = bench;
        this.aside = aside;
        this.scope = scope;
        this.clock = clock;
    }

    String id(RuleFiles files) {
        var id = ID.matcher(files.rule());
        if (!id.find() || !id.group(1).startsWith(OwnRule.PREFIX)) {
            throw new Refused(
                    SupervisionRefusal.OWN_RULE_NAME_TAKEN,
                    Map.of("rule", id.reset().find() ? id.group(1) : "—"));
        }
        return id.group(1);
    }

    Checked check(RuleFiles files, boolean dryRun) {
        var reading = bench.read(files);
        var rule = reading.rule();
        if (rule == null) {
            return new Checked(reading.complaints(), List.of(), null);
        }
        var complaints = new ArrayList<Complaint>();
        if (!rule.id().startsWith(OwnRule.PREFIX)) {
            complaints.add(new Complaint("rule.yml", 1, "id: should begin with own."));
            return new Checked(complaints, List.of(), null);
        }
        return new Checked(complaints, cases(rule), dryRun ? dryRun(rule) : null);
    }

    /** Refuses what has a fault or a case that does not pass. */
    Rule sound(RuleFiles files) {
        var reading = bench.read(files);
        var rule = reading.rule();
        if (rule == null
                || !rule.id().startsWith(OwnRule.PREFIX)
                || !cases(rule).stream().allMatch(CaseOutcome::passed)) {
            throw new Refused(SupervisionRefusal.OWN_RULE_UNSOUND);
        }
        return rule;
    }

    private List<CaseOutcome> cases(Rule rule) {
        return Unscoped.because("cases are made up, and nothing else is read", () -> bench.cases(rule));
    }

    private DryRun dryRun(Rule rule) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        var find = GuardedFacts.asked(rule.id(), "facts", rule.question().find());
        var question = new AskAside.Question(find, today, scope.institutions(), List.of(), LONGEST);
        tell(rule);
        try {
            return aside.ask(question, connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(
                                "select count(*), count(distinct institution_id) from pg_temp.found")) {
                    row.next();
                    return new DryRun(row.getLong(1), row.getLong(2), null);
                }
            });
        } catch (SQLException e) {
            return new DryRun(null, null, complaint(e, question));
        }
    }

    /** How many there are of what somebody thought of is an answer about everybody: it is kept what they asked. */
    private void tell(Rule rule) {
        var find = rule.question().find();
        audit.record(Act.of("own-rule.checked", "supervision.own_rule", rule.id())
                .with("hash", rule.question().hash())
                .with("question", find.substring(0, Math.min(LONGEST_TOLD, find.length()))));
    }

    /** What is wrong with the question is told as it stands; what came of the facts it asked might quote them. */
    private static Complaint complaint(SQLException e, AskAside.Question question) {
        var server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        if (server == null || !String.valueOf(e.getSQLState()).startsWith("42")) {
            return new Complaint(
                    "find.sql", null, Failed.of(e, LONGEST).refusal().type() + " " + e.getSQLState());
        }
        var sql = AskAside.found(question);
        var first = (int) sql.substring(0, sql.indexOf("from (\n", sql.indexOf("to_jsonb")) + 1)
                .lines()
                .count();
        var line = (int) sql.substring(0, Math.max(0, Math.min(server.getPosition(), sql.length())))
                        .lines()
                        .count()
                - first;
        return new Complaint("find.sql", Math.max(1, line), String.valueOf(server.getMessage()));
    }
}
