package org.yiti.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** What sites, buildings and floors were before is kept, from day to day, and told where people look for it. */
class PastPlacesJourneyTest extends Journey {

    private static boolean ready;
    private static int last;
    private static UUID institution;

    @BeforeEach
    void aCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "986610", "name", "旧楼市", "level", "市级"));
        institution = institution("PP-1", "旧楼市机关事务管理局");
        institution("PP-2", "旧楼市档案馆");
        add("premises/sites", Map.of("code", "PP-S", "name", "南院", "institutionCode", "PP-1"));
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "986610"));
    }

    private static Map<String, Object> with(Map<String, ?> cells, Map<String, ?> more) {
        var all = new HashMap<String, Object>(cells);
        all.putAll(more);
        return all;
    }

    private Map<String, Object> building() {
        var code = "PP-B" + ++last;
        var id = add(
                "premises/buildings",
                with(
                        Map.of("code", code, "name", "老楼", "siteCode", "PP-S", "institutionCode", "PP-2"),
                        Map.of(
                                "acquisition",
                                "自有",
                                "titleStatus",
                                "登记在使用单位",
                                "titleHolder",
                                "旧楼市档案馆",
                                "buildingArea",
                                3000,
                                "storeys",
                                3,
                                "builtOn",
                                "1999-05-01")));
        return Map.of("id", id, "code", code);
    }

    private int change(String path, Map<String, ?> cells) {
        return patch(ADMINISTRATOR, "/api/premises/" + path, cells)
                .getResponse()
                .getStatus();
    }

    private List<Map<String, Object>> past(String path) {
        return items(get(ADMINISTRATOR, "/api/premises/" + path + "&sort=-endsOn"));
    }

    @Test
    void aBuildingKeepsWhoseItWasOnWhichTitleAndHowLargeItWas() {
        var building = building();
        var id = building.get("id");

        assertThat(change(
                        "buildings/" + id,
                        Map.of(
                                "version",
                                1,
                                "institutionCode",
                                "PP-1",
                                "titleStatus",
                                "已统一登记",
                                "titleHolder",
                                "旧楼市机关事务管理局",
                                "since",
                                "2019-06-01")))
                .isEqualTo(200);
        assertThat(change(
                        "buildings/" + id,
                        Map.of("version", 2, "buildingArea", 3900, "storeys", 4, "since", "2022-01-01")))
                .isEqualTo(200);

        assertThat(past("building-pasts?buildingId=" + id))
                .map(row -> row.get("institutionCode") + " " + row.get("titleStatus") + " " + row.get("titleHolder")
                        + " " + row.get("buildingArea") + " " + row.get("storeys") + " " + row.get("startsOn") + " "
                        + row.get("endsOn"))
                .containsExactly(
                        "PP-1 REGISTERED_TO_BUREAU 旧楼市机关事务管理局 3000.0 3 2019-06-01 2021-12-31",
                        "PP-2 REGISTERED_TO_USER 旧楼市档案馆 3000.0 3 null 2019-05-31");
        assertThat(database.sql(
                                "select building_area from facts.building_state where building_id = :id and valid @> date '2021-12-31'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3000);
    }

    @Test
    void aSlipInABuildingIsCorrectedAndWhatIsBuiltDoesNotChangeByTheDay() {
        var id = building().get("id");

        assertThat(change("buildings/" + id + "?correcting=true", Map.of("version", 1, "buildingArea", 3100)))
                .isEqualTo(200);
        assertThat(change("buildings/" + id, Map.of("version", 2, "builtOn", "1998-05-01", "storeysBelow", 1)))
                .isEqualTo(200);

        assertThat(past("building-pasts?buildingId=" + id)).isEmpty();
        assertThat(json(get(ADMINISTRATOR, "/api/premises/buildings/" + id))).containsEntry("since", null);
    }

    @Test
    void aFloorIsNotCalledByABareNumber() {
        var building = building();
        var code = building.get("code");
        var second = add("premises/floors", Map.of("buildingCode", code, "number", 2));
        var cellar = add("premises/floors", Map.of("buildingCode", code, "number", -1));
        assertThat(json(get(ADMINISTRATOR, "/api/objects/floor/" + second))).containsEntry("title", "2层");
        assertThat(json(get(ADMINISTRATOR, "/api/objects/floor/" + cellar))).containsEntry("title", "地下1层");
        assertThat(json(http.get()
                        .uri("/api/objects/floor/" + second)
                        .header("Accept-Language", "en")
                        .with(as(ADMINISTRATOR))
                        .exchange()))
                .containsEntry("title", "Floor 2");

        assertThat(change("floors/" + second, Map.of("version", 1, "usableArea", 480, "since", "2020-02-02")))
                .isEqualTo(200);
        var past = past("floor-pasts?floorId=" + second).get(0);
        assertThat(json(get(ADMINISTRATOR, "/api/objects/floor-past/" + past.get("id")))
                        .get("title"))
                .asString()
                .endsWith(" 2层");
    }

    @Test
    void aFloorThatWasLargerBeforeIsItsBuildingsInstitutions() {
        var building = building();
        var floor =
                add("premises/floors", Map.of("buildingCode", building.get("code"), "number", 2, "usableArea", 500));

        assertThat(change(
                        "floors/" + floor,
                        Map.of("version", 1, "usableArea", 480, "name", "二层", "since", "2020-02-02")))
                .isEqualTo(200);

        assertThat(past("floor-pasts?floorId=" + floor))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("usableArea", 500.0)
                        .containsEntry("name", null)
                        .containsEntry("floorNumber", 2)
                        .containsEntry("endsOn", "2020-02-01"));
        assertThat(database.sql(
                                "select p.institution_id = b.institution_id from premises.floor_past p join premises.floor f on f.id = p.floor_id join premises.building b on b.id = f.building_id where f.id = :id")
                        .param("id", floor)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aSiteKeepsItsFormerNameItsPageCountsItAndItsLifeLineTellsIt() {
        var site = add(
                "premises/sites",
                Map.of("code", "PP-S2", "name", "行署大院", "institutionCode", "PP-1", "address", "解放路1号"));

        assertThat(change(
                        "sites/" + site,
                        Map.of("version", 1, "name", "政府大院", "address", "示范大道1号", "since", "2000-01-01")))
                .isEqualTo(200);

        assertThat(past("site-pasts?siteId=" + site))
                .map(row -> row.get("name") + " " + row.get("address") + " " + row.get("endsOn"))
                .containsExactly("行署大院 解放路1号 1999-12-31");
        assertThat(json(get(ADMINISTRATOR, "/api/objects/site/" + site)).get("related"))
                .asString()
                .containsPattern("ledger=premises/site-pasts[^}]*}[^}]*}, count=1");
        assertThat(get(ADMINISTRATOR, "/api/objects/site/" + site + "/lifeline"))
                .bodyText()
                .contains("行署大院");
    }

    @Test
    void whoSeesNothingOfAnInstitutionSeesNothingOfItsFormerBuildings() {
        var id = building().get("id");
        change("buildings/" + id, Map.of("version", 1, "institutionCode", "PP-1", "since", "2019-06-01"));
        var stranger = institution("PP-X" + ++last, "旧楼市图书馆");

        assertThat(items(get(officer(stranger), "/api/premises/building-pasts?buildingId=" + id)))
                .isEmpty();
        assertThat(items(get(officer(institution), "/api/premises/building-pasts?buildingId=" + id)))
                .as("it was another's then")
                .isEmpty();
        assertThat(past("building-pasts?buildingId=" + id)).hasSize(1);
    }

    @Test
    void aFormerBuildingIsEnteredWithItsDaysAndMayNotReachIntoWhatIsThereNow() {
        var building = building();
        change("buildings/" + building.get("id"), Map.of("version", 1, "name", "一号楼", "since", "2010-01-01"));
        var before = with(
                Map.of(
                        "buildingCode",
                        building.get("code"),
                        "name",
                        "招待所",
                        "siteCode",
                        "PP-S",
                        "institutionCode",
                        "PP-2"),
                Map.of("acquisition", "自有", "titleStatus", "未登记", "buildingArea", 2000, "storeys", 3));

        assertThat(post(ADMINISTRATOR, "/api/premises/building-pasts", with(before, Map.of("endsOn", "2010-01-01"))))
                .hasStatus(422);
        assertThat(post(ADMINISTRATOR, "/api/premises/building-pasts", with(before, Map.of("endsOn", "2001-01-01"))))
                .as("of those days something is known")
                .hasStatus(422);
        var known = past("building-pasts?buildingId=" + building.get("id")).get(0);
        assertThat(change("building-pasts/" + known.get("id"), Map.of("version", 1, "startsOn", "2002-01-01")))
                .isEqualTo(200);
        add("premises/building-pasts", with(before, Map.of("endsOn", "2001-12-31")));

        assertThat(past("building-pasts?buildingId=" + building.get("id")))
                .map(row -> row.get("name"))
                .containsExactly("老楼", "招待所");
    }
}
