package org.yiti.supervision.findings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.law.RuleFiles;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.FindingDossiers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class TellFinding implements FindingDossiers {

    private record Stood(String facts, String columns, String ruleId, String ruleHash) {}

    private final FindingPage pages;
    private final FindingEyes eyes;
    private final JdbcClient database;
    private final JsonMapper json;

    TellFinding(FindingPage pages, FindingEyes eyes, JdbcClient database, JsonMapper json) {
        this.pages = pages;
        this.eyes = eyes;
        this.database = database;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Dossier tell(UUID finding, Sight sight) {
        var whole = pages.get(finding, Locale.CHINESE, sight);
        var stood = database.sql("""
                        select f.facts, r.evidence as columns, f.rule_id, f.rule_hash
                          from supervision.finding f join supervision.rule r on r.id = f.rule_id where f.id = :id
                        """).param("id", finding).query(Stood.class).single();
        var facts = json.readValue(stood.facts(), new TypeReference<LinkedHashMap<String, Object>>() {});
        eyes.maskWithin(FindingEyes.Looking.at(sight, whole.finding()), facts, stood.columns());
        facts.computeIfPresent(
                "title", (name, title) -> whole.finding().subject().title());
        return new Dossier(
                finding,
                whole.finding().number(),
                whole.finding().subject().id(),
                json.convertValue(whole, new TypeReference<Map<String, Object>>() {}),
                facts,
                wording(stood),
                stood.ruleHash());
    }

    private @Nullable RuleFiles wording(Stood stood) {
        return database.sql("""
                        select rule_yml as rule, find_sql as find, unjudged_sql as unjudged, cases
                          from supervision.rule_version where rule_id = :rule and hash = :hash
                        """)
                .param("rule", stood.ruleId())
                .param("hash", stood.ruleHash())
                .query(RuleFiles.class)
                .optional()
                .orElse(null);
    }
}
