package org.yiti.supervision.campaigns.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiti.TestDatabase;
import org.yiti.law.book.LoadedLaw;

class ChecklistsTest {

    private final Checklists lists = new Checklists();

    @Test
    void everyItemNamesItsClauseAndWhatItSaysOfRulesAndNumbersIsThere() {
        var database = TestDatabase.fresh();
        var rules =
                LoadedLaw.into(database).rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
        var parameters = database.jdbc()
                .sql("select id from law.parameter")
                .query(String.class)
                .set();
        assertThat(lists.all()).hasSize(3).allSatisfy(list -> {
            assertThat(list.items()).extracting(Checklist.Item::code).doesNotHaveDuplicates();
            assertThat(list.items()).allSatisfy(item -> {
                assertThat(item.clause()).isNotBlank();
                assertThat(item.severity()).isIn("VIOLATION", "SUSPICION");
                assertThat(item.rule() == null || rules.contains(item.rule()))
                        .as(item.code())
                        .isTrue();
                assertThat(item.parameter() == null || parameters.contains(item.parameter()))
                        .as(item.code())
                        .isTrue();
            });
        });
    }

    @Test
    void whatIsToBeConfirmedIsShownAndNeverAsked() {
        assertThat(lists.all())
                .anyMatch(list -> list.items().size() > list.asked().size());
        assertThat(lists.get("vehicles").asked())
                .extracting(Checklist.Item::code)
                .doesNotContain("key-custody");
    }

    @Test
    void aNumberIsHeldToTheLimitOnItsOwnSide() {
        var energy = lists.get("energy").items();
        var limit = new BigDecimal("26");
        var cooling = energy.stream()
                .filter(one -> one.code().equals("cooling"))
                .findFirst()
                .orElseThrow();
        var heating = energy.stream()
                .filter(one -> one.code().equals("heating"))
                .findFirst()
                .orElseThrow();
        assertThat(cooling.judge(null, new BigDecimal("26.0"), null, limit)).contains(Checklist.Result.PASS);
        assertThat(cooling.judge(null, new BigDecimal("25.9"), null, limit)).contains(Checklist.Result.FAIL);
        assertThat(heating.judge(null, new BigDecimal("20.1"), null, new BigDecimal("20")))
                .contains(Checklist.Result.FAIL);
        assertThat(heating.judge(null, new BigDecimal("35"), null, null)).contains(Checklist.Result.NOTED);
        assertThat(cooling.judge(null, null, null, limit)).isEmpty();
    }
}
