package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class FindingListJourneyTest extends Journey {

    @Autowired
    private Clock clock;

    /** Rules find more about the office, by what other tests have in the books. */
    private static final Predicate<Object> OURS = number -> number.toString().startsWith("FL-");

    private static UUID office;

    @BeforeEach
    void threeFindings() {
        if (office != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "970520", "name", "清单市", "level", "市级"));
        office = add(
                "organization/institutions",
                Map.of("code", "FL-1", "name", "清单市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "970520"));
        Soon.soon("nothing is left to judge", this::leftToJudge, left -> !left);
        finding("FL-1", "VIOLATION", "NEW", 100, -5);
        finding("FL-2", "SUSPICION", "VERIFYING", 20, 5);
        finding("FL-3", "VIOLATION", "CLOSED", 40, -9);
    }

    /** The new institution is judged in the background, and what is not found again is closed. */
    private boolean leftToJudge() {
        return database.sql("""
                        select exists (select 1 from kernel.event_publication where completion_date is null)
                            or exists (select 1 from kernel.scheduled_task where task_name = 'supervision-judge-pending')
                            or exists (select 1 from supervision.pending_judgement)
                        """).query(Boolean.class).single();
    }

    private void finding(String number, String severity, String state, int age, int dueIn) {
        var today = LocalDate.now(clock);
        database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, state, actual, limit_value, excess, unit, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                        values (:number, 'premises.no-use-agreement', '', 'institution', gen_random_uuid(), '=1+1', :office,
                               :severity, :state, 12.5, 9, 3.5, 'm²', '{"title": "甲楼"}', '[]', '[]', '', :seen, :seen, :due)
                        """)
                .param("number", number)
                .param("office", office)
                .param("severity", severity)
                .param("state", state)
                .param("seen", today.minusDays(age))
                .param("due", today.plusDays(dueIn))
                .update();
    }

    private List<Object> numbers(String filters) {
        return items(get(ADMINISTRATOR, "/api/supervision/findings?institution=" + office + filters)).stream()
                .map(row -> row.get("number"))
                .filter(OURS)
                .toList();
    }

    @Test
    void isNarrowedBySeverityStateAgeAndWhatIsOverdue() {
        assertThat(numbers("")).containsExactly("FL-2", "FL-3", "FL-1");
        assertThat(numbers("&severity=SUSPICION")).containsExactly("FL-2");
        assertThat(numbers("&state=OPEN")).containsExactly("FL-2", "FL-1");
        assertThat(numbers("&minAgeDays=30")).containsExactly("FL-3", "FL-1");
        assertThat(numbers("&overdue=true")).containsExactly("FL-1");
        assertThat(numbers("&module=fleet")).isEmpty();
        assertThat(numbers("&sort=dueOn")).containsExactly("FL-3", "FL-1", "FL-2");
    }

    @Test
    void isSortedByAnyOfItsColumnsEitherWay() {
        database.sql("update supervision.finding set excess = 9 where number = 'FL-2'")
                .update();
        database.sql("update supervision.finding set limit_value = null where number = 'FL-3'")
                .update();

        assertThat(numbers("&sort=firstSeen")).containsExactly("FL-1", "FL-3", "FL-2");
        assertThat(numbers("&sort=-firstSeen")).containsExactly("FL-2", "FL-3", "FL-1");
        assertThat(numbers("&sort=-dueOn")).containsExactly("FL-2", "FL-1", "FL-3");
        assertThat(numbers("&sort=severity").get(0)).isEqualTo("FL-2");
        assertThat(numbers("&sort=-severity").get(2)).isEqualTo("FL-2");
        // as a share of the limit, and what has none last either way
        assertThat(numbers("&sort=-excess")).containsExactly("FL-2", "FL-1", "FL-3");
        assertThat(numbers("&sort=excess")).containsExactly("FL-1", "FL-2", "FL-3");
        assertThat(numbers("&sort=institution")).hasSize(3);
        assertThat(numbers("&sort=rule")).hasSize(3);
        for (var unknown : List.of("title", "--dueOn", "f.id", "dueOn desc")) {
            assertThat(get(ADMINISTRATOR, "/api/supervision/findings?sort=" + unknown.replace(" ", "%20")))
                    .hasStatus(422);
        }
        database.sql(
                        "update supervision.finding set excess = 3.5, limit_value = 9 where number in ('FL-1', 'FL-2', 'FL-3')")
                .update();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedInEveryOrder() {
        for (var sort : List.of("institution", "rule", "severity", "firstSeen", "dueOn", "excess")) {
            for (var way : List.of("", "-")) {
                var read = new ArrayList<Object>();
                Object after = null;
                do {
                    var page = json(get(
                            ADMINISTRATOR,
                            "/api/supervision/findings?limit=1&institution=" + office + "&sort=" + way + sort
                                    + (after == null ? "" : "&after=" + after)));
                    ((List<Map<String, Object>>) page.get("items")).forEach(item -> read.add(item.get("number")));
                    after = page.get("next");
                } while (after != null && read.size() < 50);
                assertThat(read.stream().filter(OURS)).as(way + sort).containsExactlyInAnyOrder("FL-1", "FL-2", "FL-3");
            }
        }
    }

    @Test
    void refusesAFilterThatItDoesNotKnowInsteadOfShowingEverything() {
        var refused = get(ADMINISTRATOR, "/api/supervision/findings?severty=VIOLATION");

        assertThat(refused).hasStatus(422);
        assertThat(json(refused)).containsEntry("title", "不能按“severty”筛选");
        assertThat(get(ADMINISTRATOR, "/api/supervision/findings/export?severty=VIOLATION"))
                .hasStatus(422);
    }

    @Test
    void goesOutAsAFileAsItIsFiltered() {
        var lines = file(ADMINISTRATOR, "&state=OPEN&sort=dueOn");

        assertThat(lines.get(0)).contains("编号,严重程度,规则代码");
        var ours = lines.stream().filter(OURS).toList();
        assertThat(ours).hasSize(2);
        assertThat(ours.get(0))
                .contains("FL-1", "违规", "OF-16", "清单市财政局", "12.5", "3.5", "m²", "新发现", "是")
                // what a spreadsheet would run goes out as text
                .contains("'=1+1");
        assertThat(ours.get(1)).contains("FL-2", "疑点", "否");
    }

    @Test
    void leavesOutWhatIsNotInScope() {
        var elsewhere = new Account("elsewhere", "外", Role.OFFICER, UUID.randomUUID(), false);

        var answer = http.get()
                .uri("/api/supervision/findings/export?format=csv")
                .with(as(elsewhere))
                .exchange(Duration.ofSeconds(20));

        assertThat(answer).hasStatusOk();
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain("FL-");
    }

    private List<String> file(Account account, String filters) {
        var answer = http.get()
                .uri("/api/supervision/findings/export?format=csv&institution=" + office + filters)
                .with(as(account))
                .exchange(Duration.ofSeconds(20));
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
