package org.yiti.supervision.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergedCasesJourneyTest extends CaseJourney {

    @Test
    void whatWasMergedStandsWhereTheEarliestStoodAndWhoAnsweredStaysKnown() {
        var first = dearCar(1);
        var second = dearCar(2);
        var into = open(first);
        var other = open(second);
        step(INSPECTOR, into, "VERIFY");
        step(INSPECTOR, other, "ASK_EXPLANATION");
        step(ADMINISTRATOR, other, "EXPLAIN");

        var answer = post(
                INSPECTOR,
                "/api/supervision/cases/" + into + "/merge",
                Map.of(
                        "others",
                        List.of(other),
                        "note",
                        "同一批购置",
                        "version",
                        item(into).get("version")));

        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        assertThat(item(into)).containsEntry("stage", "VERIFYING").containsEntry("findings", 2);
        assertThat(item(other)).containsEntry("stage", "MERGED").containsEntry("findings", 0);
        assertThat(List.of(state(first), state(second))).containsOnly("VERIFYING");
        step(INSPECTOR, into, "ORDER_RECTIFICATION");
        step(officer, into, "REPORT_RECTIFIED");
        assertThat(tried(ADMINISTRATOR, into, "PASS_REVIEW", Map.of("note", "属实")))
                .hasStatus(403);
        assertThat(tried(INSPECTOR, other, "VERIFY", Map.of())).hasStatus(409);
    }

    @Test
    void whatIsSplitOffGoesItsOwnWayAndSomethingStaysBehind() {
        var first = dearCar(1);
        var second = dearCar(2);
        var file = open(first, second);
        step(INSPECTOR, file, "VERIFY");
        var version = item(file).get("version");

        assertThat(post(
                        INSPECTOR,
                        "/api/supervision/cases/" + file + "/split",
                        Map.of(
                                "findings",
                                List.of(first.get("id"), second.get("id")),
                                "note",
                                "分开",
                                "version",
                                version)))
                .hasStatus(422);
        var answer = post(
                INSPECTOR,
                "/api/supervision/cases/" + file + "/split",
                Map.of("findings", List.of(second.get("id")), "note", "分开", "version", version));
        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        var fresh = UUID.fromString((String) json(answer).get("id"));
        step(INSPECTOR, fresh, "ORDER_RECTIFICATION");

        assertThat(state(first)).isEqualTo("VERIFYING");
        assertThat(state(second)).isEqualTo("RECTIFYING");
        assertThat(page(fresh).get("splitFrom").toString()).contains(file.toString());
    }

    @Test
    void whatIsFoundAgainAfterTheCloseIsOutOfTheCaseAndMayBeTheNextOne() {
        var finding = dearCar(1);
        var file = open(finding);
        toSettling(file);
        step(INSPECTOR, file, "CLOSE");

        database.sql("update supervision.finding set state = 'NEW', version = version + 1 where id = ?::uuid")
                .param(finding.get("id"))
                .update();

        assertThat(state(finding)).isEqualTo("NEW");
        assertThat(item(file)).containsEntry("stage", "CLOSED").containsEntry("findings", 1);
        assertThat(open(finding)).isNotEqualTo(file);
    }

    @Test
    void whatIsReopenedTakesItsFindingsUpAgain() {
        var finding = dearCar(1);
        var file = open(finding);
        toSettling(file);
        step(INSPECTOR, file, "CLOSE");
        step(INSPECTOR, file, "REOPEN");

        assertThat(item(file)).containsEntry("stage", "VERIFYING");
        assertThat(state(finding)).isEqualTo("VERIFYING");
    }
}
