package org.yiti.ledger.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yiti.Journey;
import org.yiti.UsesKept;

/** Two offices below a government, each with a department 01; one of them has people, rooms and a car, and a school below it. */
abstract class ReorganizationJourney extends Journey {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final LocalDate DAY = TODAY.minusDays(10);
    static final String PATH = "/api/ledger/reorganizations";
    private static int count;

    String code;
    UUID government;
    UUID grain;
    UUID commerce;
    UUID school;
    UUID person;
    UUID vehicle;

    @AfterEach
    void whoUsesWhatIsWhatTheRowsSay() {
        UsesKept.areWhatTheRowsSay(database);
    }

    @BeforeEach
    void twoOffices() {
        code = "RG" + ++count;
        if (count == 1) {
            add("organization/divisions", Map.of("code", "984300", "name", "改市", "level", "市级"));
        }
        government = institution("", "改市政府", null);
        grain = institution("-G", "改市粮食局", "");
        commerce = institution("-C", "改市商务局", "");
        school = institution("-S", "改市粮食学校", "-G");
        department("-G", "01", "办公室");
        department("-G", "02", "储备科");
        department("-C", "01", "办公室");
        holdings();
        whatHappened();
    }

    private void holdings() {
        person = add(
                "organization/people",
                Map.of(
                        "code",
                        code + "-P",
                        "name",
                        "王五",
                        "institutionCode",
                        code + "-G",
                        "departmentCode",
                        "01",
                        "rank",
                        "科员"));
        add(
                "organization/posts",
                Map.of("institutionCode", code + "-G", "code", "A", "name", "科长", "departmentCode", "01"));
        add(
                "organization/appointments",
                Map.of(
                        "institutionCode",
                        code + "-G",
                        "personCode",
                        code + "-P",
                        "postCode",
                        "A",
                        "title",
                        "科长",
                        "main",
                        true,
                        "startsOn",
                        "2024-03-01"));
        add(
                "organization/establishments",
                Map.of("institutionCode", code + "-G", "rank", "科员", "headcount", 12, "startsOn", "2022-01-01"));
        add("premises/sites", Map.of("code", code + "-Y", "name", "粮食院", "institutionCode", code + "-G"));
        add(
                "premises/buildings",
                Map.of(
                        "code",
                        code + "-B",
                        "name",
                        "粮食楼",
                        "siteCode",
                        code + "-Y",
                        "institutionCode",
                        code + "-G",
                        "acquisition",
                        "自有",
                        "titleStatus",
                        "登记在使用单位",
                        "buildingArea",
                        3000,
                        "storeys",
                        3));
        add("premises/floors", Map.of("buildingCode", code + "-B", "number", 1));
        for (var number : List.of("101", "102")) {
            add(
                    "premises/rooms",
                    Map.of(
                            "buildingCode",
                            code + "-B",
                            "number",
                            number,
                            "floorNumber",
                            1,
                            "institutionCode",
                            code + "-G",
                            "use",
                            "办公室",
                            "usableArea",
                            9));
        }
        add(
                "premises/occupancies",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "roomNumber",
                        "101",
                        "personCode",
                        code + "-P",
                        "startsOn",
                        "2024-03-01"));
        add(
                "premises/occupancies",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "roomNumber",
                        "102",
                        "institutionCode",
                        code + "-G",
                        "departmentCode",
                        "02",
                        "startsOn",
                        "2024-03-01"));
        vehicle = add(
                "fleet/vehicles",
                Map.ofEntries(
                        Map.entry("plate", "京A6" + String.format("%04d", count)),
                        Map.entry("brandModel", "红旗 H5"),
                        Map.entry("markStatus", "已标识"),
                        Map.entry("institutionCode", code + "-G"),
                        Map.entry("type", "其他按规定配备的公务用车"),
                        Map.entry("body", "轿车"),
                        Map.entry("energy", "汽油"),
                        Map.entry("acquisition", "购置"),
                        Map.entry("status", "在用"),
                        Map.entry("price", 160000),
                        Map.entry("displacement", 1.5),
                        Map.entry("purchasedOn", "2023-05-10")));
    }

    private void whatHappened() {
        var plate = "京A6" + String.format("%04d", count);
        add(
                "fleet/trips",
                Map.of(
                        "plate",
                        plate,
                        "startedAt",
                        TODAY.minusDays(40) + " 09:00",
                        "endedAt",
                        TODAY.minusDays(40) + " 10:00",
                        "kilometres",
                        12));
        add(
                "fleet/insurances",
                Map.of(
                        "plate",
                        plate,
                        "policyNo",
                        code + "-1",
                        "insurer",
                        "人保",
                        "amount",
                        900,
                        "startsOn",
                        "2024-01-01",
                        "endsOn",
                        "2024-12-31"));
        add(
                "fleet/insurances",
                Map.of(
                        "plate",
                        plate,
                        "policyNo",
                        code + "-2",
                        "insurer",
                        "人保",
                        "amount",
                        900,
                        "startsOn",
                        TODAY.minusDays(60).toString(),
                        "endsOn",
                        TODAY.plusDays(300).toString()));
    }

    private UUID institution(String suffix, String name, String parent) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code + suffix, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "984300"));
        if (parent != null) {
            cells.put("parentCode", code + parent);
        }
        return add("organization/institutions", cells);
    }

    private void department(String suffix, String number, String name) {
        add("organization/departments", Map.of("institutionCode", code + suffix, "code", number, "name", name));
    }

    static Map<String, Object> merge(UUID institution, UUID target) {
        return Map.of("kind", "MERGE", "institution", institution, "target", target);
    }

    @SafeVarargs
    static Map<String, Object> draft(LocalDate day, Map<String, Object>... steps) {
        return Map.of(
                "name", "市级机构改革", "approvalNo", "改委发〔2026〕1号", "effectiveOn", day.toString(), "steps", List.of(steps));
    }

    @SafeVarargs
    final String drafted(LocalDate day, Map<String, Object>... steps) {
        var result = post(ADMINISTRATOR, PATH, draft(day, steps));
        assertThat(result).hasStatus(201);
        return PATH + "/" + json(result).get("id");
    }

    Map<String, Object> previewed(String path) {
        var result = post(ADMINISTRATOR, path + "/preview", Map.of());
        assertThat(result).as(() -> json(result).toString()).hasStatus(200);
        return json(result);
    }

    Map<String, Object> applied(String path) {
        var seen = previewed(path).get("fingerprint");
        var result = post(ADMINISTRATOR, path + "/apply", Map.of("seen", seen));
        assertThat(result).as(() -> json(result).toString()).hasStatus(200);
        return json(result);
    }

    /** The rows of a ledger with their institution, as the code of it after the common beginning; by their first column. */
    List<String> rows(String what, String from) {
        return database.sql("select " + what + " " + from.replace(":code", "'" + code + "'"))
                .query(String.class)
                .list();
    }

    List<String> owners(String table) {
        return rows(
                "coalesce(substr(i.code, length(:code) + 1), '') || ' ' || count(*)".replace(":code", "'" + code + "'"),
                "from " + table
                        + " t join organization.institution i on i.id = t.institution_id where i.code like :code || '%' group by i.code order by i.code");
    }

    /** Everything a ledger of this world holds, to see that it is as it was. */
    String everything() {
        var all = new StringBuilder();
        for (var table : List.of(
                "organization.institution",
                "organization.institution_past",
                "organization.department",
                "organization.post",
                "organization.appointment",
                "organization.establishment",
                "organization.person",
                "organization.person_past",
                "premises.site",
                "premises.site_past",
                "premises.building",
                "premises.building_past",
                "premises.floor",
                "premises.floor_past",
                "premises.room",
                "premises.room_past",
                "premises.occupancy",
                "fleet.vehicle",
                "fleet.vehicle_past",
                "fleet.driver",
                "fleet.driver_past",
                "energy.meter",
                "energy.meter_past",
                "fleet.insurance",
                "fleet.trip")) {
            all.append(table)
                    .append(database.sql(
                                    "select coalesce(string_agg((to_jsonb(t) - 'version')::text, ' ' order by t.id), '') from "
                                            + table
                                            + " t join organization.institution i on i.id = t.institution_id where i.code like ? || '%'")
                            .param(code)
                            .query(String.class)
                            .single())
                    .append('\n');
        }
        all.append(
                rows(
                        "coalesce(string_agg(b.root || '>' || b.member, ' ' order by b.root, b.member), '')",
                        "from organization.below b join organization.institution i on i.id = b.member where i.code like :code || '%'"));
        return all.toString();
    }
}
