package org.yiti.supervision.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.supervision.cases.CaseJourney;

class WatchedCasesJourneyTest extends CaseJourney {

    @Autowired
    private WatchCases watch;

    private void due(UUID file, LocalDate day) {
        database.sql("update supervision.case_file set due_on = ? where id = ?")
                .param(day)
                .param(file)
                .update();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private MvcTestResult decide(Account by, UUID file, boolean accept) {
        var proposal = told(file, "proposals").get(0).get("id");
        return post(
                by,
                "/api/supervision/cases/" + file + "/proposals/" + proposal,
                Map.of("accept", accept, "note", "现场看过", "version", item(file).get("version")));
    }

    @Test
    void closingIsProposedWhenAllIsMendedAndDoneOnlyWhenAPersonSaysSo() {
        var finding = dearCar(1);
        var file = open(finding);
        step(INSPECTOR, file, "VERIFY");
        mend(finding);
        watch.handle();
        watch.handle();

        assertThat(told(file, "proposals"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("kind", "CLOSE_ALL_MENDED")
                        .containsEntry("mayDecide", true));
        assertThat(item(file)).containsEntry("stage", "VERIFYING").containsEntry("proposed", true);
        assertThat(decide(officer, file, true)).hasStatus(403);
        assertThat(decide(INSPECTOR, file, true)).hasStatusOk();
        assertThat(item(file)).containsEntry("stage", "CLOSED");
        assertThat(state(finding)).isEqualTo("CLOSED");
        assertThat(told(file, "proposals").get(0))
                .containsEntry("accepted", true)
                .containsEntry("note", "现场看过")
                .extractingByKey("decidedBy")
                .asString()
                .contains(INSPECTOR.account());
    }

    @Test
    void whatAPersonDidNotFollowIsNotProposedAgainForTheSameReasons() {
        var finding = dearCar(1);
        var file = open(finding);
        mend(finding);
        watch.handle();
        assertThat(decide(INSPECTOR, file, false)).hasStatusOk();
        watch.handle();

        assertThat(told(file, "proposals")).hasSize(1);
        assertThat(item(file)).containsEntry("stage", "ALERT");
        assertThat(decide(INSPECTOR, file, true)).hasStatus(409);
    }

    @Test
    void nothingIsProposedWhileAnythingStandsAndWhatIsFoundAgainTakesTheProposalBack() {
        var finding = dearCar(1);
        var other = dearCar(2);
        var file = open(finding, other);
        mend(finding);
        watch.handle();
        assertThat(told(file, "proposals")).isEmpty();
        assertThat(json(tried(INSPECTOR, file, "CLOSE_EARLY", Map.of("note", "没有了"))))
                .containsEntry("type", "/problems/supervision/case-still-stands");

        mend(other);
        watch.handle();
        database.sql("update supervision.finding set state = 'NEW' where id = ?::uuid")
                .param(other.get("id"))
                .update();
        watch.handle();

        assertThat(told(file, "proposals")).singleElement().extracting("goneAt").isNotNull();
    }

    @Test
    void aCaseIsCalledToMindOnceBeforeItIsDueAndToldToTheSuperiorOnceWhenItIsLate() {
        var file = open(dearCar(1));
        due(file, today());
        watch.handle();
        watch.handle();
        due(file, today().minusDays(1));
        watch.handle();
        watch.handle();

        assertThat(told(file, "history")).extracting("step").containsExactly("ESCALATED", "REMINDED", "OPENED");
        var above = known(new Account("above-" + superior, "上级", Role.INSPECTOR, superior, false));
        assertThat(items(get(above, "/api/supervision/cases?view=escalated")))
                .extracting("id")
                .containsExactly(file.toString());
        assertThat(items(get(officer, "/api/supervision/cases?view=escalated"))).isEmpty();
        assertThat(items(get(officer, "/api/supervision/cases?view=late")))
                .extracting("id")
                .containsExactly(file.toString());
    }

    @Test
    void itWaitsForTheUnitWhenTheUnitHasTheWordAndForTheInspectorOtherwise() {
        var file = open(dearCar(1));

        assertThat(waiting(officer)).doesNotContain(file.toString());
        assertThat(waiting(INSPECTOR)).contains(file.toString());
        step(INSPECTOR, file, "ASK_EXPLANATION");
        assertThat(waiting(officer)).contains(file.toString());
        assertThat(waiting(INSPECTOR)).doesNotContain(file.toString());
    }

    private List<String> waiting(Account account) {
        return items(get(account, "/api/supervision/cases?view=waiting&limit=200&institution=" + unit)).stream()
                .map(one -> (String) one.get("id"))
                .toList();
    }
}
