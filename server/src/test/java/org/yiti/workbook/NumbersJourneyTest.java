package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.identity.Account;

/** Institutions number their own; what a number means depends on who writes it (docs/adr/0026). */
class NumbersJourneyTest extends ImportJourney {

    private static int count;

    private String code;
    private Account government;
    private Account grain;
    private Account commerce;

    @BeforeEach
    void twoOfficesOfOneGovernment() {
        if (count == 0) {
            add("organization/divisions", Map.of("code", "984700", "name", "号市", "level", "市级"));
        }
        code = "NU" + ++count;
        government = officer(institution("", "号市政府", null));
        grain = officer(institution("-G", "号市粮食局", code));
        commerce = officer(institution("-C", "号市商务局", code));
    }

    private UUID institution(String suffix, String name, @Nullable String parent) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code + suffix, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "984700"));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    private Map<String, Object> driver(String suffix, String number) {
        return Map.of("code", number, "name", "司机", "institutionCode", code + suffix);
    }

    private void made(Account by, String path, Map<String, ?> cells) {
        var result = post(by, "/api/" + path, cells);
        assertThat(result).as(() -> json(result).toString()).hasStatus(201);
    }

    private String vehicle(Account by, String suffix, int number) {
        var plate = "京A7" + String.format("%02d%02d", count, number);
        made(
                by,
                "fleet/vehicles",
                Map.of(
                        "plate",
                        plate,
                        "institutionCode",
                        code + suffix,
                        "type",
                        "其他按规定配备的公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "markStatus",
                        "已标识"));
        return plate;
    }

    private Map<String, Object> order(String plate, String driver) {
        return Map.of(
                "orderNo",
                code + "-" + plate + driver,
                "plate",
                plate,
                "driverCode",
                driver,
                "purpose",
                "公务",
                "destination",
                "会场",
                "plannedStart",
                "2026-06-01 09:00",
                "plannedEnd",
                "2026-06-01 10:00");
    }

    private List<String> drivenFor() {
        return database.sql(
                        "select o.order_no || ' ' || i.code from fleet.dispatch_order o join fleet.driver d on d.id = o.driver_id join organization.institution i on i.id = d.institution_id where o.order_no like ? order by 1")
                .param(code + "%")
                .query(String.class)
                .list();
    }

    private List<String> of(String table, String column, String number) {
        return database.sql("select substr(i.code, ?) from " + table
                        + " t join organization.institution i on i.id = t.institution_id where t." + column
                        + " = ? order by 1")
                .param(code.length() + 1)
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void whatARowPointsAtIsOfItsInstitutionOrTheOnlyOneThatIsSeen() {
        made(grain, "fleet/drivers", driver("-G", code + "-1"));
        made(commerce, "fleet/drivers", driver("-C", code + "-1"));
        made(commerce, "fleet/drivers", driver("-C", code + "-2"));
        var ofGrain = vehicle(grain, "-G", 1);
        var ofNeither = vehicle(government, "", 2);

        made(government, "fleet/dispatch-orders", order(ofGrain, code + "-1"));
        made(government, "fleet/dispatch-orders", order(ofNeither, code + "-2"));
        var several = post(government, "/api/fleet/dispatch-orders", order(ofNeither, code + "-1"));

        assertThat(drivenFor())
                .containsExactly(
                        code + "-" + ofGrain + code + "-1 " + code + "-G",
                        code + "-" + ofNeither + code + "-2 " + code + "-C");
        assertThat(several).hasStatus(422);
        assertThat(json(several).get("errors").toString())
                .contains("/driverCode")
                .contains("有多个");
        assertThat(post(grain, "/api/fleet/dispatch-orders", order(ofGrain, code + "-2")))
                .as("the other's alone is not seen")
                .hasStatus(422);
    }

    @Test
    void aRowThatPointsAtOneOfSeveralGoesOnPointingAtIt() {
        made(commerce, "fleet/drivers", driver("-C", code + "-1"));
        var plate = vehicle(government, "", 1);
        var order = post(government, "/api/fleet/dispatch-orders", order(plate, code + "-1"));
        assertThat(order).hasStatus(201);
        made(grain, "fleet/drivers", driver("-G", code + "-1"));
        var path = "/api/fleet/dispatch-orders/" + json(order).get("id");

        assertThat(patch(
                        government,
                        path,
                        Map.of("version", json(get(government, path)).get("version"), "purpose", "会议")))
                .hasStatusOk();

        assertThat(drivenFor()).containsExactly(code + "-" + plate + code + "-1 " + code + "-C");
    }

    @Test
    void whoSeesBothIsToldThatANumberIsTaken() {
        made(grain, "fleet/drivers", driver("-G", code + "-1"));
        assertThat(post(government, "/api/fleet/drivers", driver("-C", code + "-1")))
                .hasStatus(409);
        made(commerce, "fleet/drivers", driver("-C", code + "-2"));
        var two =
                items(get(government, "/api/fleet/drivers?code=" + code + "-2")).get(0);

        var result = patch(
                government,
                "/api/fleet/drivers/" + two.get("id"),
                Map.of("version", two.get("version"), "code", code + "-1"));

        assertThat(result).hasStatus(422);
        assertThat(json(result).get("errors").toString()).contains("已被另一记录占用");
    }

    @Test
    void aFileOfWhoSeesBothMovesTheOnlyOneAndSaysSo() throws InterruptedException {
        made(grain, "fleet/drivers", driver("-G", code + "-1"));

        var id = upload(
                government,
                "驾驶员.csv",
                ("驾驶员编号,姓名,单位编码\n" + code + "-1,司机," + code + "-C\n").getBytes(StandardCharsets.UTF_8));
        rested(id);

        assertThat(sheet(json(get(government, "/api/workbook/imports/" + id)))).containsEntry("changed", 1);
        assertThat(items(get(government, "/api/workbook/imports/" + id + "/problems")))
                .extracting("severity", "message")
                .containsExactly(tuple("WARNING", "现属另一单位，导入后转入本单位"));
    }

    @Test
    void aFileThatNamesBothMovesNeither() throws InterruptedException {
        made(grain, "fleet/drivers", driver("-G", code + "-1"));
        var file = "驾驶员编号,姓名,单位编码\n" + code + "-1,司机," + code + "-C\n" + code + "-1,司机," + code + "-G\n";

        var id = upload(government, "驾驶员.csv", file.getBytes(StandardCharsets.UTF_8));
        rested(id);

        assertThat(sheet(json(get(government, "/api/workbook/imports/" + id))))
                .containsEntry("added", 1)
                .containsEntry("same", 1)
                .containsEntry("bad", 0);
    }

    @Test
    void ofSeveralAFileWithoutInstitutionsMeansNone() throws InterruptedException {
        made(grain, "fleet/drivers", driver("-G", code + "-1"));
        made(commerce, "fleet/drivers", driver("-C", code + "-1"));

        var id = upload(government, "驾驶员.csv", ("驾驶员编号,准驾车型\n" + code + "-1,A1\n").getBytes(StandardCharsets.UTF_8));
        rested(id);

        assertThat(items(get(government, "/api/workbook/imports/" + id + "/problems")))
                .extracting("message")
                .contains("有多个单位使用这一编号，请写明单位");
        var mine = upload(grain, "驾驶员.csv", ("驾驶员编号,准驾车型\n" + code + "-1,A1\n").getBytes(StandardCharsets.UTF_8));
        rested(mine);
        assertThat(sheet(json(get(grain, "/api/workbook/imports/" + mine)))).containsEntry("changed", 1);
    }

    @Test
    void onePlateInTwoInstitutionsIsFoundByWhoStandsAboveBoth() throws Exception {
        var plate = vehicle(grain, "-G", 1);
        made(
                commerce,
                "fleet/vehicles",
                Map.of(
                        "plate",
                        plate,
                        "institutionCode",
                        code + "-C",
                        "type",
                        "其他按规定配备的公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "markStatus",
                        "已标识"));
        assertThat(of("fleet.vehicle", "plate", plate)).containsExactly("-C", "-G");

        var path = "/api/supervision/findings?rule=fleet.same-plate&q=" + plate;
        Soon.soon("finding of " + plate, () -> items(get(government, path)), found -> found.size() == 1);
        assertThat(items(get(grain, path))).isEmpty();
        assertThat(items(get(commerce, path))).isEmpty();
    }
}
