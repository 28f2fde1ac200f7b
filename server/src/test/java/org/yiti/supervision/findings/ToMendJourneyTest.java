package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.supervision.cases.CaseJourney;

/** A unit is told what it has to mend, why, how, by when, and whom to ask. */
@SuppressWarnings("unchecked")
class ToMendJourneyTest extends CaseJourney {

    @Autowired
    private Clock clock;

    private Map<String, Object> page() {
        return json(get(officer, "/api/supervision/to-mend"));
    }

    private List<Map<String, Object>> lines() {
        return (List<Map<String, Object>>) page().get("lines");
    }

    @Test
    void itsOwnPeopleSeeWhatIsOpenTheSoonestDueFirstWithClauseRemedyAndWhomToAsk() {
        var inspector = known(new Account("ask-" + n, "问督查", Role.INSPECTOR, superior, false));
        dearCar(1);
        var second = dearCar(2);
        database.sql("update supervision.finding set due_on = ?::date - 10 where id = ?::uuid")
                .param(LocalDate.now(clock))
                .param(second.get("id"))
                .update();
        var lines = lines();
        assertThat(((Map<?, ?>) lines.get(0).get("finding")).get("id")).isEqualTo(second.get("id"));
        assertThat((Integer) lines.get(0).get("workdaysLeft")).isNegative();
        assertThat(lines.get(0).get("remedy").toString()).isNotBlank();
        assertThat((List<?>) lines.get(0).get("clauses")).isNotEmpty();
        assertThat(page()).containsEntry("late", 1);
        assertThat(((Number) page().get("total")).intValue()).isEqualTo(lines.size());
        assertThat(page().get("contacts").toString()).contains(inspector.name()).doesNotContain("经办人");
    }

    @Test
    void aFindingInACaseSaysSoAndTheStatementOwedIsListed() {
        var finding = dearCar(1);
        var file = open(finding);
        step(INSPECTOR, file, "ASK_EXPLANATION");
        var number = item(file).get("number").toString();
        assertThat(lines().stream()
                        .filter(line ->
                                ((Map<?, ?>) line.get("finding")).get("id").equals(finding.get("id"))))
                .singleElement()
                .asString()
                .contains(number);
        assertThat(json(get(officer, "/api/supervision/cases?view=owed")).toString())
                .contains(number);
        step(officer, file, "EXPLAIN");
        assertThat(json(get(officer, "/api/supervision/cases?view=owed")).toString())
                .doesNotContain(number);
    }

    @Test
    void whatIsMendedIsNotToBeMendedAnyMoreAndOthersAreNotTold() {
        var finding = dearCar(1);
        mend(finding);
        assertThat(page().toString()).doesNotContain(finding.get("id").toString());
        assertThat(get(officer, "/api/supervision/to-mend?institution=" + superior))
                .hasStatus(404);
    }

    @Test
    void whoWorksNowhereMustNameAUnit() {
        assertThat(get(ADMINISTRATOR, "/api/supervision/to-mend"))
                .hasStatus(422)
                .bodyText()
                .contains("unit-not-chosen");
    }
}
