package org.yiti.supervision.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.kernel.Label;
import org.yiti.law.LawBook;
import org.yiti.law.LawIsMalformed;
import org.yiti.law.Rule;
import org.yiti.law.RuleFiles;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rules that ship where findings, lists and people refer to them. What people switched stays switched. */
@Component
class RulebookLoading implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(RulebookLoading.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final LawBook law;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RulebookLoading(LawBook law, JdbcClient jdbc, TransactionOperations transaction) {
        this.law = law;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // two servers starting at once must not both load
            jdbc.sql("lock table supervision.rule in share row exclusive mode").update();
            jdbc.sql("update supervision.rule set shipped = false where shipped and not own and not id = any (:ids)")
                    .param("ids", law.rules().stream().map(Rule::id).toArray(String[]::new))
                    .update();
            law.rules().forEach(rule -> {
                write(rule, false);
                keep(rule, law.files(rule.id()));
            });
        });
    }

    /** A rule that was written here stands on the shelf, switched off. */
    void takeIn(Rule rule, RuleFiles files) {
        write(rule, true);
        keep(rule, files);
    }

    /** Those that were written and taken in here. One that cannot be read any more keeps no other from judging. */
    List<Rule> own() {
        return jdbc
                .sql("select rule_yml, find_sql, cases from supervision.own_rule where state = 'TAKEN_IN'")
                .query((row, n) -> new RuleFiles(
                        row.getString("rule_yml"), row.getString("find_sql"), null, row.getString("cases")))
                .list()
                .stream()
                .flatMap(files -> readable(files).stream())
                .toList();
    }

    private Optional<Rule> readable(RuleFiles files) {
        try {
            return Optional.of(law.read(files));
        } catch (LawIsMalformed e) {
            log.error("A rule that was written here cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Every wording stays, so that what it finds can be set beside what another finds. */
    private void keep(Rule rule, RuleFiles files) {
        jdbc.sql("""
                insert into supervision.rule_version (rule_id, hash, rule_yml, find_sql, unjudged_sql, cases)
                values (:rule, :hash, :yml, :find, :unjudged, :cases)
                on conflict (rule_id, hash) do update set cases = excluded.cases where rule_version.cases <> excluded.cases
                """)
                .param("rule", rule.id())
                .param("hash", rule.question().hash())
                .param("yml", files.rule())
                .param("find", files.find())
                .param("unjudged", files.unjudged())
                .param("cases", files.cases())
                .update();
    }

    private void write(Rule rule, boolean own) {
        jdbc.sql("""
                insert into supervision.rule
                       (id, code, module, title_zh, title_en, severity, confidence, subject_kind, unit, basis, parameters, watches,
                        unchecked_zh, unchecked_en, evidence, explain_zh, explain_en, remedy_zh, remedy_en, due_days, find_sql, unjudged_sql, cases, hash, enabled, own)
                values (:id, :code, :module, :title_zh, :title_en, :severity, :confidence, :subject, :unit, :basis::jsonb,
                        :parameters, :watches, :unchecked_zh, :unchecked_en, :evidence::jsonb, :explain_zh, :explain_en, :remedy_zh, :remedy_en, :due_days,
                        :find, :unjudged, :cases, :hash, :enabled, :own)
                on conflict (id) do update
                   set (code, module, title_zh, title_en, severity, confidence, subject_kind, unit, basis, parameters, watches,
                        unchecked_zh, unchecked_en, evidence, explain_zh, explain_en, remedy_zh, remedy_en, due_days, find_sql, unjudged_sql, cases, hash,
                        shipped, enabled)
                     = (excluded.code, excluded.module, excluded.title_zh, excluded.title_en, excluded.severity,
                        excluded.confidence, excluded.subject_kind, excluded.unit, excluded.basis, excluded.parameters,
                        excluded.watches, excluded.unchecked_zh, excluded.unchecked_en, excluded.evidence, excluded.explain_zh, excluded.explain_en, excluded.remedy_zh,
                        excluded.remedy_en, excluded.due_days, excluded.find_sql, excluded.unjudged_sql, excluded.cases,
                        excluded.hash, true,
                        case when rule.switched_at is null then excluded.enabled else rule.enabled end)
                 where (rule.hash, rule.cases, rule.shipped) is distinct from (excluded.hash, excluded.cases, true)
                """)
                .params(values(rule))
                .param("enabled", !own && rule.heading().confidence().isUsable())
                .param("own", own)
                .update();
    }

    private static Map<String, @Nullable Object> values(Rule rule) {
        var heading = rule.heading();
        var telling = rule.telling();
        var values = new TreeMap<String, @Nullable Object>();
        values.put("id", rule.id());
        values.put("code", heading.code());
        values.put("module", rule.module());
        both(values, "title", heading.title());
        values.put("severity", heading.severity().name());
        values.put("confidence", heading.confidence().name());
        values.put("subject", heading.subject());
        values.put("unit", heading.unit());
        values.put("basis", JSON.writeValueAsString(rule.grounds().basis()));
        values.put("parameters", rule.grounds().parameters().toArray(String[]::new));
        values.put("watches", rule.grounds().watches().toArray(String[]::new));
        var unchecked = rule.grounds().unchecked();
        values.put("unchecked_zh", unchecked == null ? null : unchecked.zh());
        values.put("unchecked_en", unchecked == null ? null : unchecked.en());
        values.put("evidence", JSON.writeValueAsString(columns(rule)));
        both(values, "explain", telling.explain());
        both(values, "remedy", telling.remedy());
        values.put("due_days", telling.dueDays());
        values.put("find", rule.question().find());
        values.put("unjudged", rule.question().unjudged());
        values.put("cases", rule.question().cases());
        values.put("hash", rule.question().hash());
        return values;
    }

    private static void both(Map<String, @Nullable Object> values, String name, Label label) {
        values.put(name + "_zh", label.zh());
        values.put(name + "_en", label.en());
    }

    private record Column(
            String name,
            String zh,
            String en,
            @Nullable String unit,
            @Nullable String codes,
            @Nullable String guard) {}

    private static List<Column> columns(Rule rule) {
        return rule.question().evidence().stream()
                .map(c -> new Column(c.name(), c.label().zh(), c.label().en(), c.unit(), c.codes(), c.guard()))
                .toList();
    }
}
