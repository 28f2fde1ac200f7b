package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class FindingJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);
    private static int count;

    private UUID office;
    private UUID room;
    private String number;

    /** Somebody of the lowest rank alone in an office of 12 m²: 3 m² too much. */
    @BeforeEach
    void anOfficeThatIsTooLarge() {
        var n = ++count;
        number = String.valueOf(100 + n);
        if (n == 1) {
            add("organization/divisions", Map.of("code", "950100", "name", "判市", "level", "市级"));
        }
        office = add(
                "organization/institutions",
                Map.of(
                        "code",
                        "F-" + n,
                        "name",
                        "判市第" + n + "局",
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "950100"));
        add(
                "organization/people",
                Map.of("code", "F-P" + n, "name", "甲" + n, "institutionCode", "F-" + n, "rank", "科员"));
        if (n == 1) {
            add("premises/sites", Map.of("code", "F-S", "name", "院", "institutionCode", "F-1"));
            add(
                    "premises/buildings",
                    Map.of(
                            "code",
                            "F-B",
                            "name",
                            "判楼",
                            "siteCode",
                            "F-S",
                            "institutionCode",
                            "F-1",
                            "acquisition",
                            "自有",
                            "titleStatus",
                            "登记在使用单位",
                            "buildingArea",
                            3000,
                            "storeys",
                            3));
            add("premises/floors", Map.of("buildingCode", "F-B", "number", 1));
        }
        room = add(
                "premises/rooms",
                Map.of(
                        "buildingCode",
                        "F-B",
                        "number",
                        number,
                        "floorNumber",
                        1,
                        "institutionCode",
                        "F-" + n,
                        "use",
                        "办公室",
                        "usableArea",
                        12));
        add(
                "premises/occupancies",
                Map.of("buildingCode", "F-B", "roomNumber", number, "personCode", "F-P" + n, "startsOn", "2026-01-05"));
    }

    private Map<String, Object> finding(String state) {
        return Soon.one(
                "a finding " + state + " about the room",
                () -> items(get(
                        INSPECTOR,
                        "/api/supervision/findings?rule=premises.office-area&state={s}&subject={r}",
                        state,
                        room)));
    }

    private Map<String, Object> step(Account by, Map<String, Object> finding, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("version", finding.get("version"));
        var result = post(by, "/api/supervision/findings/" + finding.get("id") + "/steps", body);
        assertThat(result).as(json(result).toString()).hasStatusOk();
        return whole(result);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> whole(MvcTestResult result) {
        return (Map<String, Object>) json(result).get("finding");
    }

    @Autowired
    private FindingsLeftBehind left;

    @Test
    void whatIsLeftBehindIsToldByItsNumberAndItsRuleAndNotByWhomItIsAbout() throws Exception {
        var found = finding("NEW");
        database.sql("update supervision.finding set assignee = 'leaver' where id = ?::uuid")
                .param(found.get("id"))
                .update();

        assertThat(left.of("leaver"))
                .singleElement()
                .satisfies(item -> assertThat(item.title())
                        .startsWith(found.get("number") + " ")
                        .doesNotContain("判楼"));
    }

    @Test
    void aBreachIsFoundAtOnceWithItsNumbersAndClause() throws Exception {
        var found = finding("NEW");

        assertThat(found)
                .containsEntry("severity", "VIOLATION")
                .containsEntry("actual", 12.0)
                .containsEntry("limit", 9)
                .containsEntry("excess", 3.0);
        var page = json(get(INSPECTOR, "/api/supervision/findings/" + found.get("id")));
        assertThat(page.get("basis").toString()).contains("表3");
        assertThat(page.get("evidence").toString()).contains("甲*").doesNotContain("甲" + count);
        assertThat(json(get(ADMINISTRATOR, "/api/supervision/findings/" + found.get("id")))
                        .get("evidence")
                        .toString())
                .contains("甲" + count);
        assertThat(page.get("steps").toString()).contains("VERIFY").doesNotContain("REPORT_RECTIFIED");
    }

    @Test
    void closesItselfWhenTheFactsAreMendedAndKeepsItsHistory() throws Exception {
        var found = finding("NEW");
        var version = ((Number)
                        json(get(ADMINISTRATOR, "/api/premises/rooms/" + room)).get("version"))
                .intValue();

        patch(ADMINISTRATOR, "/api/premises/rooms/" + room, Map.of("version", version, "usableArea", 8.5));

        assertThat(finding("MENDED")).containsEntry("id", found.get("id"));
        assertThat(steps(found)).containsExactly("MENDED", "FOUND");
        assertThat(json(get(ADMINISTRATOR, "/api/objects/room/" + room + "/lifeline"))
                        .get("items")
                        .toString())
                .contains("事实已改", "使用面积");
    }

    @Test
    void goesFromSuspicionToCloseByTheHandsOfThoseWhoMay() throws Exception {
        var found = finding("NEW");
        var officer = officer(office);
        var due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString();

        var verifying = step(INSPECTOR, found, Map.of("step", "VERIFY"));
        var rectifying = step(INSPECTOR, verifying, Map.of("step", "ORDER_RECTIFICATION", "note", "请调整", "dueOn", due));
        var reviewing = step(officer, rectifying, Map.of("step", "REPORT_RECTIFIED", "note", "已加一人"));
        var closed = step(INSPECTOR, reviewing, Map.of("step", "CLOSE", "note", "属实"));

        assertThat(closed).containsEntry("state", "CLOSED").containsEntry("dueOn", due);
        assertThat(steps(found)).containsExactly("CLOSE", "REPORT_RECTIFIED", "ORDER_RECTIFICATION", "VERIFY", "FOUND");
    }

    @Test
    void refusesStepsOutOfTurnWithoutReasonOrByTheWrongHands() throws Exception {
        var found = finding("NEW");
        var path = "/api/supervision/findings/" + found.get("id") + "/steps";
        var version = found.get("version");

        assertThat(post(INSPECTOR, path, Map.of("step", "CLOSE", "note", "x", "version", version)))
                .hasStatus(409);
        assertThat(post(INSPECTOR, path, Map.of("step", "DISMISS", "version", version)))
                .hasStatus(422);
        assertThat(post(INSPECTOR, path, Map.of("step", "VERIFY", "version", 99)))
                .hasStatus(409);
        assertThat(post(officer(office), path, Map.of("step", "VERIFY", "version", version)))
                .hasStatus(403);
        assertThat(post(
                        INSPECTOR,
                        path,
                        Map.of("step", "ASK_EXPLANATION", "note", "?", "dueOn", "2020-01-01", "version", version)))
                .hasStatus(422);
    }

    @Test
    void isNobodysBusinessOutsideTheUnit() throws Exception {
        var found = finding("NEW");
        var stranger = add(
                "organization/institutions",
                Map.of(
                        "code",
                        "F-X" + count,
                        "name",
                        "旁局" + count,
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "950100"));

        assertThat(get(officer(stranger), "/api/supervision/findings/" + found.get("id")))
                .hasStatus(404);
        assertThat(items(get(officer(stranger), "/api/supervision/findings"))).isEmpty();
        assertThat(items(get(officer(office), "/api/supervision/findings?rule=premises.office-area")))
                .hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private List<Object> steps(Map<String, Object> finding) {
        var history = (List<Map<String, Object>>) json(get(INSPECTOR, "/api/supervision/findings/" + finding.get("id")))
                .get("history");
        return history.stream().map(event -> event.get("step")).toList();
    }

    @Test
    void openFindingsAreCountedUpTheTreeAsFarAsOneMaySee() {
        finding("NEW");
        var above = add(
                "organization/institutions",
                Map.of(
                        "code",
                        "F-U" + count,
                        "name",
                        "判市上级" + count,
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "950100"));
        database.sql("update organization.institution set parent_id = :above where id = :id")
                .param("above", above)
                .param("id", office)
                .update();

        var all = openAt(INSPECTOR);
        assertThat(all.get(office)).isPositive().isEqualTo(all.get(above));
        assertThat(openAt(officer(office))).isEqualTo(Map.of(office, all.get(office)));
    }

    private Map<UUID, Integer> openAt(Account account) {
        var counts = new HashMap<UUID, Integer>();
        list(get(account, "/api/supervision/open-findings"))
                .forEach(at -> counts.put(UUID.fromString((String) at.get("institution")), (Integer) at.get("whole")));
        return counts;
    }
}
