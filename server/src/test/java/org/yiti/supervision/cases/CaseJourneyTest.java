package org.yiti.supervision.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.calendar.WorkCalendar;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class CaseJourneyTest extends CaseJourney {

    @Autowired
    private WorkCalendar calendar;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void goesFromAlertToCloseAndItsFindingsGoWithIt() {
        var first = dearCar(1);
        var second = dearCar(2);
        var file = open(first, second);

        assertThat(item(file)).containsEntry("stage", "ALERT").containsEntry("findings", 2);
        step(INSPECTOR, file, "VERIFY");
        assertThat(state(first)).isEqualTo("VERIFYING");
        step(INSPECTOR, file, "ASK_EXPLANATION");
        assertThat(state(second)).isEqualTo("EXPLAINING");
        step(officer, file, "EXPLAIN");
        step(INSPECTOR, file, "ORDER_RECTIFICATION");
        step(officer, file, "REPORT_RECTIFIED");
        step(INSPECTOR, file, "FAIL_REVIEW");
        assertThat(state(first)).isEqualTo("RECTIFYING");
        step(officer, file, "REPORT_RECTIFIED");
        step(INSPECTOR, file, "PASS_REVIEW");
        assertThat(state(first)).isEqualTo("REVIEWING");
        step(INSPECTOR, file, "CIRCULATE");
        step(INSPECTOR, file, "CLOSE");

        assertThat(item(file)).containsEntry("stage", "CLOSED").containsEntry("standing", 0);
        assertThat(List.of(state(first), state(second))).containsOnly("CLOSED");
        assertThat(told(file, "history"))
                .extracting("step")
                .containsExactly(
                        "CLOSE",
                        "CIRCULATE",
                        "PASS_REVIEW",
                        "REPORT_RECTIFIED",
                        "FAIL_REVIEW",
                        "REPORT_RECTIFIED",
                        "ORDER_RECTIFICATION",
                        "EXPLAIN",
                        "ASK_EXPLANATION",
                        "VERIFY",
                        "OPENED");
    }

    @Test
    void theLifeLineOfTheObjectTellsOfTheCaseThroughItsFinding() {
        var finding = dearCar(1);
        var file = open(finding);
        step(INSPECTOR, file, "VERIFY");
        var car = ((Map<?, ?>) finding.get("subject")).get("id");

        assertThat(json(get(officer, "/api/objects/vehicle/" + car + "/lifeline"))
                        .get("items")
                        .toString())
                .contains("列入案件")
                .contains("开始核查");
    }

    @Test
    void aFindingInACaseIsDealtWithThereAndNowhereElse() {
        var finding = dearCar(1);
        var file = open(finding);
        var path = "/api/supervision/findings/" + finding.get("id");
        var whole = json(get(INSPECTOR, path));

        assertThat(whole.get("inCase").toString()).contains(file.toString());
        assertThat(((List<?>) whole.get("steps"))
                        .stream().map(step -> ((Map<?, ?>) step).get("step")).toList())
                .isEqualTo(List.of("DISMISS"));
        var version = ((Map<?, ?>) whole.get("finding")).get("version");
        assertThat(json(post(INSPECTOR, path + "/steps", Map.of("step", "VERIFY", "version", version))))
                .containsEntry("type", "/problems/supervision/finding-in-case");
        assertThat(post(INSPECTOR, "/api/supervision/cases", Map.of("findings", List.of(finding.get("id")))))
                .hasStatus(409);
    }

    @Test
    void whateverIsWrittenAStandingFindingIsWhereItsCaseIs() {
        var finding = dearCar(1);
        var file = open(finding);
        step(INSPECTOR, file, "VERIFY");

        database.sql("update supervision.finding set state = 'RECTIFYING' where id = ?::uuid")
                .param(finding.get("id"))
                .update();

        assertThat(state(finding)).isEqualTo("VERIFYING");
        assertThatThrownBy(() -> database.sql("update supervision.finding set state = 'CLOSED' where id = ?::uuid")
                        .param(finding.get("id"))
                        .update())
                .hasMessageContaining("closed with its case");
    }

    @Test
    void nobodyClosesTheCaseOfTheirOwnUnitBySayingSoNorByWritingIt() {
        var file = open(dearCar(1));
        toSettling(file);
        var own = known(new Account("own-" + unit, "本单位", Role.ADMINISTRATOR, unit, false));

        assertThat(json(tried(own, file, "CLOSE", Map.of("note", "已了结"))))
                .containsEntry("type", "/problems/supervision/case-of-own-unit");
        assertThatThrownBy(() -> database.sql(
                                "update supervision.case_file set stage = 'CLOSED', closed_by = ?, closed_at = now() where id = ?")
                        .param(own.account())
                        .param(file)
                        .update())
                .hasMessageContaining("own unit");
        assertThat(json(get(own, "/api/supervision/cases/" + file)).get("steps").toString())
                .doesNotContain("CLOSE");
    }

    @Test
    void whoPutItRightDoesNotReviewItBySayingSoNorByWritingIt() {
        var file = open(dearCar(1));
        step(INSPECTOR, file, "VERIFY");
        step(INSPECTOR, file, "ORDER_RECTIFICATION");
        step(ADMINISTRATOR, file, "REPORT_RECTIFIED");

        assertThat(json(tried(ADMINISTRATOR, file, "PASS_REVIEW", Map.of("note", "属实"))))
                .containsEntry("type", "/problems/supervision/case-answered-by-oneself");
        assertThatThrownBy(() -> database.sql("update supervision.case_file set reviewed_by = ? where id = ?")
                        .param(ADMINISTRATOR.account())
                        .param(file)
                        .update())
                .hasMessageContaining("who_answered_does_not_review_the_case");
        step(INSPECTOR, file, "PASS_REVIEW");
    }

    @Test
    void stagesAreDueInTheWorkdaysOfTheirParameterAndLaterByExtensionOnly() {
        var file = open(dearCar(1));
        assertThat(item(file))
                .containsEntry("dueOn", calendar.plusWorkdays(today(), 5).toString());
        step(INSPECTOR, file, "VERIFY");
        assertThat(item(file))
                .containsEntry("dueOn", calendar.plusWorkdays(today(), 20).toString());
        var last = calendar.plusWorkdays(today(), 30);

        assertThat(json(tried(
                        INSPECTOR,
                        file,
                        "ORDER_RECTIFICATION",
                        Map.of("note", "改", "dueOn", last.plusDays(1).toString()))))
                .containsEntry("type", "/problems/supervision/case-due-too-late");
        assertThat(tried(INSPECTOR, file, "ORDER_RECTIFICATION", Map.of("note", "改", "dueOn", last.toString())))
                .hasStatusOk();
        assertThat(tried(
                        INSPECTOR,
                        file,
                        "EXTEND",
                        Map.of("note", "等车辆处置批复", "dueOn", last.plusDays(40).toString())))
                .hasStatusOk();
        assertThat(item(file)).containsEntry("dueOn", last.plusDays(40).toString());
    }

    @Test
    void aCaseIsAboutOneInstitutionAndNotAboutNothing() {
        var mine = dearCar(1);
        var theirs = dearCar("CS-T" + n, 2);

        assertThat(json(post(
                        INSPECTOR,
                        "/api/supervision/cases",
                        Map.of("findings", List.of(mine.get("id"), theirs.get("id"))))))
                .containsEntry("type", "/problems/supervision/case-of-several-institutions");
        assertThat(post(INSPECTOR, "/api/supervision/cases", Map.of("findings", List.of())))
                .hasStatus(422);
        assertThat(post(officer, "/api/supervision/cases", Map.of("findings", List.of(mine.get("id")))))
                .hasStatus(403);
    }

    @Test
    void isNobodysBusinessOutsideTheUnit() {
        var file = open(dearCar(1));
        var stranger = officer(institution("CS-X" + n, null));

        assertThat(get(stranger, "/api/supervision/cases/" + file)).hasStatus(404);
        assertThat(items(get(stranger, "/api/supervision/cases"))).isEmpty();
        assertThat(post(
                        stranger,
                        "/api/supervision/cases/" + file + "/steps",
                        Map.of("step", "EXPLAIN", "note", "x", "version", 1)))
                .hasStatus(404);
    }

    @Test
    void theUnitAddsItsStatementAndAClosedCaseKeepsItsPapers() {
        var file = open(dearCar(1));
        var paper = id(addPaper(officer, "case/" + file, "说明.png", PICTURE, form("情况说明", "STATEMENT")));
        toSettling(file);
        step(INSPECTOR, file, "CLOSE");

        assertThat(removePaper(officer, "case/" + file, paper, "不要")).hasStatus(403);
        assertThat(items(get(INSPECTOR, "/api/objects/case/" + file + "/papers")))
                .hasSize(1);
    }

    @Test
    void aCaseBeginsWhereItsFindingsAreAndTakesNoneOfThemPastWhatItHasNotSeen() {
        var first = dearCar(1);
        var second = dearCar(2);
        var answer = post(
                INSPECTOR,
                "/api/supervision/findings/" + first.get("id") + "/steps",
                Map.of("step", "VERIFY", "version", first.get("version")));
        assertThat(answer).hasStatusOk();

        assertThat(item(open(first))).containsEntry("stage", "VERIFYING");
        assertThat(item(open(second))).containsEntry("stage", "ALERT");
    }

    @Test
    void aSuspicionIsKeptAsItWasWhenItsCaseWasOpened() {
        var car = UUID.randomUUID();
        database.sql("""
                        insert into supervision.suspicion (kind, subject_id, institution_id, title, score, records, vehicles, by_model, by_evidence)
                        values ('vehicle', ?, ?, '某车', 0.7, 3, 1, '[]', '[]')
                        """).param(car).param(unit).update();
        var answer = post(
                INSPECTOR,
                "/api/supervision/cases",
                Map.of("findings", List.of(), "suspicion", Map.of("kind", "vehicle", "id", car)));
        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        var file = UUID.fromString((String) json(answer).get("id"));
        database.sql("delete from supervision.suspicion where subject_id = ?")
                .param(car)
                .update();

        assertThat(told(file, "suspicions"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one).containsEntry("subject", car.toString()).containsEntry("score", 0.7));
        step(INSPECTOR, file, "CLOSE_EARLY");
        assertThat(item(file)).containsEntry("stage", "CLOSED");
    }

    @Test
    void thePenaltyLadderIsToldAndNamesOnlyRulesThatThereAre() {
        var file = open(dearCar(1));

        assertThat(told(file, "guidance")).extracting("id").containsExactly("SV-02", "SV-04", "SV-07");
        var known = database.sql("select id from supervision.rule where shipped")
                .query(String.class)
                .set();
        assertThat(new PenaltyLadder().names())
                .allSatisfy(name -> assertThat(known)
                        .anyMatch(rule -> name.endsWith(".*")
                                ? rule.startsWith(name.substring(0, name.length() - 1))
                                : rule.equals(name)));
    }
}
