package org.yiti.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import tools.jackson.databind.json.JsonMapper;

class LedgerRowsJourneyTest extends Journey {

    private static boolean ready;
    private static UUID city;
    private static UUID county;
    private static UUID other;

    @BeforeEach
    void aSmallCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "970130", "name", "试验市", "level", "市级"));
        city = add("organization/institutions", institution("L-市", "试验市机关事务管理局", "市级"));
        county = add("organization/institutions", institution("L-县", "试验县机关事务服务中心", "县级"));
        other = add("organization/institutions", institution("L-它", "试验县财政局", "县级"));
        add("premises/sites", Map.of("code", "L-S1", "name", "一号院", "institutionCode", "L-县"));
        add("premises/buildings", building("L-B1", "L-县"));
        add("premises/floors", Map.of("buildingCode", "L-B1", "number", 1));
        for (var i = 101; i <= 125; i++) {
            add("premises/rooms", room(String.valueOf(i), "L-县"));
        }
    }

    private static Map<String, Object> institution(String code, String name, String level) {
        return Map.of("code", code, "name", name, "kind", "政府机关", "level", level, "divisionCode", "970130");
    }

    private static Map<String, Object> building(String code, String institution) {
        return Map.of(
                "code",
                code,
                "name",
                "一号楼",
                "siteCode",
                "L-S1",
                "institutionCode",
                institution,
                "acquisition",
                "自有",
                "titleStatus",
                "登记在使用单位",
                "buildingArea",
                2000,
                "storeys",
                3);
    }

    private static Map<String, Object> room(String number, String institution) {
        return Map.of(
                "buildingCode",
                "L-B1",
                "number",
                number,
                "floorNumber",
                1,
                "institutionCode",
                institution,
                "use",
                "办公室",
                "usableArea",
                "18.50㎡");
    }

    @Test
    void listsRowsWithTheNamesOfWhatTheyReferTo() {
        var page = get(ADMINISTRATOR, "/api/premises/rooms?number=101&buildingCode=L-B1");

        assertThat(items(page))
                .singleElement()
                .satisfies(room -> assertThat(room)
                        .containsEntry("buildingName", "一号楼")
                        .containsEntry("floorNumber", 1)
                        .containsEntry("institutionName", "试验县机关事务服务中心")
                        .containsEntry("use", "OFFICE")
                        .containsEntry("usableArea", 18.5)
                        .containsEntry("version", 1));
    }

    @Test
    void pagesByTheLastRowSoThatNothingIsShownTwice() {
        var first = get(ADMINISTRATOR, "/api/premises/rooms?buildingCode=L-B1&sort=-number&limit=20");
        var second = get(
                ADMINISTRATOR,
                "/api/premises/rooms?buildingCode=L-B1&sort=-number&limit=20&after={after}",
                json(first).get("next"));

        assertThat(items(first)).hasSize(20).first().extracting("number").isEqualTo("125");
        assertThat(items(second)).extracting("number").containsExactly("105", "104", "103", "102", "101");
        assertThat(json(second)).containsEntry("next", null).containsEntry("total", 25);
        // in another order, or made up, it would be a page from anywhere
        for (var other : new String[] {"number", "-usableArea"}) {
            assertThat(get(
                            ADMINISTRATOR,
                            "/api/premises/rooms?buildingCode=L-B1&sort=" + other + "&limit=20&after={after}",
                            json(first).get("next")))
                    .hasStatus(422);
        }
        assertThat(get(ADMINISTRATOR, "/api/premises/rooms?after=garbage")).hasStatus(422);
    }

    @Test
    void findsByAnyPartOfAName() {
        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?q=验县财")))
                .extracting("code")
                .containsExactly("L-它");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?q=100%")))
                .isEmpty();
    }

    @Test
    void filtersByAPartOfAColumnOrOfTheNameOfWhatItRefersTo() {
        add("organization/institutions", institution("L-隔", "试验县 Archive 档案局", "县级"));

        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?name.like=县 arch")))
                .extracting("code")
                .containsExactly("L-隔");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?name.like=县arch")))
                .isEmpty();
        assertThat(items(get(ADMINISTRATOR, "/api/premises/rooms?buildingName.like=号楼&number=117")))
                .extracting(row -> row.get("buildingCode"))
                .containsExactly("L-B1");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/rooms?buildingName.like=二号")))
                .isEmpty();
    }

    @Test
    void findsARoomByTheNameOfItsBuildingAndItsNumber() {
        assertThat(items(get(ADMINISTRATOR, "/api/premises/rooms?q=一号 117")))
                .extracting(row -> row.get("number"))
                .containsExactly("117");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/rooms?q=二号楼 117"))).isEmpty();
    }

    @Test
    void showsAnOfficerOnlyTheirOwnPartOfTheTree() {
        assertThat(items(get(officer(other), "/api/premises/rooms"))).isEmpty();
        assertThat(items(get(officer(county), "/api/premises/rooms?buildingCode=L-B1")))
                .hasSize(25);
        assertThat(get(officer(other), "/api/premises/rooms?institution={id}", county))
                .hasStatus(404);
    }

    @Test
    void showsARoomInABuildingThatBelongsToSomebodyElse() {
        var guest = add("organization/institutions", institution("L-客", "试验县档案馆", "县级"));
        add("premises/buildings", building("L-B2", "L-县"));
        add("premises/floors", Map.of("buildingCode", "L-B2", "number", 1));
        var cells = new HashMap<>(room("101", "L-客"));
        cells.put("buildingCode", "L-B2");
        var room = add("premises/rooms", cells);

        var view = get(officer(guest), "/api/objects/room/{id}", room);

        assertThat(view).hasStatusOk();
        assertThat(json(view)).containsEntry("trail", List.of());
        assertThat(get(officer(guest), "/api/objects/room/{id}/lifeline", room)).hasStatusOk();
    }

    @Test
    void refusesARowOfAnotherUnitAndSaysWhere() {
        var refused = post(officer(other), "/api/premises/rooms", room("999", "L-县"));

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("errors").toString()).contains("不在您的管理范围内");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        var refused = post(
                ADMINISTRATOR,
                "/api/premises/rooms",
                Map.of(
                        "buildingCode",
                        "无此楼",
                        "number",
                        "201",
                        "floorNumber",
                        1,
                        "institutionCode",
                        "L-县",
                        "use",
                        "卧室",
                        "usableArea",
                        -3,
                        "idleSince",
                        "2026-02-30"));

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("errors").toString())
                .contains("/buildingCode", "/use", "/usableArea", "/idleSince", "办公室");
    }

    @Test
    void refusesAColumnItDoesNotKnow() {
        assertThat(json(post(
                                ADMINISTRATOR,
                                "/api/premises/floors",
                                Map.of("buildingCode", "L-B1", "number", 2, "colour", "red")))
                        .get("errors")
                        .toString())
                .contains("/colour");
    }

    @Test
    void keepsBeforeAndAfterOfEveryChangeInTheLifeLine() {
        var id = UUID.fromString((String) items(get(ADMINISTRATOR, "/api/premises/rooms?number=110&buildingCode=L-B1"))
                .get(0)
                .get("id"));

        var changed = patch(ADMINISTRATOR, "/api/premises/rooms/" + id, Map.of("version", 1, "usableArea", 20));

        assertThat(changed).hasStatusOk();
        assertThat(json(changed)).containsEntry("usableArea", 20.0).containsEntry("version", 2);
        assertThat(database.sql(
                                "select actor || ' ' || action || ' ' || coalesce(before ->> 'usable_area', '') || ' ' "
                                        + "|| coalesce(after ->> 'usable_area', '') from lifeline.change where object_id = :id order by id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("admin CREATED  ", "admin CHANGED 18.50 20.00");
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChangedMeanwhile() {
        var id = items(get(ADMINISTRATOR, "/api/premises/rooms?number=111&buildingCode=L-B1"))
                .get(0)
                .get("id");
        patch(ADMINISTRATOR, "/api/premises/rooms/" + id, Map.of("version", 1, "wing", "东"));

        assertThat(patch(ADMINISTRATOR, "/api/premises/rooms/" + id, Map.of("version", 1, "wing", "西")))
                .hasStatus(409);
    }

    @Test
    void keepsWhatOthersStillReferTo() {
        var id = items(get(ADMINISTRATOR, "/api/premises/buildings?code=L-B1"))
                .get(0)
                .get("id");

        assertThat(delete(ADMINISTRATOR, "/api/premises/buildings/" + id + "?version=1"))
                .hasStatus(409);
    }

    @Test
    void answersInTheLanguageAskedFor() {
        var refused = http.get()
                .uri("/api/premises/rooms?nothing=1")
                .header("Accept-Language", "en")
                .with(as(ADMINISTRATOR))
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(json(refused)).containsEntry("title", "There is no filter \"nothing\"");
    }

    @Test
    void doesAWriteOnceHoweverOftenItIsSent() {
        var cells = Map.of("buildingCode", "L-B1", "number", 3);
        var first = once("key-1", cells);
        var again = once("key-1", cells);

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(once("key-1", Map.of("buildingCode", "L-B1", "number", 4))).hasStatus(422);
    }

    private MvcTestResult once(String key, Map<String, ?> cells) {
        return http.post()
                .uri("/api/premises/floors")
                .header("Idempotency-Key", key)
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.builder().build().writeValueAsString(cells))
                .exchange();
    }
}
