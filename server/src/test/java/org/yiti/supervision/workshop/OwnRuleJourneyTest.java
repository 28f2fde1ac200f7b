package org.yiti.supervision.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** A rule is written in the console, checked, taken in switched off, and switched on by somebody else. */
class OwnRuleJourneyTest extends Journey {

    private static final String RULES = "/api/supervision/laboratory/own-rules";
    private static final Account SECOND = new Account("second", "复核人", Role.ADMINISTRATOR, null, true);

    private static final String FIND = """
            select r.id as subject_id, r.institution_id, r.title, r.usable_area as actual, 60 as "limit",
                   jsonb_build_array(jsonb_build_object('area', r.usable_area)) as evidence
              from room r
             where r.use = 'OFFICE' and r.usable_area > 60
            """;

    private static final String CASES = """
            background:
              institution:
                - { id: bureau, name: 市教育局, level: CITY, division: "330100" }
            cases:
              - name: { zh: "超过 60 平方米的应发现", en: "above sixty is found" }
                as_of: 2026-06-30
                given: { room: [{ id: r1, institution_id: bureau, title: 主楼 301, use: OFFICE, usable_area: 61 }] }
                finds: [{ subject: r1, actual: 61 }]
              - name: { zh: "恰好 60 平方米的不算", en: "sixty is within it" }
                as_of: 2026-06-30
                given: { room: [{ id: r1, institution_id: bureau, title: 主楼 301, use: OFFICE, usable_area: 60 }] }
                finds: []
            """;

    private static String rule(String name) {
        return """
                id: own.%s
                code: ZD-01
                title: { zh: 特大办公室, en: Very large office }
                severity: suspicion
                subject: room
                unit: m²
                confidence: local
                basis:
                  - { source: 本市规定, text: 单间办公室不宜超过 60 平方米, from: 2026-01-01 }
                watches: [premises.room]
                evidence:
                  - { name: area, zh: 面积, en: Area, unit: m² }
                explain: { zh: "{title} 有 {actual} m²", en: "{title} has {actual} m²" }
                remedy: { zh: 核对用途, en: Check its use, due_days: 30 }
                """.formatted(name);
    }

    private static Map<String, Object> files(String rule, String find, String cases) {
        return Map.of("rule", rule, "find", find, "cases", cases, "version", 1);
    }

    private Map<String, Object> check(String rule, String find, String cases) {
        return json(post(ADMINISTRATOR, RULES + "/check?dryRun=true", files(rule, find, cases)));
    }

    @Test
    void whatIsWrongIsToldByFileAndLine() {
        assertThat(check("id: own.x\ncode: 1", FIND, CASES).get("complaints").toString())
                .contains("file=rule.yml");
        assertThat(check(rule("x"), FIND.replace("from room", "from rooom"), CASES)
                        .toString())
                .contains("file=find.sql, line=3", "rooom");
        assertThat(check(rule("x"), FIND + ";", CASES).get("complaints").toString())
                .contains("semicolon");
        assertThat(check(rule("x"), "select set_config('role', 'none', false) as subject_id", CASES)
                        .get("complaints")
                        .toString())
                .contains("set_config");
        assertThat(check(rule("x"), FIND.replace("> 60", ">= 60"), CASES)
                        .get("cases")
                        .toString())
                .contains("passed=true", "passed=false");
        assertThat(check(rule("x").replace("own.x", "premises.x"), FIND, CASES)
                        .get("complaints")
                        .toString())
                .contains("own.");
    }

    @Test
    void whatHidesBehindACommentOrAQuotedNameIsSeen() {
        for (var hidden : List.of(
                "-- x\r, set_config('role', 'none', false)",
                "as \"a'\", set_config('role', 'none', false) as \"b'\"")) {
            assertThat(check(rule("x"), "select 1 " + hidden, CASES)
                            .get("complaints")
                            .toString())
                    .as(hidden)
                    .contains("set_config");
        }
    }

    /** Cases lay tables of their own over the facts; whatever is read past them is somebody's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select r.id as subject_id, r.institution_id, r.title from facts.room r",
                "select r.id as subject_id, r.institution_id, r.title from \"facts\".room r",
                "select r.id as subject_id, r.institution_id, r.title from FACTS . room r",
                "select r.id as subject_id, r.institution_id, r.title from ROOM r",
                "select r.id as subject_id, r.institution_id, r.title from Room r"
            })
    void whatIsCheckedByCasesReadsNoFactThatTheyDoNotGive(String find) {
        var none = "cases:\n  - { name: { zh: 无, en: none }, as_of: 2026-06-30, finds: [] }\n";

        assertThat(check(rule("x"), find, none).get("cases") + "").doesNotContain("institution_id");
    }

    @Test
    void whatTheFactsMadeOfAQuestionIsNotQuoted() {
        database.sql(
                        "insert into organization.division (code, name, level) values ('979972', '不可引用', 'CITY') on conflict do nothing")
                .update();
        var spying = """
                select gen_random_uuid() as subject_id, gen_random_uuid() as institution_id, 'x' as title, name::int as actual, 60 as "limit"
                  from division where code = '979972'
                """;
        var told = check(rule("x"), spying, CASES).get("dryRun");
        assertThat(String.valueOf(told)).contains("22P02").doesNotContain("不可引用");
    }

    /** How many people begin with a letter, and what a finding about a room says, would tell who they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select p.id as subject_id, p.institution_id, p.name as title from person p",
                "select p.id as subject_id, p.institution_id, 'x' as title from Person p where p.name like '王%'",
                "with q as (select \"name\" as n, id, institution_id from person) select id as subject_id, institution_id, n as title from q",
                "select d.id as subject_id, d.institution_id, 'x' as title from driver d join person p on p.name = d.code"
            })
    void aRuleOfOnesOwnDoesNotSeeWhoSomebodyIs(String find) {
        assertThat(check(rule("x"), find, CASES).get("dryRun").toString())
                .contains("does not exist", "found=null", "line=1");
    }

    @Test
    void whatIsAskedAsAWholeHasNoNamesEither() {
        add("organization/divisions", Map.of("code", "979973", "name", "自定市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "OWN-1", "name", "自定局", "kind", "政府机关", "level", "市级", "divisionCode", "979973"));
        add(
                "organization/people",
                Map.of("code", "OWN-P1", "name", "端木自定", "institutionCode", "OWN-1", "rank", "正局(处)级"));

        var found = check(
                        rule("x"),
                        "select p.id as subject_id, p.institution_id, 'x' as title from person p where p.code = 'OWN-P1'"
                                + " and p::text || to_jsonb(p)::text not like '%端木%' -- not seen",
                        CASES)
                .get("dryRun");

        assertThat(String.valueOf(found)).contains("found=1");
    }

    @Test
    void whoeverTriesAQuestionOnWhatIsThereIsToldOfWithTheQuestion() {
        check(rule("tried"), FIND, CASES);
        json(post(ADMINISTRATOR, RULES + "/check", files(rule("untried"), FIND, CASES)));

        assertThat(database.sql(
                                "select object || ' ' || clear::text from safeguard.entry where action = 'own-rule.checked'")
                        .query(String.class)
                        .list())
                .anySatisfy(entry -> assertThat(entry).contains("own.tried", "usable_area"))
                .noneSatisfy(entry -> assertThat(entry).contains("own.untried"));
    }

    @Test
    void aRuleIsWrittenTakenInSwitchedOffAndSwitchedOnBySomebodyElse() throws IOException {
        known(SECOND);
        var checked = check(rule("large-office"), FIND, CASES);
        assertThat(checked.get("complaints")).isEqualTo(List.of());
        assertThat(checked.get("cases").toString()).doesNotContain("passed=false");
        assertThat(checked.get("dryRun").toString()).contains("found=", "complaint=null");

        var begun = post(ADMINISTRATOR, RULES, files(rule("large-office"), FIND, CASES));
        assertThat(begun).hasStatus(201);
        var id = UUID.fromString((String) json(begun).get("id"));
        assertThat(post(ADMINISTRATOR, RULES, files(rule("large-office"), FIND, CASES)))
                .hasStatus(409);
        assertThat(entries(id))
                .containsExactly(
                        "own/large-office/cases.yml", "own/large-office/find.sql", "own/large-office/rule.yml");

        assertThat(post(ADMINISTRATOR, RULES + "/" + id + "/taken-in", Map.of()))
                .hasStatus(204);
        var onShelf = "/api/supervision/rules/own.large-office";
        assertThat(json(get(ADMINISTRATOR, onShelf)).get("rule").toString()).contains("enabled=false");
        var on = Map.of("enabled", true, "reason", "试运行一个月无误报");
        assertThat(put(ADMINISTRATOR, onShelf + "/enabled", on)).hasStatus(403);
        assertThat(put(SECOND, onShelf + "/enabled", on)).hasStatus(200);

        assertThat(put(ADMINISTRATOR, RULES + "/" + id, files(rule("large-office"), FIND.replace("60", "70"), CASES)))
                .hasStatus(200);
        assertThat(json(get(ADMINISTRATOR, onShelf)).get("rule").toString())
                .as("changed: off until it is taken in and switched on anew")
                .contains("enabled=false");
        assertThat(put(ADMINISTRATOR, RULES + "/" + id, files(rule("large-office"), FIND, CASES)))
                .as("somebody else's version")
                .hasStatus(409);
        assertThat(post(ADMINISTRATOR, RULES + "/" + id + "/taken-in", Map.of()))
                .as("its cases do not pass any more")
                .hasStatus(422);
        assertThat(delete(ADMINISTRATOR, RULES + "/" + id)).hasStatus(204);
        assertThat(get(ADMINISTRATOR, onShelf)).hasStatus(404);
        assertThat(database.sql("select action from safeguard.entry where object = ? order by seq")
                        .param("supervision.own_rule/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("own-rule.written", "own-rule.taken-in", "own-rule.written", "own-rule.removed");
    }

    private List<String> entries(UUID id) throws IOException {
        var names = new ArrayList<String>();
        var bytes =
                get(ADMINISTRATOR, RULES + "/" + id + "/export").getResponse().getContentAsByteArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void aNewRuleBeginsAsOneThatIsSound() {
        var files = json(get(ADMINISTRATOR, RULES + "/beginning"));
        var checked = check((String) files.get("rule"), (String) files.get("find"), (String) files.get("cases"));
        assertThat(checked.get("complaints")).isEqualTo(List.of());
        assertThat(checked.get("cases").toString()).contains("passed=true").doesNotContain("passed=false");
    }

    @Test
    void whoDoesNotGovernRulesWritesNone() {
        assertThat(get(officer(UUID.randomUUID()), RULES)).hasStatus(403);
        assertThat(post(officer(UUID.randomUUID()), RULES + "/check", files("x", "x", "x")))
                .hasStatus(403);
    }
}
