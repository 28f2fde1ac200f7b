package org.yiti.supervision.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.supervision.cases.CaseJourney;

/** Every figure of the board is the list it leads to. */
@SuppressWarnings("unchecked")
class BoardJourneyTest extends CaseJourney {

    @Autowired
    private Clock clock;

    private Map<String, Object> board() {
        return json(get(INSPECTOR, "/api/supervision/board?institution=" + superior));
    }

    private BigDecimal figure(String metric) {
        return ((List<Map<String, Object>>) board().get("figures"))
                .stream()
                        .filter(one -> ((Map<?, ?>) one.get("metric")).get("id").equals(metric))
                        .map(one -> new BigDecimal(one.get("value").toString()))
                        .findFirst()
                        .orElseThrow();
    }

    private int listed(String filter) {
        return ((Number) json(get(
                                INSPECTOR,
                                "/api/supervision/findings?severity=VIOLATION&severity=SUSPICION&institution="
                                        + superior + "&" + filter))
                        .get("total"))
                .intValue();
    }

    private List<Map<String, Object>> rows(String part) {
        return (List<Map<String, Object>>) board().get(part);
    }

    private void late(Map<String, Object> finding, int days) {
        database.sql("update supervision.finding set due_on = ?::date - ? where id = ?::uuid")
                .param(LocalDate.now(clock))
                .param(days)
                .param(finding.get("id"))
                .update();
    }

    @Test
    void whatIsWorstIsWeightedByTheUnitsAndTheRulesAlike() {
        dearCar(1);
        dearCar(2);
        var weight = figure("mending.weighted-findings");
        assertThat(weight).isPositive();
        assertThat(sum(rows("units"), "weight")).isEqualByComparingTo(weight);
        assertThat(sum(rows("rules"), "weight")).isEqualByComparingTo(weight);
        assertThat(sum(rows("rules"), "open")).isEqualByComparingTo(String.valueOf(listed("state=OPEN")));
        assertThat(rows("units").get(0).toString()).contains(unit.toString());
    }

    @Test
    void whatIsLateIsToldWithWhoAndByWorkdays() {
        var finding = dearCar(1);
        dearCar(2);
        late(finding, 7);
        assertThat(figure("mending.overdue-share"))
                .isEqualByComparingTo(String.valueOf(listed("state=OPEN&overdue=true")));
        var late = rows("late");
        assertThat(late).hasSize(1);
        assertThat(late.get(0)).containsEntry("findings", 1).containsEntry("person", null);
        assertThat((Integer) late.get(0).get("workdays")).isBetween(1, 5);
        var file = open(finding);
        database.sql("update supervision.case_file set due_on = ?::date - 3, assignee = 'case-inspector' where id = ?")
                .param(LocalDate.now(clock))
                .param(file)
                .update();
        assertThat(figure("mending.overdue-cases")).isEqualByComparingTo("1");
        assertThat(rows("late").toString()).contains("case-inspector", "cases=1");
        var cases = "/api/supervision/cases?view=late&own=true&institution=";
        assertThat(items(get(INSPECTOR, cases + unit + "&assignee=case-inspector")))
                .extracting("id")
                .containsExactly(file.toString());
        assertThat(items(get(INSPECTOR, cases + unit + "&assignee=me"))).hasSize(1);
        assertThat(items(get(INSPECTOR, cases + unit + "&assignee=none"))).isEmpty();
        assertThat(items(get(INSPECTOR, cases + superior))).isEmpty();
        assertThat(items(get(INSPECTOR, "/api/supervision/cases?view=late&institution=" + superior)))
                .hasSize(1);
    }

    @Test
    void whatWasMendedIsBetterAndTheListToItHoldsTheSame() {
        var finding = dearCar(1);
        mend(finding);
        var today = LocalDate.now(clock);
        var from = today.minusDays(89);
        assertThat(figure("mending.settled-in-90-days"))
                .isEqualByComparingTo("1")
                .isEqualByComparingTo(String.valueOf(
                        listed("state=CLOSED&state=MENDED&settledOn.from=" + from + "&settledOn.to=" + today)));
        assertThat(listed("state=CLOSED&state=MENDED&settledOn.to=" + from.minusDays(1)))
                .isZero();
        assertThat(rows("better").get(0)).containsEntry("settled", 1).containsEntry("before", 0);
        var month = rows("months").get(11);
        assertThat(month).containsEntry("month", YearMonth.from(today).toString());
        assertThat(month.get("found"))
                .isEqualTo(listed("firstSeen.from=" + today.withDayOfMonth(1) + "&firstSeen.to=" + today));
        assertThat(month.get("settled")).isEqualTo(1);
    }

    @Test
    void aBoardIsCutToThePartOfTheTree() {
        dearCar(1);
        var elsewhere = institution("CS-B" + n, null);
        var stranger = known(officer(elsewhere));
        assertThat(get(stranger, "/api/supervision/board?institution=" + unit)).hasStatus(404);
        assertThat(json(get(stranger, "/api/supervision/board")).toString()).doesNotContain(unit.toString());
        assertThat(json(get(officer, "/api/supervision/board")).toString()).contains(unit.toString());
    }

    @Test
    void ofAnInstitutionAloneLeavesOutThoseBelow() {
        dearCar(1);
        assertThat(listed("state=OPEN")).isPositive();
        assertThat(listed("state=OPEN&own=true&rule=fleet.price-cap")).isZero();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(get(INSPECTOR, "/api/supervision/findings?firstSeen.from=soon"))
                .hasStatus(422)
                .bodyText()
                .contains("unreadable-filter");
    }

    private static BigDecimal sum(List<Map<String, Object>> rows, String name) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get(name).toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
