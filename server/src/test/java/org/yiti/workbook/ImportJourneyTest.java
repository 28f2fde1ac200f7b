package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.workbook.file.Limits;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.WorkbookFile;

class ImportJourneyTest extends ImportJourney {

    private static boolean ready;
    private static UUID office;

    @BeforeEach
    void anOffice() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "960100", "name", "导入市", "level", "市级"));
        office = add(
                "organization/institutions",
                Map.of("code", "W-1", "name", "导入市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "960100"));
        add("premises/sites", Map.of("code", "W-S", "name", "大院", "institutionCode", "W-1"));
    }

    private static String building(String code, String area) {
        return code + "," + code + "号楼,W-1,W-S,自有,登记在使用单位," + area + ",3\n";
    }

    private static final String BUILDINGS = "建筑编码,建筑名称,单位编码,院落编码,取得方式,权属登记状态,建筑面积(m²),地上层数\n";

    @Test
    void bringsRowsInAfterADryRunThatChangedNothing() throws Exception {
        var id = upload(
                ADMINISTRATOR, "楼.csv", (BUILDINGS + building("W-B1", "1200.5")).getBytes(StandardCharsets.UTF_8));

        assertThat(sheet(rested(id)))
                .containsEntry("ledger", "premises.building")
                .containsEntry("added", 1);
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=W-B1")))
                .isEmpty();

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        rested(id);

        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=W-B1")))
                .hasSize(1);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        var csv = BUILDINGS + building("W-B2", "800") + building("W-B3", "900");
        imported("a.csv", csv);
        var changes = database.sql("select count(*) from lifeline.change")
                .query(Long.class)
                .single();

        assertThat(sheet(imported("a.csv", csv))).containsEntry("same", 2).containsEntry("added", 0);
        assertThat(database.sql("select count(*) from lifeline.change")
                        .query(Long.class)
                        .single())
                .isEqualTo(changes);
    }

    @Test
    void locatesEveryProblemAndSaysWhatIsAllowed() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "b.csv",
                (BUILDINGS + building("W-B4", "很大") + "W-B5,,W-1,W-无,白捡,登记在使用单位,100,3\n" + building("W-B4", "5"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(rested(id)).containsEntry("state", "CHECKED").containsEntry("problems", 3);
        assertThat(problems(id))
                .extracting(p -> p.get("row") + " " + p.get("columnLabel") + " " + p.get("value"))
                .contains("2 建筑面积 很大", "3 建筑名称 null", "3 院落编码 W-无", "3 取得方式 白捡", "4 建筑编码 W-B4");
        assertThat(problems(id).toString()).contains("自有");
    }

    @Test
    void narrowsProblemsToASheetAColumnOrAKindAndCountsTheKinds() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "kinds.csv",
                (BUILDINGS + building("W-K1", "很大") + building("W-K2", "更大") + "W-K3,楼,W-无,自建,登记在使用单位,100,3\n")
                        .getBytes(StandardCharsets.UTF_8));
        rested(id);
        var all = "/api/workbook/imports/" + id + "/problems";

        assertThat(get(ADMINISTRATOR, all + "?column=buildingArea"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
        assertThat(get(ADMINISTRATOR, all + "?severity=WARNING"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get(ADMINISTRATOR, all + "?sheet=无此表"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get(ADMINISTRATOR, all + "/kinds"))
                .bodyJson()
                .extractingPath("$[0]")
                .asMap()
                .containsEntry("column", "buildingArea")
                .containsEntry("rows", 2);
    }

    @Test
    void refusesToApplyRowsWithProblemsUnlessAskedToLeaveThemOut() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "c.csv",
                (BUILDINGS + building("W-B6", "100") + building("W-B7", "-1")).getBytes(StandardCharsets.UTF_8));
        rested(id);

        assertThat(post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false)))
                .hasStatus(409);
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", true));

        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=W-B6&code=W-B7")))
                .hasSize(1);
    }

    @Test
    void givesTheBadRowsBackToBeMendedAndTakesThemThen() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "d.csv",
                (BUILDINGS + building("W-B8", "100") + building("W-B9", "多")).getBytes(StandardCharsets.UTF_8));
        rested(id);

        var repair = body(ADMINISTRATOR, "/api/workbook/imports/" + id + "/repair");
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where action = 'import.repair-taken' and object = ?")
                        .param("workbook.import/" + id)
                        .query(Long.class)
                        .single())
                .isOne();
        var file = Files.createTempFile("repair", ".xlsx");
        Files.write(file, repair);
        var rows = new ArrayList<String>();
        try (var workbook = WorkbookFile.open(file, "repair.xlsx", Limits.DEFAULT)) {
            workbook.read("d", row -> rows.add(row.cells().toString()));
        }

        assertThat(rows).hasSize(2).last().asString().contains("建筑面积：不是数字", "W-B9");
        assertThat(sheet(rested(upload(ADMINISTRATOR, "repair.xlsx", repair))))
                .containsEntry("bad", 1)
                .containsEntry("rows", 1);
    }

    @Test
    void checksAgainWhenTheDatabaseHasLostWhatWasRead() throws Exception {
        var id = upload(ADMINISTRATOR, "q.csv", (BUILDINGS + building("W-Q1", "100")).getBytes(StandardCharsets.UTF_8));
        rested(id);
        // As a crash does to both, which are not logged.
        var stage = id.toString().replace("-", "") + "_0";
        database.sql("truncate ledger.raw_" + stage + ", ledger.work_" + stage).update();

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));

        var again = rested(id);
        assertThat(again).containsEntry("state", "CHECKED");
        assertThat(again.get("refusal").toString()).contains("重新检查");
        assertThat(sheet(again)).containsEntry("added", 1);
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
    }

    @Test
    void judgesAgainWhatOthersHaveChangedSinceTheCheck() throws Exception {
        var file = (BUILDINGS + building("W-R1", "100")).getBytes(StandardCharsets.UTF_8);
        var first = upload(ADMINISTRATOR, "r1.csv", file);
        var second = upload(ADMINISTRATOR, "r2.csv", file);
        rested(first);
        assertThat(sheet(rested(second))).containsEntry("added", 1);

        post(ADMINISTRATOR, "/api/workbook/imports/" + first + "/apply", Map.of("skipBad", false));
        assertThat(rested(first)).containsEntry("state", "APPLIED");
        post(ADMINISTRATOR, "/api/workbook/imports/" + second + "/apply", Map.of("skipBad", false));

        var applied = rested(second);
        assertThat(applied).containsEntry("state", "APPLIED");
        assertThat(sheet(applied)).containsEntry("added", 0).containsEntry("same", 1);
    }

    @Test
    void takesWhatTheCheckHasFoundWhereNothingHasChangedSince() throws Exception {
        var id = upload(ADMINISTRATOR, "s.csv", (BUILDINGS + building("W-S1", "100")).getBytes(StandardCharsets.UTF_8));
        rested(id);
        var found = database.sql("select id from ledger.work_" + id.toString().replace("-", "") + "_0")
                .query(UUID.class)
                .single();

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));

        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(database.sql("select id from premises.building where code = 'W-S1'")
                        .query(UUID.class)
                        .single())
                .isEqualTo(found);
    }

    @Test
    void readsWhatOtherMachinesWrite() throws Exception {
        var id = upload(
                ADMINISTRATOR, "g.csv", (BUILDINGS + building("W-E1", "100")).getBytes(Charset.forName("GB18030")));

        assertThat(sheet(rested(id))).containsEntry("added", 1);
    }

    @Test
    void saysWhyAFileIsNoWorkbook() throws Exception {
        var failed = rested(upload(ADMINISTRATOR, "h.xlsx", "PK\3\4nonsense".getBytes(StandardCharsets.UTF_8)));

        assertThat(failed).containsEntry("state", "FAILED");
        assertThat(failed.get("refusal").toString()).contains("损坏");
    }

    @Test
    void saysWhenNoSheetFitsALedger() throws Exception {
        var failed = rested(upload(ADMINISTRATOR, "i.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(failed.get("refusal").toString()).contains("表头");
    }

    @Test
    void keepsAnOfficerFromWritingIntoOtherUnits() throws Exception {
        var stranger = add(
                "organization/institutions",
                Map.of("code", "W-2", "name", "导入市教育局", "kind", "政府机关", "level", "市级", "divisionCode", "960100"));
        var id = upload(
                officer(stranger), "j.csv", (BUILDINGS + building("W-F1", "100")).getBytes(StandardCharsets.UTF_8));

        assertThat(rested(id)).containsEntry("problems", 1);
        assertThat(problems(id).toString()).contains("不在您的管理范围内");
        assertThat(get(officer(office), "/api/workbook/imports/" + id)).hasStatus(404);
    }

    @Test
    void findsInTheSameFileWhatRowsOfLaterSheetsReferTo() throws Exception {
        var template = body(ADMINISTRATOR, "/api/workbook/templates");
        var file = Files.createTempFile("template", ".xlsx");
        Files.write(file, template);
        try (var workbook = WorkbookFile.open(file, "t.xlsx", Limits.DEFAULT)) {
            assertThat(workbook.sheets())
                    .extracting(WorkbookFile.Sheet::name)
                    .contains("填写说明", "机构", "房间", "车辆", "能耗定额");
        }
        var out = new ByteArrayOutputStream();
        var writer = TableWriter.xlsx(out);
        table(
                writer,
                "房间",
                List.of("建筑编码", "房间号", "楼层", "单位编码", "用途", "使用面积"),
                List.of("W-G1", "101", "1", "W-G", "办公室", "18"));
        table(writer, "楼层", List.of("建筑编码", "楼层"), List.of("W-G1", "1"));
        table(
                writer,
                "建筑",
                List.of("建筑编码", "建筑名称", "单位编码", "院落编码", "取得方式", "权属登记状态", "建筑面积", "层数"),
                List.of("W-G1", "新楼", "W-G", "W-S", "自有", "登记在使用单位", "500", "2"));
        table(
                writer,
                "机构",
                List.of("单位编码", "单位名称", "单位性质", "机关层级", "区划代码"),
                List.of("W-G", "新局", "政府机关", "市级", "960100"));
        writer.finish();

        var id = upload(ADMINISTRATOR, "all.xlsx", out.toByteArray());

        assertThat(rested(id)).as(problems(id).toString()).containsEntry("problems", 0);
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(items(get(ADMINISTRATOR, "/api/premises/rooms?institutionCode=W-G")))
                .hasSize(1);
    }

    @Test
    void exportsAListThatCanComeInAgainUnchanged() throws Exception {
        imported("k.csv", BUILDINGS + building("W-H1", "100.25"));

        var exported = body(ADMINISTRATOR, "/api/premises/buildings/export?format=xlsx&code=W-H1");

        assertThat(sheet(rested(upload(ADMINISTRATOR, "again.xlsx", exported))))
                .containsEntry("same", 1)
                .containsEntry("bad", 0);
    }

    @Test
    void whatLooksLikeAFormulaGoesOutHarmlessAndComesInUnchanged() throws Exception {
        var names = List.of("=1+1", "+86", "-5", "@SUM(A1)", "=HYPERLINK(1)", "＝1");
        var lines = new StringBuilder(BUILDINGS);
        for (var i = 0; i < names.size(); i++) {
            lines.append("W-X").append(i).append(",").append(names.get(i)).append(",W-1,W-S,自有,登记在使用单位,100,3\n");
        }
        imported("x.csv", lines.toString());
        var list = "/api/premises/buildings/export?q=W-X&format=";

        var csv = new String(body(ADMINISTRATOR, list + "csv"), StandardCharsets.UTF_8);

        assertThat(csv.lines().skip(1).map(line -> line.split(",")[1].charAt(0)))
                .hasSize(names.size())
                .containsOnly('\'');
        for (var format : List.of("csv", "xlsx")) {
            assertThat(sheet(rested(upload(ADMINISTRATOR, "建筑." + format, body(ADMINISTRATOR, list + format)))))
                    .containsEntry("same", names.size())
                    .containsEntry("bad", 0);
        }
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?q=W-X")))
                .extracting("name")
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void leavesAsItWasWhatTheFileDoesNotSpeakOf() throws Exception {
        imported("l.csv", BUILDINGS + building("W-J1", "100"));
        imported("l2.csv", "建筑编码,楼层\nW-J1,1\n");
        imported("l3.csv", "建筑编码,房间号,楼层,单位编码,用途,使用面积\nW-J1,101,1,W-1,办公室,9\n");
        add("organization/people", Map.of("code", "W-P1", "name", "某甲", "institutionCode", "W-1", "rank", "科员"));

        assertThat(sheet(imported("m.csv", "建筑编码,房间号,人员编号,起始日期\nW-J1,101,W-P1,2026-01-05\n")))
                .containsEntry("ledger", "premises.occupancy")
                .containsEntry("added", 1);
        assertThat(sheet(imported("n.csv", "建筑编码,建筑名称\nW-J1,改名楼\n"))).containsEntry("changed", 1);
        assertThat(items(get(ADMINISTRATOR, "/api/premises/buildings?code=W-J1")))
                .singleElement()
                .satisfies(
                        b -> assertThat(b).containsEntry("buildingArea", 100.0).containsEntry("name", "改名楼"));
    }
}
