package org.yiti.supervision.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.Soon;

/** A rule is asked over its past, by other numbers and by night; nobody is told. */
class TrialJourneyTest extends Journey {

    private static final String TRIALS = "/api/supervision/laboratory/trials";
    private static final String RULE = "premises.office-area";
    private static final String PARAMETER = "office-area-per-person";
    private static final Map<String, String> CLERK = Map.of("level", "CITY", "rank", "CITY_STAFF");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final UUID institution = UUID.nameUUIDFromBytes("trial-institution".getBytes());

    @BeforeEach
    void threeClerksOfWhomOneMovedInLately() {
        if (database.sql("select exists (select from organization.institution where id = ?)")
                .param(institution)
                .query(Boolean.class)
                .single()) {
            return;
        }
        database.sql("insert into organization.division (code, name, level) values ('979971', '试算市', 'CITY')")
                .update();
        database.sql("""
                insert into organization.institution (id, code, name, kind, level, division_id)
                select ?, 'TRIAL-1', '试算局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '979971'
                """).param(institution).update();
        var of = "'" + institution + "'";
        database.sql("insert into premises.site (id, institution_id, code, name) values (md5('ts')::uuid, " + of
                        + ", 'TS', '试算院')")
                .update();
        database.sql("""
                insert into premises.building (id, institution_id, site_id, code, name, acquisition, title_status, building_area, storeys)
                values (md5('tb')::uuid, %s, md5('ts')::uuid, 'TB', '试算楼', 'OWNED', 'REGISTERED_TO_BUREAU', 5000, 5)
                """.formatted(of)).update();
        database.sql("insert into premises.floor (id, institution_id, building_id, number) values (md5('tf')::uuid, "
                        + of + ", md5('tb')::uuid, 1)")
                .update();
        office("101", 9.5, TODAY.minusYears(3));
        office("102", 8.5, TODAY.minusYears(3));
        office("103", 12, TODAY.minusDays(1));
    }

    private void office(String number, double area, LocalDate since) {
        database.sql(
                        "insert into organization.person (id, institution_id, code, name, rank) values (md5(:n)::uuid, :i, :n, '试', 'CITY_STAFF')")
                .param("n", "T" + number)
                .param("i", institution)
                .update();
        database.sql("""
                insert into premises.room (id, institution_id, building_id, floor_id, number, use, usable_area)
                values (md5('r' || :n)::uuid, :i, md5('tb')::uuid, md5('tf')::uuid, :n, 'OFFICE', :area)
                """)
                .param("n", number)
                .param("i", institution)
                .param("area", area)
                .update();
        database.sql("""
                insert into premises.occupancy (institution_id, room_id, person_id, starts_on)
                values (:i, md5('r' || :n)::uuid, md5('T' || :n)::uuid, :since)
                """)
                .param("n", number)
                .param("i", institution)
                .param("since", since)
                .update();
    }

    private Map<String, Object> proposed(double value) {
        return Map.of("parameter", PARAMETER, "division", "979971", "dims", CLERK, "value", value);
    }

    private UUID begin(Map<String, ?> wish) {
        var begun = post(ADMINISTRATOR, TRIALS, wish);
        assertThat(begun).as(wish.toString()).hasStatus(202);
        return UUID.fromString((String) json(begun).get("id"));
    }

    private Map<String, Object> whole(UUID id) {
        return json(get(ADMINISTRATOR, TRIALS + "/" + id));
    }

    @SuppressWarnings("unchecked")
    private static String state(Map<String, Object> item) {
        return (String) ((Map<String, Object>) item.get("standing")).get("state");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> done(UUID id) {
        Soon.soon(
                "the trial", () -> state((Map<String, Object>) whole(id).get("trial")), state -> state.equals("DONE"));
        return whole(id);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> days(Map<String, Object> whole, String side) {
        return ((List<Map<String, Object>>) whole.get("days"))
                .stream().filter(day -> day.get("side").equals(side)).toList();
    }

    @Test
    void overItsPastARuleFindsWhatWasThereOnEachDayAndNobodyIsTold() {
        var id = begin(Map.of("kind", "BACK_TEST", "rule", RULE, "months", 3, "institution", institution));
        var days = days(done(id), "PRESENT");

        assertThat(days).extracting(day -> day.get("found")).containsExactly(1, 1, 1, 2);
        assertThat(days).extracting(day -> day.get("added")).containsExactly(null, 0, 0, 1);
        assertThat(days).extracting(day -> day.get("gone")).containsExactly(null, 0, 0, 0);
        assertThat(days).allSatisfy(day -> assertThat(day.get("error")).isNull());
        assertThat(days.get(0).get("entered"))
                .as("three rooms and their occupants")
                .isNotEqualTo(0);
        assertThat(whole(id).get("facts").toString())
                .contains("relation=room", "how=NOW", "relation=occupancy", "how=DAYS");
        assertThat(list(get(ADMINISTRATOR, TRIALS + "/" + id + "/units?day=" + TODAY))
                        .toString())
                .contains("试算局", "present=2");
        assertThat(database.sql("select count(*) from supervision.finding where institution_id = ?")
                        .param(institution)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(post(ADMINISTRATOR, TRIALS + "/" + id + "/end", Map.of())).hasStatus(409);
        assertThat(delete(ADMINISTRATOR, TRIALS + "/" + id)).hasStatus(204);
        assertThat(get(ADMINISTRATOR, TRIALS + "/" + id)).hasStatus(404);
        assertThat(database.sql("select count(*) from safeguard.entry where object = ?")
                        .param("supervision.trial/" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aNumberThatIsProposedFindsMoreAndOneThatIsLooserIsRefusedWithWhatBindsIt() {
        var id = begin(Map.of(
                "kind",
                "BACK_TEST",
                "rule",
                RULE,
                "months",
                1,
                "institution",
                institution,
                "proposals",
                List.of(proposed(8))));
        assertThat(days(done(id), "OTHER")).extracting(day -> day.get("found")).containsExactly(2, 3);
        assertThat(days(whole(id), "PRESENT"))
                .extracting(day -> day.get("found"))
                .containsExactly(1, 2);
        var added = json(get(ADMINISTRATOR, TRIALS + "/" + id + "/subjects?change=ADDED&day=" + TODAY));
        assertThat(added).containsEntry("total", 1);
        assertThat(added.toString()).contains("102", "otherLimit=8");

        var looser = post(
                ADMINISTRATOR, TRIALS, Map.of("kind", "BACK_TEST", "rule", RULE, "proposals", List.of(proposed(10))));
        assertThat(looser).hasStatus(422);
        assertThat(json(looser).toString()).contains("looser-than-above", "党政机关办公用房建设标准");
        var strange = Map.of("parameter", "vehicle-caps", "dims", Map.of(), "value", 1);
        assertThat(json(post(
                                ADMINISTRATOR,
                                TRIALS,
                                Map.of("kind", "BACK_TEST", "rule", RULE, "proposals", List.of(strange))))
                        .toString())
                .contains("proposal-unfit");
    }

    @Test
    void manyValuesOfANumberAreCountedFromThreeQuestions() {
        done(begin(Map.of("kind", "BACK_TEST", "rule", RULE, "months", 1, "institution", institution)));
        var counted = json(post(
                ADMINISTRATOR,
                "/api/supervision/laboratory/thresholds/count",
                Map.of("rule", RULE, "threshold", proposed(9), "from", 6, "to", 14)));
        assertThat(counted)
                .as(counted.toString())
                .containsEntry("foretold", true)
                .containsEntry("lenient", true);
        assertThat(counted.get("regions").toString()).contains("试算市", "8.5", "9.5", "12");
    }

    @Test
    void aRuleInShadowIsJudgedWithoutFindingsUntilSomebodyTakesItLive() {
        var rule = "energy.non-heating-constraint";
        assertThat(post(ADMINISTRATOR, TRIALS, Map.of("kind", "SHADOW", "rule", rule)))
                .hasStatus(422);
        assertThat(post(ADMINISTRATOR, TRIALS, Map.of("kind", "SHADOW", "rule", RULE, "reason", "x")))
                .hasStatus(409);
        var id = begin(Map.of("kind", "SHADOW", "rule", rule, "reason", "先看一个月"));
        assertThat(post(ADMINISTRATOR, TRIALS, Map.of("kind", "SHADOW", "rule", rule, "reason", "再试")))
                .hasStatus(409);
        Soon.soon("the first night", () -> days(whole(id), "PRESENT"), days -> days.size() == 1);
        assertThat(whole(id).get("trial").toString()).contains("state=RUNNING");

        assertThat(post(ADMINISTRATOR, TRIALS + "/" + id + "/live", Map.of())).hasStatus(422);
        assertThat(post(ADMINISTRATOR, TRIALS + "/" + id + "/live", Map.of("reason", "结果可靠")))
                .hasStatus(204);
        assertThat(whole(id).get("trial").toString()).contains("state=DONE", "结果可靠");
        assertThat(json(get(ADMINISTRATOR, "/api/supervision/rules/" + rule))
                        .get("rule")
                        .toString())
                .contains("enabled=true");
        database.sql(
                        "update supervision.rule set enabled = false, switched_by = null, switched_at = null, switch_reason = null where id = ?")
                .param(rule)
                .update();
    }

    @Test
    void twoWordingsAreComparedOverTheSameDay() {
        database.sql("""
                insert into supervision.rule_version (rule_id, hash, rule_yml, find_sql, cases)
                select rule_id, 'older', rule_yml, replace(find_sql, 'r.use = ''OFFICE''', 'r.use = ''OFFICE'' and r.usable_area > 10'), cases
                  from supervision.rule_version where rule_id = ? on conflict do nothing
                """).param(RULE).update();
        assertThat(list(get(ADMINISTRATOR, "/api/supervision/laboratory/rules/" + RULE + "/versions")))
                .hasSize(2)
                .first()
                .satisfies(version -> assertThat(version).containsEntry("inUse", true));
        var id = begin(Map.of("kind", "COMPARISON", "rule", RULE, "otherHash", "older", "institution", institution));
        done(id);
        var removed = json(get(ADMINISTRATOR, TRIALS + "/" + id + "/subjects?change=REMOVED&day=" + TODAY));
        assertThat(removed).containsEntry("total", 1);
        assertThat(removed.toString()).contains("101");
        assertThat(post(ADMINISTRATOR, TRIALS, Map.of("kind", "COMPARISON", "rule", RULE)))
                .hasStatus(422);
    }

    @Test
    void whoDoesNotGovernRulesEverywhereTriesNone() {
        var officer = officer(institution);
        assertThat(get(officer, TRIALS)).hasStatus(403);
        assertThat(post(officer, TRIALS, Map.of("kind", "BACK_TEST", "rule", RULE)))
                .hasStatus(403);
    }
}
