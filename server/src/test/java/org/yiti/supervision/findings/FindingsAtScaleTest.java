package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.yiti.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two hundred thousand findings under forty rules in two thousand institutions, one rule and one institution far ahead. */
class FindingsAtScaleTest {

    private static final int PAGE = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final NamedParameterJdbcTemplate DATABASE =
            new NamedParameterJdbcTemplate(TestDatabase.fresh().superuser());

    @BeforeAll
    static void planted() {
        DATABASE.getJdbcOperations().execute("""
                insert into organization.division (code, name, level) values ('975000', '量市', 'CITY');
                insert into organization.institution (code, name, kind, level, division_id)
                select 'Q' || n, '量' || (n * 7919 % 1999) || '局', 'GOVERNMENT', 'CITY', d.id
                  from organization.division d, generate_series(1, 2000) n where d.code = '975000';
                insert into supervision.rule (id, code, module, title_zh, title_en, severity, confidence, subject_kind, basis, parameters, watches, evidence,
                       explain_zh, explain_en, remedy_zh, remedy_en, due_days, find_sql, cases, hash, enabled)
                select 'scale.rule-' || n, 'SC-' || (n * 37 % 41), (array['premises', 'fleet'])[1 + n % 2], '规则', 'Rule', 'VIOLATION', 'verified', 'room', '[]', '{}', '{}', '[]',
                       'x', 'x', 'x', 'x', 30, 'select', '', 'h', true from generate_series(1, 40) n;
                select setseed(0.4);
                insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id, severity, state, limit_value, excess,
                       facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                select 'SC-' || n, 'scale.rule-' || (1 + floor(40 * power(random(), 4)))::int, 'h', 'room', kernel.new_id(), '房间' || n, coalesce(i.id, kernel.new_id()),
                       (array['VIOLATION', 'SUSPICION', 'REMINDER'])[1 + n % 3], (array['NEW', 'VERIFYING', 'CLOSED', 'MENDED'])[1 + n % 4],
                       case when n % 10 = 0 then null when n % 17 = 0 then 0 else 10 end, random() * 90,
                       '{}', '[]', '[]', '', date '2026-11-29' - (random() * 700)::int, '2026-11-29', date '2026-11-29' + (random() * 90)::int - 45
                  from (select n, 1 + floor(2000 * power(random(), 2))::int as k from generate_series(1, 200000) n) g
                  left join organization.institution i on i.code = 'Q' || g.k and n % 20000 <> 0;
                """);
        DATABASE.getJdbcOperations()
                .execute("vacuum analyze supervision.finding, organization.institution, supervision.rule");
    }

    private record Page(List<String> numbers, String next, long read) {}

    /** As the list asks, with how many findings the database had to read for it. */
    private static Page page(Map<String, String> asked, Set<UUID> within, String sort, String after) {
        var parameters = new LinkedMultiValueMap<String, String>();
        asked.forEach(parameters::add);
        var filter = new FindingFilter().within(within).where(parameters, TODAY, "somebody", List.of());
        var order = FindingOrder.of(sort);
        order.continueAfter(filter, after);
        var sql = FindingQueries.pageSql(filter, order, Integer.MAX_VALUE, PAGE + 1);
        var places = new ArrayList<String>();
        var numbers = DATABASE.query(sql, filter.bound(), (row, n) -> {
            places.add(order.place(row));
            return row.getString("number");
        });
        var plan = DATABASE.queryForObject(
                "explain (analyze, timing off, format json) " + sql, filter.bound(), String.class);
        var next = numbers.size() > PAGE ? places.get(PAGE - 1) : "";
        return new Page(
                numbers.stream().limit(PAGE).toList(),
                next,
                read(JsonMapper.shared().readTree(plan).get(0).get("Plan")));
    }

    private static long read(JsonNode node) {
        var rows = 0L;
        if (node.path("Relation Name").asString("").equals("finding")) {
            rows = Math.round((node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble(0))
                    * node.path("Actual Loops").asDouble());
        }
        for (var child : node.path("Plans")) {
            rows += read(child);
        }
        return rows;
    }

    private static final Map<String, String> KEYS = new LinkedHashMap<>(
            Map.of(
                    "institution",
                            "coalesce((select name from organization.institution i where i.id = f.institution_id), '')",
                    "rule", "(select code from supervision.rule r where r.id = f.rule_id)",
                    "severity", "array_position(array['REMINDER', 'SUSPICION', 'VIOLATION'], f.severity)",
                    "firstSeen", "f.first_seen",
                    "dueOn", "f.due_on",
                    "excess",
                            "coalesce(case when f.limit_value = 0 and f.excess > 0 then 1e9 else f.excess / nullif(f.limit_value, 0) end, -1)"));

    private static List<String> expected(String sort, String where, int from) {
        var way = sort.startsWith("-") ? " desc" : "";
        var key = KEYS.get(sort.replace("-", ""));
        if (sort.equals("excess")) {
            key = key.replace(", -1)", ", 'infinity'::numeric)");
        }
        return DATABASE.getJdbcOperations()
                .queryForList(
                        "select number from supervision.finding f where " + where + " order by " + key + way + ", f.id"
                                + way + " offset " + from + " limit " + PAGE,
                        String.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institution",
                "-institution",
                "rule",
                "-rule",
                "severity",
                "-severity",
                "firstSeen",
                "-firstSeen",
                "dueOn",
                "-dueOn",
                "excess",
                "-excess"
            })
    void aPageInAnyOrderReadsNotMuchMoreThanItShows(String sort) {
        var everybodys =
                DATABASE.getJdbcOperations().queryForList("select id from organization.institution", UUID.class);
        var first = page(Map.of(), null, sort, null);
        var second = page(Map.of(), null, sort, first.next());
        assertThat(first.numbers()).isEqualTo(expected(sort, "true", 0));
        assertThat(second.numbers()).isEqualTo(expected(sort, "true", PAGE));
        assertThat(first.read()).as("first page").isLessThan(10_000);
        assertThat(second.read()).as("second page").isLessThan(10_000);

        var open = Map.of("state", "OPEN");
        var within = page(open, Set.copyOf(everybodys), sort, null);
        assertThat(within.numbers())
                .isEqualTo(expected(
                        sort,
                        "f.state in ('NEW', 'VERIFYING') and exists (select from organization.institution i where i.id = f.institution_id)",
                        0));
        assertThat(within.read()).as("of those open in a part of the tree").isLessThan(10_000);
    }

    @Test
    void whatIsAskedOfOneUnitOneRuleOneSubjectOrOneCaseIsLedToByAnIndex() {
        var unit = DATABASE.getJdbcOperations()
                .queryForObject("select id from organization.institution where code = 'Q700'", UUID.class);
        var subject = DATABASE.getJdbcOperations()
                .queryForObject("select subject_id from supervision.finding where number = 'SC-77'", UUID.class);
        assertThat(counted(Map.of(), Set.of(unit))).as("unit").isLessThan(1_000);
        assertThat(counted(Map.of("subject", subject.toString()), null))
                .as("subject")
                .isLessThan(10);
        assertThat(counted(Map.of("case", UUID.randomUUID().toString()), null))
                .as("case")
                .isLessThan(10);
        for (var sort : KEYS.keySet()) {
            assertThat(page(Map.of("rule", "scale.rule-1"), null, sort, null).read())
                    .as("rule, by " + sort)
                    .isLessThan(10_000);
        }
    }

    @Test
    void aWordIsLookedForInAnIndexWhetherItStandsInTheNumberTheTitleOrTheRule() {
        DATABASE.getJdbcOperations()
                .execute("update supervision.rule set title_zh = '档案库房' where id = 'scale.rule-39'");
        for (var asked : List.of("房间12345", "SC-12345", "sc-12345", "档案库", "没有的")) {
            var found = DATABASE.queryForObject(
                    "select count(*) from supervision.finding f join supervision.rule r on r.id = f.rule_id"
                            + " where f.number ilike :q or f.subject_title ilike :q or r.title_zh ilike :q",
                    Map.of("q", "%" + asked + "%"),
                    Long.class);
            var page = page(Map.of("q", asked), null, "-firstSeen", null);
            assertThat(page.numbers()).as(asked).hasSize((int) Math.min(PAGE, found));
            assertThat(counted(Map.of("q", asked), null)).as(asked).isLessThan(6_000);
        }
        assertThat(page(Map.of("q", "房间 12345"), null, "-firstSeen", null).numbers())
                .isEmpty();
    }

    /** How many are read to be counted, before there is a page. */
    private static long counted(Map<String, String> asked, Set<UUID> within) {
        var parameters = new LinkedMultiValueMap<String, String>();
        asked.forEach(parameters::add);
        var filter = new FindingFilter().within(within).where(parameters, TODAY, "somebody", List.of());
        var plan = DATABASE.queryForObject(
                "explain (analyze, timing off, format json) " + FindingQueries.countSql(filter, 10_001),
                filter.bound(),
                String.class);
        return read(JsonMapper.shared().readTree(plan).get(0).get("Plan"));
    }
}
