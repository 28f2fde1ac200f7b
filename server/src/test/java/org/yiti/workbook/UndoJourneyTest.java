package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.UsesKept;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** Taking imports back. */
class UndoJourneyTest extends ImportJourney {

    private static final String BUILDINGS = "建筑编码,建筑名称,单位编码,院落编码,取得方式,权属登记状态,建筑面积(m²),地上层数\n";
    private static boolean ready;

    @BeforeEach
    void anOffice() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "960300", "name", "撤销市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "Z-1", "name", "撤销市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "960300"));
        add("premises/sites", Map.of("code", "Z-S", "name", "大院", "institutionCode", "Z-1"));
    }

    private static String building(String code, String area) {
        return code + "," + code + "号楼,Z-1,Z-S,自有,登记在使用单位," + area + ",3\n";
    }

    @AfterEach
    void whoUsesWhatIsWhatTheRowsSay() {
        UsesKept.areWhatTheRowsSay(database);
    }

    @Test
    void takesAWholeImportBack() throws Exception {
        imported("e.csv", BUILDINGS + building("Z-C1", "100"));
        var changed = imported("e2.csv", BUILDINGS + building("Z-C1", "150") + building("Z-C2", "200"));

        post(ADMINISTRATOR, "/api/workbook/imports/" + changed.get("id") + "/undo", Map.of());

        assertThat(rested(UUID.fromString((String) changed.get("id")))).containsEntry("state", "UNDONE");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=Z-C1&code=Z-C2")))
                .singleElement()
                .extracting("buildingArea")
                .isEqualTo(100.0);
    }

    @Test
    void takesImportsBackOneAfterTheOtherAndNamesWhatStandsInTheWay() throws Exception {
        var first = UUID.fromString(
                (String) imported("r.csv", BUILDINGS + building("Z-R1", "100") + building("Z-R2", "100"))
                        .get("id"));
        var second = UUID.fromString(
                (String) imported("r2.csv", "建筑编码,建筑名称\nZ-R1,改名\n").get("id"));

        assertThat(json(get(ADMINISTRATOR, "/api/workbook/imports/" + first))
                        .get("undoBlockedBy")
                        .toString())
                .contains("rows=[Z-R1]");
        post(ADMINISTRATOR, "/api/workbook/imports/" + second + "/undo", Map.of());
        assertThat(rested(second)).containsEntry("state", "UNDONE");
        post(ADMINISTRATOR, "/api/workbook/imports/" + first + "/undo", Map.of());

        assertThat(rested(first)).containsEntry("state", "UNDONE");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=Z-R1&code=Z-R2")))
                .isEmpty();
    }

    @Test
    void takesBackANewRowThatAnOlderOneWasPutUnder() throws Exception {
        var header = "单位编码,单位名称,单位性质,机关层级,区划代码,上级单位编码\n";
        imported("s.csv", header + "Z-S1,甲,政府机关,市级,960300,\n");
        var moved = imported("s2.csv", header + "Z-S2,乙,政府机关,市级,960300,\nZ-S1,甲,政府机关,市级,960300,Z-S2\n");

        post(ADMINISTRATOR, "/api/workbook/imports/" + moved.get("id") + "/undo", Map.of());

        assertThat(rested(UUID.fromString((String) moved.get("id")))).containsEntry("state", "UNDONE");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?code=Z-S1&code=Z-S2")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("parentCode", null));
    }

    @Test
    void doesNotTakeBackWhatOthersHaveBuiltOn() throws Exception {
        var imported = imported("f.csv", BUILDINGS + building("Z-D1", "100"));
        add("premises/floors", Map.of("buildingCode", "Z-D1", "number", 1));

        post(ADMINISTRATOR, "/api/workbook/imports/" + imported.get("id") + "/undo", Map.of());
        var after = rested(UUID.fromString((String) imported.get("id")));

        assertThat(after).containsEntry("state", "APPLIED").containsEntry("undoable", false);
        assertThat(after.get("undoBlockedBy").toString()).contains("楼层");
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?object=" + imported.get("id"))))
                .extracting("action", "outcome")
                .contains(tuple("import.undo-refused", "refused"))
                .containsOnlyOnce(tuple("import.applied", "done"));
    }

    @Test
    void theLifeLineNamesWhoTookItBack() throws Exception {
        var id = UUID.fromString(
                (String) imported("u.csv", BUILDINGS + building("Z-U1", "100")).get("id"));
        var other = known(new Account("second", "另一管理员", Role.ADMINISTRATOR, null, true));

        post(other, "/api/workbook/imports/" + id + "/undo", Map.of());

        assertThat(rested(id)).containsEntry("state", "UNDONE");
        assertThat(database.sql("""
                        select actor from lifeline.change where action = 'REMOVED' and before ->> 'code' = 'Z-U1'
                        """).query(String.class).list()).containsExactly("second");
    }

    @Test
    void takingBackReadingsBringsBackThoseTheyWereWrittenOver() throws Exception {
        add(
                "energy/meters",
                Map.of("code", "Z-M1", "name", "总表", "institutionCode", "Z-1", "energyKind", "电", "level", "分户"));
        var head = "表计编码,时刻,用量\n";
        var first = id(imported("h.csv", head + "Z-M1,2026-03-01 00:00,5\nZ-M1,2026-03-01 01:00,6\n"));
        var second = id(imported("h2.csv", head + "Z-M1,2026-03-01 01:00,60\nZ-M1,2026-03-01 02:00,70\n"));
        assertThat(hours()).containsExactly("5", "60", "70");

        assertThat(json(get(ADMINISTRATOR, "/api/workbook/imports/" + first))
                        .get("undoBlockedBy")
                        .toString())
                .as("what was written over an import is in its way")
                .contains("逐时用量");
        post(ADMINISTRATOR, "/api/workbook/imports/" + second + "/undo", Map.of());
        assertThat(rested(second)).containsEntry("state", "UNDONE");

        assertThat(hours()).containsExactly("5", "6");
        assertThat(database.sql(
                                "select sum(amount)::text from facts.meter_day d join energy.meter m on m.id = d.meter_id where m.code = 'Z-M1'")
                        .query(Double.class)
                        .single())
                .as("sums of days follow")
                .isEqualTo(11);
        assertThat(database.sql("select count(*) from energy.overwritten_reading where import_id = :id")
                        .param("id", second)
                        .query(Long.class)
                        .single())
                .isZero();
        post(ADMINISTRATOR, "/api/workbook/imports/" + first + "/undo", Map.of());
        assertThat(rested(first)).containsEntry("state", "UNDONE");
        assertThat(hours()).isEmpty();
    }

    private List<String> hours() {
        return database.sql("""
                        select r.amount::text from energy.reading r join energy.meter m on m.id = r.meter_id
                         where m.code = 'Z-M1' order by r.at
                        """).query(String.class).list();
    }

    private static UUID id(Map<String, Object> imported) {
        return UUID.fromString((String) imported.get("id"));
    }
}
