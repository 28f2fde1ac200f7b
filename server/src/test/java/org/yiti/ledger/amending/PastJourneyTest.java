package org.yiti.ledger.amending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** What a row was before is kept, from day to day. */
class PastJourneyTest extends Journey {

    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    private static final String YESTERDAY = LocalDate.parse(TODAY).minusDays(1).toString();
    private static boolean ready;
    private static int last;

    @BeforeEach
    void aCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "983100", "name", "沿革市", "level", "市级"));
        institution("YG-1", "沿革市财政局");
        institution("YG-2", "沿革市档案馆");
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "983100"));
    }

    private UUID person(@Nullable String since) {
        var cells = new HashMap<String, Object>(
                Map.of("code", "YG-P" + ++last, "name", "周某", "institutionCode", "YG-1", "rank", "正局(处)级"));
        if (since != null) {
            cells.put("since", since);
        }
        return add("organization/people", cells);
    }

    private Map<String, Object> row(UUID person) {
        return json(get(ADMINISTRATOR, "/api/organization/people/" + person));
    }

    private int change(UUID person, Map<String, ?> cells, String query) {
        var body = new HashMap<String, Object>(cells);
        body.put("version", row(person).get("version"));
        return patch(ADMINISTRATOR, "/api/organization/people/" + person + query, body)
                .getResponse()
                .getStatus();
    }

    private void changed(UUID person, Map<String, ?> cells) {
        assertThat(change(person, cells, "")).isEqualTo(200);
    }

    /** Rank, from and until of what the person was before, the latest first. */
    private List<String> past(UUID person) {
        return items(get(ADMINISTRATOR, "/api/organization/person-pasts?personId=" + person + "&sort=-endsOn")).stream()
                .map(row -> row.get("rank") + " " + row.get("startsOn") + " " + row.get("endsOn"))
                .toList();
    }

    @Test
    void endsWhatWasTheDayBeforeTheNewStateHolds() {
        var person = person("2020-03-01");

        changed(person, Map.of("rank", "市级副职", "since", "2024-05-06"));

        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF 2020-03-01 2024-05-05");
        assertThat(row(person)).containsEntry("since", "2024-05-06");
    }

    @Test
    void takesTodayWhenNoDayIsGiven() {
        var person = person(null);

        changed(person, Map.of("institutionCode", "YG-2"));

        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF null " + YESTERDAY);
        assertThat(row(person)).containsEntry("since", TODAY).containsEntry("institutionCode", "YG-2");
    }

    @Test
    void keepsNothingOfWhatIsNotDated() {
        var person = person("2020-03-01");

        changed(person, Map.of("phone", "010-1"));

        assertThat(past(person)).isEmpty();
        assertThat(row(person)).containsEntry("since", "2020-03-01");
    }

    @Test
    void keepsNothingOfWhatWasEnteredWrongly() {
        var dated = person("2020-03-01");
        var undated = person(null);

        changed(dated, Map.of("rank", "副局(处)级", "since", "2020-03-01"));
        assertThat(change(undated, Map.of("rank", "副局(处)级"), "?correcting=true"))
                .isEqualTo(200);

        assertThat(past(dated)).isEmpty();
        assertThat(past(undated)).isEmpty();
        assertThat(row(undated)).containsEntry("since", null);
    }

    @Test
    void movesTheBorderWhenOnlyTheDayIsAnother() {
        var person = person("2020-03-01");
        changed(person, Map.of("rank", "市级副职", "since", "2024-05-06"));

        changed(person, Map.of("since", "2024-06-01"));
        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF 2020-03-01 2024-05-31");

        changed(person, Map.of("since", "2024-02-01"));
        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF 2020-03-01 2024-01-31");
    }

    @Test
    void cutsWhatWasBeforeWhenAnEarlierDayComesWithOtherValues() {
        var person = person("2020-03-01");
        changed(person, Map.of("rank", "市级副职", "since", "2024-05-06"));

        changed(person, Map.of("rank", "市级正职", "since", "2024-02-01"));

        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF 2020-03-01 2024-01-31");
    }

    @Test
    void refusesADayThatIsNotThereYetOrNotAfterTheStartOfWhatWasBefore() {
        var person = person("2020-03-01");
        changed(person, Map.of("rank", "市级副职", "since", "2024-05-06"));
        var tomorrow = LocalDate.parse(TODAY).plusDays(1).toString();

        assertThat(change(person, Map.of("rank", "市级正职", "since", tomorrow), ""))
                .isEqualTo(422);
        assertThat(change(person, Map.of("rank", "市级正职", "since", "2020-03-01"), ""))
                .isEqualTo(422);
        assertThat(past(person)).containsExactly("CITY_BUREAU_CHIEF 2020-03-01 2024-05-05");
    }

    @Test
    void takesWhatWasBeforeFromTheBooksAsWell() {
        var person = person("2024-05-06");
        var before = Map.of(
                "personCode",
                row(person).get("code"),
                "institutionCode",
                "YG-1",
                "rank",
                "副局(处)级",
                "startsOn",
                "2015-01-01");

        add("organization/person-pasts", with(before, "endsOn", "2024-05-05"));

        assertThat(refused(with(before, "endsOn", "2024-05-06"))).contains("/endsOn");
        assertThat(refused(with(before, "endsOn", "2020-01-01"))).contains("/endsOn");
        assertThat(past(person)).containsExactly("CITY_BUREAU_DEPUTY 2015-01-01 2024-05-05");
    }

    private static Map<String, Object> with(Map<String, ?> cells, String name, Object value) {
        var all = new HashMap<String, Object>(cells);
        all.put(name, value);
        return all;
    }

    private String refused(Map<String, Object> cells) {
        var answer = post(ADMINISTRATOR, "/api/organization/person-pasts", cells);
        assertThat(answer).hasStatus(422);
        return String.valueOf(json(answer).get("errors"));
    }

    @Test
    void goesWithTheRowItWasOf() {
        var person = person("2020-03-01");
        changed(person, Map.of("rank", "市级副职", "since", "2024-05-06"));

        assertThat(delete(
                        ADMINISTRATOR,
                        "/api/organization/people/" + person + "?version="
                                + row(person).get("version")))
                .hasStatus(204);

        assertThat(past(person)).isEmpty();
    }

    @Test
    void isKeptOfRoomsVehiclesPostsDepartmentsAndInstitutions() {
        var institution = institution("YG-3", "沿革市经贸委");
        var department = add("organization/departments", Map.of("institutionCode", "YG-3", "code", "D1", "name", "一处"));
        var post = add("organization/posts", Map.of("institutionCode", "YG-3", "code", "G1", "name", "处长"));
        var vehicle = add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        "苏Z98310",
                        "institutionCode",
                        "YG-3",
                        "type",
                        "其他按规定配备的公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "markStatus",
                        "已喷涂"));
        Map.of(
                        "organization/institutions/" + institution,
                        Map.of("name", "沿革市商务局"),
                        "organization/departments/" + department,
                        Map.of("name", "综合处"),
                        "organization/posts/" + post,
                        Map.of("name", "主任"),
                        "fleet/vehicles/" + vehicle,
                        Map.of("status", "封存"))
                .forEach((path, cells) -> assertThat(patch(ADMINISTRATOR, "/api/" + path, with(cells, "version", 1)))
                        .hasStatusOk());

        assertThat(names("organization/institution-pasts?institutionId=" + institution, "name"))
                .containsExactly("沿革市经贸委");
        assertThat(names("organization/department-pasts?departmentId=" + department, "name"))
                .containsExactly("一处");
        assertThat(names("organization/post-pasts?postId=" + post, "name")).containsExactly("处长");
        assertThat(names("fleet/vehicle-pasts?vehicleId=" + vehicle, "status")).containsExactly("IN_USE");
    }

    private List<Object> names(String path, String column) {
        return items(get(ADMINISTRATOR, "/api/" + path)).stream()
                .map(row -> row.get(column))
                .toList();
    }

    @Test
    void aDivisionKeepsWhatItWasCalledAndUnderWhomItStood() {
        add("organization/divisions", Map.of("code", "983110", "name", "襄水地区", "level", "市级"));
        add("organization/divisions", Map.of("code", "983120", "name", "汉水市", "level", "市级"));
        var county = add(
                "organization/divisions",
                Map.of("code", "983111", "name", "樊城县", "level", "县级", "parentCode", "983110", "since", "1996-01-01"));

        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/organization/divisions/" + county,
                        Map.of("name", "樊城区", "parentCode", "983120", "since", "2012-03-01", "version", 1)))
                .hasStatusOk();
        assertThat(patch(ADMINISTRATOR, "/api/organization/divisions/" + county, Map.of("name", "樊城新区", "version", 2)))
                .hasStatusOk();

        assertThat(items(get(ADMINISTRATOR, "/api/organization/division-pasts?divisionId=" + county + "&sort=-endsOn")))
                .map(row -> row.get("name") + " " + row.get("parentName") + " " + row.get("startsOn") + " "
                        + row.get("endsOn"))
                .containsExactly("樊城区 汉水市 2012-03-01 " + YESTERDAY, "樊城县 襄水地区 1996-01-01 2012-02-29");
    }
}
