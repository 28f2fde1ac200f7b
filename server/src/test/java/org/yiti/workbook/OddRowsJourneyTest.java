package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.identity.Account;

/** Rows that are sound one by one and wrong together, and rows that are none. */
class OddRowsJourneyTest extends ImportJourney {

    private static final String BUILDINGS = "建筑编码,建筑名称,单位编码,院落编码,取得方式,权属登记状态,建筑面积,地上层数";
    private static final String INSTITUTIONS = "单位编码,单位名称,单位性质,机关层级,区划代码,上级单位编码";
    private static boolean ready;
    private static UUID office;

    @BeforeEach
    void twoOffices() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "960200", "name", "奇行市", "level", "市级"));
        office = institution("O-1");
        institution("O-2");
        add("premises/sites", Map.of("code", "O-S", "name", "大院", "institutionCode", "O-1"));
    }

    private UUID institution(String code) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", code, "kind", "政府机关", "level", "市级", "divisionCode", "960200"));
    }

    private static String building(String code, String institution) {
        return code + ",楼," + institution + ",O-S,自有,登记在使用单位,100,3";
    }

    private static String below(String code, String parent) {
        return code + "," + code + ",政府机关,市级,960200," + parent;
    }

    private List<String> told(Account account, String name, byte[] file) throws InterruptedException {
        var id = upload(account, name, file);
        assertThat(rested(id)).containsEntry("state", "CHECKED");
        return items(get(account, "/api/workbook/imports/" + id + "/problems")).stream()
                .map(p -> p.get("sheet") + " " + p.get("row") + " " + p.get("columnLabel") + " " + p.get("message"))
                .toList();
    }

    private List<String> told(String... lines) throws InterruptedException {
        return told(ADMINISTRATOR, "甲.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] twoSheets(List<String> first, List<String> second) {
        var sheets = new LinkedHashMap<String, List<String>>();
        sheets.put("甲", first);
        sheets.put("乙's", second);
        return workbook(sheets);
    }

    @Test
    void findsTheSameRowOnTwoSheetsOfALedger() throws Exception {
        var file = twoSheets(
                List.of(BUILDINGS, building("O-A1", "O-1"), building("O-A2", "O-1")),
                List.of(BUILDINGS, building("O-A2", "O-1"), building("O-A3", "O-1")));

        assertThat(told(ADMINISTRATOR, "两张.xlsx", file)).containsExactly("乙's 2 建筑编码 与工作表「甲」第 3 行重复");
    }

    @Test
    void findsParentsOnAnEarlierSheetOfTheLedger() throws Exception {
        var file = twoSheets(
                List.of(INSTITUTIONS, below("O-B1", "O-1")),
                List.of(INSTITUTIONS, below("O-B2", "O-B1"), below("O-B3", "O-B2")));

        taken("上下级.xlsx", file);

        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?parentCode=O-B1")))
                .singleElement()
                .extracting("code")
                .isEqualTo("O-B2");
    }

    @Test
    void findsCirclesAmongWhatIsComingAndWhatIsThere() throws Exception {
        taken(
                "有.csv",
                String.join("\n", INSTITUTIONS, below("O-C1", ""), below("O-C2", "O-C1"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(told(
                        INSTITUTIONS,
                        below("O-C1", "O-C3"),
                        below("O-C3", "O-C2"),
                        below("O-C4", "O-C4"),
                        below("O-C5", "O-C3"),
                        below("O-C6", "O-C1")))
                .filteredOn(line -> line.contains("成环"))
                .containsExactly("甲 2 上级单位编码 上下级成环，最终回到自己", "甲 3 上级单位编码 上下级成环，最终回到自己", "甲 4 上级单位编码 上下级成环，最终回到自己");
    }

    @Test
    void aFormCannotCloseACircleEither() {
        institution("O-D1");
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        "O-D2",
                        "name",
                        "O-D2",
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "960200",
                        "parentCode",
                        "O-D1"));
        var first = items(get(ADMINISTRATOR, "/api/organization/institutions?code=O-D1"))
                .get(0);

        var result = patch(
                ADMINISTRATOR,
                "/api/organization/institutions/" + first.get("id"),
                Map.of("version", first.get("version"), "parentCode", "O-D2"));

        assertThat(result).hasStatus(422);
        assertThat(json(result).toString()).contains("成环");
    }

    @Test
    void whatHangsOnABadRowIsLeftOutWithIt() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "坏.csv",
                String.join(
                                "\n",
                                INSTITUTIONS,
                                below("O-E1", "").replace("市级", "星级"),
                                below("O-E2", "O-E1"),
                                below("O-E3", "O-E2"),
                                below("O-E4", ""))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(rested(id)).containsEntry("problems", 3);

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", true));

        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/institutions?code=O-E2&code=O-E3&code=O-E4")))
                .hasSize(1);
    }

    @Test
    void passesOverTotalsAndSignaturesAndSaysSo() throws Exception {
        var lines = told(
                BUILDINGS,
                building("O-F1", "O-1"),
                "合 计,,,,,,100,3",
                ",,,,,总计：,100,3",
                "制表人:张三,,审核:李四,,,,,",
                "共2栋,合计,,,,,,200,6",
                building("O-F2", "O-1"));

        assertThat(lines)
                .containsExactly(
                        "甲 3 null 合计或备注行，不导入", "甲 4 null 合计或备注行，不导入", "甲 5 null 合计或备注行，不导入", "甲 6 null 合计或备注行，不导入");
    }

    @Test
    void saysWhenThereIsNothingInAWorkbook() throws Exception {
        var id = upload(ADMINISTRATOR, "空.xlsx", workbook(Map.of("Sheet1", List.of(""))));

        assertThat(rested(id).get("refusal").toString()).contains("没有内容");
    }

    @Test
    void tellsAnOfficerNothingOfWhatOthersHave() throws Exception {
        taken("楼.csv", String.join("\n", BUILDINGS, building("O-G1", "O-2")).getBytes(StandardCharsets.UTF_8));
        var officer = officer(office);

        assertThat(told(
                        officer,
                        "乙.csv",
                        String.join("\n", BUILDINGS, building("O-G2", "O-2"), building("O-G3", "O-无"))
                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("乙 2 单位编码 在「机构」中找不到，或不在您的管理范围内", "乙 3 单位编码 在「机构」中找不到，或不在您的管理范围内");
        assertThat(told(officer, "丙.csv", "建筑编码,建筑名称\nO-G1,改名\nO-无,改名\n".getBytes(StandardCharsets.UTF_8)))
                .filteredOn(line -> line.startsWith("丙 2"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("新增行缺少必填列"));
        assertThat(told(
                        officer,
                        "丁.csv",
                        String.join("\n", BUILDINGS, building("O-G1", "O-1")).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void doesNotShowAnOfficerThePeopleOfOthersThroughAReference() throws Exception {
        taken("楼.csv", String.join("\n", BUILDINGS, building("O-H1", "O-1")).getBytes(StandardCharsets.UTF_8));
        imported("层.csv", "建筑编码,楼层\nO-H1,1\n");
        imported("房.csv", "建筑编码,房间号,楼层,单位编码,用途,使用面积\nO-H1,101,1,O-1,办公室,9\n");
        add("organization/people", Map.of("code", "O-P1", "name", "某乙", "institutionCode", "O-2", "rank", "科员"));
        var use = "建筑编码,房间号,人员编号,起始日期\nO-H1,101,O-P1,2026-01-05\n".getBytes(StandardCharsets.UTF_8);

        assertThat(told(officer(office), "用.csv", use)).containsExactly("用 2 人员编号 在「人员」中找不到，或不在您的管理范围内");

        taken("用.csv", use);
        assertThat(told(officer(office), "用.csv", use)).isEmpty();
    }
}
