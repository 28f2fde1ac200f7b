package org.yiti.premises.stackplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.law.LawBook;

/** The plan calls a room too large where the rule of offices does. */
class StackPlanJourneyTest extends Journey {

    private static UUID building;

    @Autowired
    private LawBook law;

    @BeforeEach
    void aBuildingWithALeaderAndAClerk() {
        if (building != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "970700", "name", "楼图市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "SP-1", "name", "楼图市人民政府", "kind", "政府机关", "level", "市级", "divisionCode", "970700"));
        add("organization/departments", Map.of("institutionCode", "SP-1", "code", "D1", "name", "办公室"));
        add("organization/people", Map.of("code", "SP-P1", "name", "市长", "institutionCode", "SP-1", "rank", "市级正职"));
        add("organization/people", Map.of("code", "SP-P2", "name", "科员", "institutionCode", "SP-1", "rank", "科员"));
        add("premises/sites", Map.of("code", "SP-S", "name", "院", "institutionCode", "SP-1"));
        var cells = new HashMap<String, Object>(
                Map.of("code", "SP-B", "name", "楼", "siteCode", "SP-S", "institutionCode", "SP-1"));
        cells.putAll(Map.of("acquisition", "自有", "titleStatus", "登记在使用单位", "buildingArea", 3000, "storeys", 3));
        building = add("premises/buildings", cells);
        add("premises/floors", Map.of("buildingCode", "SP-B", "number", 1));
        law.resolve(); // as the judging does that the new division sets off in a while
    }

    private void room(String number, double area, double toilet) {
        var cells = new HashMap<String, Object>(Map.of(
                "buildingCode", "SP-B", "floorNumber", 1, "number", number, "institutionCode", "SP-1", "use", "办公室"));
        cells.putAll(Map.of("usableArea", area, "toiletArea", toilet));
        add("premises/rooms", cells);
    }

    private void placed(String room, Map<String, ?> who) {
        var cells = new HashMap<String, Object>(
                Map.of("buildingCode", "SP-B", "roomNumber", room, "startsOn", "2026-01-01"));
        cells.putAll(who);
        add("premises/occupancies", cells);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> seen(String number, String... on) {
        var path = "/api/premises/buildings/" + building + "/stack" + (on.length == 0 ? "" : "?on=" + on[0]);
        var floors = (List<Map<String, Object>>) json(get(ADMINISTRATOR, path)).get("floors");
        return floors.stream()
                .flatMap(floor -> ((List<Map<String, Object>>) floor.get("rooms")).stream())
                .filter(room -> number.equals(room.get("number")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sparesTheToiletOfALeaderAsFarAsTheStandardDoes() {
        room("101", 48, 7);
        placed("101", Map.of("personCode", "SP-P1"));
        room("102", 48.5, 7);
        placed("102", Map.of("personCode", "SP-P1"));

        assertThat(seen("101")).containsEntry("state", "OCCUPIED").containsEntry("excess", null);
        assertThat(seen("102")).containsEntry("state", "OVER").containsEntry("excess", 0.5);
    }

    @Test
    void sparesNoToiletOfAClerk() {
        room("103", 15, 6);
        placed("103", Map.of("personCode", "SP-P2"));

        assertThat(seen("103")).containsEntry("state", "OVER").containsEntry("excess", 6.0);
    }

    @Test
    @SuppressWarnings("unchecked")
    void drawsAPastDayAsItWasThen() {
        add(
                "organization/people",
                Map.of(
                        "code",
                        "SP-P3",
                        "name",
                        "局长",
                        "institutionCode",
                        "SP-1",
                        "rank",
                        "正局(处)级",
                        "since",
                        "2026-06-01"));
        add(
                "organization/person-pasts",
                Map.of("personCode", "SP-P3", "institutionCode", "SP-1", "rank", "科员", "endsOn", "2026-05-31"));
        room("105", 20, 0);
        placed("105", Map.of("personCode", "SP-P3"));
        patch(
                ADMINISTRATOR,
                "/api/premises/rooms/" + seen("105").get("id"),
                Map.of("version", 1, "use", "服务用房", "since", "2026-10-01"));

        assertThat(seen("105", "2026-05-31")).containsEntry("state", "OVER").containsEntry("excess", 11.0);
        assertThat(seen("105", "2026-06-01")).containsEntry("state", "OCCUPIED");
        assertThat(seen("105")).containsEntry("state", "NOT_OFFICE");
        assertThat((List<Map<String, Object>>) seen("105", "2026-05-31").get("occupants"))
                .extracting("rank")
                .containsExactly("CITY_STAFF");
    }

    @Test
    @SuppressWarnings("unchecked")
    void namesABuildingAndItsFloorsAsTheyWereThen() {
        add("premises/floors", Map.of("buildingCode", "SP-B", "number", 3, "name", "阁楼", "usableArea", 100));
        var floor = items(get(ADMINISTRATOR, "/api/premises/floors?buildingId=" + building)).stream()
                .filter(row -> row.get("number").equals(3))
                .findFirst()
                .orElseThrow();
        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/premises/floors/" + floor.get("id"),
                        Map.of("version", 1, "name", "三层", "usableArea", 180, "since", "2026-04-01")))
                .hasStatusOk();
        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/premises/buildings/" + building,
                        Map.of("version", 1, "name", "新楼", "buildingArea", 3200, "since", "2026-04-01")))
                .hasStatusOk();

        var path = "/api/premises/buildings/" + building + "/stack?on=";
        var before = json(get(ADMINISTRATOR, path + "2026-03-31"));
        var after = json(get(ADMINISTRATOR, path + "2026-04-01"));

        assertThat((Map<String, Object>) before.get("building"))
                .containsEntry("name", "楼")
                .containsEntry("buildingArea", 3000.0);
        assertThat((Map<String, Object>) after.get("building"))
                .containsEntry("name", "新楼")
                .containsEntry("buildingArea", 3200.0);
        assertThat((List<Map<String, Object>>) before.get("floors"))
                .anyMatch(one ->
                        "阁楼".equals(one.get("name")) && one.get("usableArea").equals(100.0));
        assertThat((List<Map<String, Object>>) after.get("floors"))
                .anyMatch(one ->
                        "三层".equals(one.get("name")) && one.get("usableArea").equals(180.0));
    }

    @Test
    @SuppressWarnings("unchecked")
    void showsWhoUsesSomeOfABuildingTheirOwnRoomsAlone() {
        var tenant = add(
                "organization/institutions",
                Map.of("code", "SP-2", "name", "楼图市档案馆", "kind", "公益一类", "level", "市级", "divisionCode", "970700"));
        var stranger = add(
                "organization/institutions",
                Map.of("code", "SP-3", "name", "楼图市图书馆", "kind", "公益一类", "level", "市级", "divisionCode", "970700"));
        var cells = new HashMap<String, Object>(Map.of(
                "buildingCode", "SP-B", "floorNumber", 1, "number", "201", "institutionCode", "SP-2", "use", "办公室"));
        cells.put("usableArea", 20);
        add("premises/rooms", cells);
        room("106", 12, 0);
        var path = "/api/premises/buildings/" + building + "/stack";

        var seen = json(get(officer(tenant), path));

        assertThat(((List<Map<String, Object>>) seen.get("floors"))
                        .stream()
                                .flatMap(floor -> ((List<Map<String, Object>>) floor.get("rooms")).stream())
                                .map(room -> room.get("number")))
                .containsExactly("201");
        assertThat((Integer) seen.get("hiddenRooms")).isPositive();
        assertThat(get(officer(stranger), path)).hasStatus(404);
    }

    @Test
    void saysNothingOfARoomThatADepartmentUsesAsWell() {
        room("104", 30, 0);
        placed("104", Map.of("personCode", "SP-P2"));
        placed("104", Map.of("institutionCode", "SP-1", "departmentCode", "D1"));

        assertThat(seen("104")).containsEntry("state", "OCCUPIED").containsEntry("excess", null);
    }
}
