package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** A second pair of eyes, for findings that are in no case. */
class FindingOfOwnUnitJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);
    private static int count;

    private UUID office;
    private String path;

    /** An ordinary official car that costs many times its cap. */
    @BeforeEach
    void aCarThatIsTooDear() {
        var n = ++count;
        if (n == 1) {
            add("organization/divisions", Map.of("code", "981300", "name", "避市", "level", "市级"));
        }
        office = institution("FO-" + n, null);
        var vehicle = add(
                "fleet/vehicles",
                Map.ofEntries(
                        Map.entry("plate", "宁F" + (84000 + n)),
                        Map.entry("markStatus", "已标识"),
                        Map.entry("institutionCode", "FO-" + n),
                        Map.entry("type", "其他按规定配备的公务用车"),
                        Map.entry("body", "轿车"),
                        Map.entry("energy", "汽油"),
                        Map.entry("acquisition", "购置"),
                        Map.entry("status", "在用"),
                        Map.entry("price", 900000),
                        Map.entry("displacement", 1.5),
                        Map.entry("purchasedOn", "2023-05-10")));
        var found = Soon.one(
                "a finding about the car",
                () -> items(get(INSPECTOR, "/api/supervision/findings?rule=fleet.price-cap&subject=" + vehicle)));
        path = "/api/supervision/findings/" + found.get("id");
    }

    private UUID institution(String code, String above) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", "避市" + code, "kind", "政府机关", "level", "市级", "divisionCode", "981300"));
        if (above != null) {
            cells.put("parentCode", above);
        }
        return add("organization/institutions", cells);
    }

    private MvcTestResult tried(Account by, String step) {
        var due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString();
        return post(
                by, path + "/steps", Map.of("step", step, "note", "说明", "dueOn", due, "version", page(by).version()));
    }

    private record Page(int version, List<String> steps, Object leftToOthers) {}

    private Page page(Account by) {
        var whole = json(get(by, path));
        return new Page(
                (Integer) ((Map<?, ?>) whole.get("finding")).get("version"),
                ((List<?>) whole.get("steps"))
                        .stream()
                                .map(step -> ((Map<?, ?>) step).get("step").toString())
                                .toList(),
                whole.get("leftToOthers"));
    }

    private Account ofUnit(UUID unit) {
        return known(new Account("fo-" + unit, "本单位", Role.ADMINISTRATOR, unit, true));
    }

    @Test
    void nobodyCallsAFalseAlarmWhatIsFoundOfTheirOwnUnit() {
        var own = ofUnit(office);

        assertThat(json(tried(own, "DISMISS"))).containsEntry("type", "/problems/supervision/finding-of-own-unit");
        assertThat(page(own).steps()).contains("VERIFY", "ORDER_RECTIFICATION").doesNotContain("DISMISS");
        assertThat(page(own).leftToOthers()).isEqualTo("OWN_UNIT");
        assertThat(page(INSPECTOR).steps()).contains("DISMISS");
        assertThat(page(INSPECTOR).leftToOthers()).isNull();
        assertThat(tried(INSPECTOR, "DISMISS")).hasStatusOk();
    }

    @Test
    void theUnitExplainsAndPutsItRightAndOthersReviewAndCloseIt() {
        var own = ofUnit(office);

        assertThat(tried(INSPECTOR, "ORDER_RECTIFICATION")).hasStatusOk();
        assertThat(tried(own, "REPORT_RECTIFIED")).hasStatusOk();
        for (var step : List.of("FAIL_REVIEW", "CLOSE")) {
            assertThat(json(tried(own, step)))
                    .as(step)
                    .containsEntry("type", "/problems/supervision/finding-of-own-unit");
        }
        assertThat(page(own).steps()).doesNotContain("CLOSE", "FAIL_REVIEW", "DISMISS");
        assertThat(tried(INSPECTOR, "CLOSE")).hasStatusOk();
    }

    @Test
    void whoPutItRightDoesNotReviewIt() {
        tried(INSPECTOR, "ORDER_RECTIFICATION");
        assertThat(tried(ADMINISTRATOR, "REPORT_RECTIFIED")).hasStatusOk();

        assertThat(json(tried(ADMINISTRATOR, "CLOSE")))
                .containsEntry("type", "/problems/supervision/finding-answered-by-oneself");
        assertThat(page(ADMINISTRATOR).leftToOthers()).isEqualTo("OWN_ANSWER");
        assertThat(page(ADMINISTRATOR).steps()).doesNotContain("CLOSE");
        assertThat(tried(INSPECTOR, "CLOSE")).hasStatusOk();
    }

    @Test
    void whoIsOfAUnitBelowIsOfTheUnit() {
        var below = institution("FO-B" + count, "FO-" + count);

        assertThat(json(tried(ofUnit(below), "DISMISS")))
                .containsEntry("type", "/problems/supervision/finding-of-own-unit");
    }

    @Test
    void whoMayOnlyAnswerIsToldOfNothingThatIsLeftToOthers() {
        assertThat(page(officer(office)).leftToOthers()).isNull();
    }

    @Test
    void theDatabaseRefusesItAsWell() {
        var own = ofUnit(office);

        assertThatThrownBy(() -> database.sql("""
                        insert into supervision.finding_event (finding_id, at, actor, step, from_state, to_state, note)
                        values (?::uuid, now(), ?, 'CLOSE', 'REVIEWING', 'CLOSED', '属实')
                        """)
                        .param(path.substring(path.lastIndexOf('/') + 1))
                        .param(own.account())
                        .update())
                .hasMessageContaining("own unit");
    }
}
