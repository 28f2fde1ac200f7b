package org.yiti.supervision.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.supervision.cases.CaseJourney;

/** The bell tells everybody what waits for them, once, until it is seen or done. */
@SuppressWarnings("unchecked")
class RemindersJourneyTest extends CaseJourney {

    @Autowired
    private Clock clock;

    private List<Map<String, Object>> waiting(Account who, String number) {
        return items(get(who, "/api/supervision/reminders")).stream()
                .filter(one -> one.get("number").equals(number))
                .toList();
    }

    private Account inspectorOfTheSuperior() {
        return known(new Account("bell-" + n, "铃督查", Role.INSPECTOR, superior, false));
    }

    private String number(UUID file) {
        return item(file).get("number").toString();
    }

    @Test
    void aUnitIsToldOfTheStatementItOwesUntilItIsGiven() {
        var file = open(dearCar(1));
        assertThat(waiting(officer, number(file))).isEmpty();
        step(INSPECTOR, file, "ASK_EXPLANATION");
        assertThat(waiting(officer, number(file)))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("kind", "OWED").containsEntry("read", false));
        step(officer, file, "EXPLAIN");
        assertThat(waiting(officer, number(file))).isEmpty();
    }

    @Test
    void whatWasSeenIsReadUntilItsDayChanges() {
        var file = open(dearCar(1));
        step(INSPECTOR, file, "ASK_EXPLANATION");
        var one = waiting(officer, number(file)).get(0);
        assertThat(json(post(officer, "/api/supervision/reminders/read", Map.of("keys", List.of(one.get("key"))))))
                .containsEntry("unread", 0);
        assertThat(waiting(officer, number(file)).get(0)).containsEntry("read", true);
        assertThat(tried(
                        INSPECTOR,
                        file,
                        "EXTEND",
                        Map.of(
                                "note",
                                "单位申请",
                                "dueOn",
                                LocalDate.now(clock).plusDays(60).toString())))
                .hasStatusOk();
        assertThat(waiting(officer, number(file)).get(0)).containsEntry("read", false);
    }

    @Test
    void aCaseInOnesChargeAndOneThatIsLateAreTold() {
        var mine = inspectorOfTheSuperior();
        var file = open(dearCar(1));
        assertThat(waiting(mine, number(file))).isEmpty();
        database.sql("update supervision.case_file set due_on = ?::date - 5 where id = ?")
                .param(LocalDate.now(clock))
                .param(file)
                .update();
        assertThat(waiting(mine, number(file))).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("kind", "LATE").containsEntry("late", true);
            assertThat((Integer) one.get("workdaysLeft")).isNegative();
        });
        assertThat(tried(INSPECTOR, file, "ASSIGN", Map.of("assignee", mine.account())))
                .hasStatusOk();
        assertThat(waiting(mine, number(file))).singleElement().asString().contains("kind=MINE");
        assertThat(waiting(INSPECTOR, number(file))).isEmpty();
    }

    @Test
    void aFindingInOnesChargeIsToldOnceItsDayIsNear() {
        var mine = inspectorOfTheSuperior();
        var finding = dearCar(1);
        dueIn(finding, mine, 90);
        assertThat(waiting(mine, finding.get("number").toString())).isEmpty();
        dueIn(finding, mine, 0);
        assertThat(waiting(mine, finding.get("number").toString()))
                .singleElement()
                .satisfies(
                        one -> assertThat(one).containsEntry("kind", "FINDING").containsEntry("late", false));
    }

    private void dueIn(Map<String, Object> finding, Account who, int days) {
        database.sql("update supervision.finding set assignee = ?, due_on = ?::date + ? where id = ?")
                .param(who.account())
                .param(LocalDate.now(clock))
                .param(days)
                .param(UUID.fromString(finding.get("id").toString()))
                .update();
    }

    @Test
    void aPackageWaitsForWhoMayDecideAndDidNotAskForIt() {
        var mine = inspectorOfTheSuperior();
        var file = open(dearCar(1));
        assertThat(post(
                        INSPECTOR,
                        "/api/supervision/cases/" + file + "/packages",
                        Map.of("purpose", "INSPECTION", "reason", "移送需要完整材料")))
                .hasStatus(201);
        assertThat(waiting(mine, number(file)).toString()).contains("kind=PACKAGE");
        assertThat(waiting(INSPECTOR, number(file)).toString()).doesNotContain("kind=PACKAGE");
        assertThat(waiting(officer, number(file))).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatLiesElsewhere() {
        var file = open(dearCar(1));
        step(INSPECTOR, file, "ASK_EXPLANATION");
        var stranger = known(officer(institution("CS-R" + n, null)));
        assertThat(get(stranger, "/api/supervision/reminders").getResponse().getContentAsByteArray())
                .asString()
                .doesNotContain(number(file));
    }
}
