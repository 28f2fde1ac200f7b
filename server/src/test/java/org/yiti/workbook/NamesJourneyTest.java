package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.identity.Account;

/** Workbooks that name what they refer to as people do: by its name or credit code, under whatever they call it. */
class NamesJourneyTest extends ImportJourney {

    private static final String REST = ",车辆类型,车型,能源类型,标识化";
    private static boolean ready;
    private static UUID office;

    @BeforeEach
    void offices() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "960400", "name", "奇名市", "level", "市级"));
        office = institution("N-1", "奇名局（本级）", "11330100002489001X");
        institution("N-2", "奇名二局", null);
        institution("N-3", "奇名三局", null);
        institution("N-4", "奇名三局", null);
        add("premises/sites", Map.of("code", "N-S", "name", "名院", "institutionCode", "N-1"));
    }

    private UUID institution(String code, String name, String credit) {
        var values = new java.util.HashMap<String, Object>(
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "960400"));
        if (credit != null) {
            values.put("creditCode", credit);
        }
        return add("organization/institutions", values);
    }

    private static String car(String plate, String institution) {
        return plate + "," + institution + ",机要通信用车,轿车,汽油,已标识";
    }

    private List<String> told(Account account, String... lines) throws InterruptedException {
        return told(account, "名.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> told(Account account, String name, byte[] file) throws InterruptedException {
        var id = upload(account, name, file);
        assertThat(rested(id)).containsEntry("state", "CHECKED");
        return items(get(account, "/api/workbook/imports/" + id + "/problems")).stream()
                .map(p -> p.get("row") + " " + p.get("columnLabel") + " " + p.get("message"))
                .toList();
    }

    @Test
    void findsAnInstitutionByWhateverItsCodeIsHeaded() throws Exception {
        for (var header : List.of("单位代码", "机构编码", "机构代码", "单位编码")) {
            assertThat(told(ADMINISTRATOR, "车牌号," + header + REST, car("苏A30001", "N-1")))
                    .isEmpty();
        }
    }

    @Test
    void findsAnInstitutionByItsCreditCodeOrItsName() throws Exception {
        assertThat(told(ADMINISTRATOR, "车牌号,统一社会信用代码" + REST, car("苏A30001", "11330100002489001X")))
                .isEmpty();
        assertThat(told(ADMINISTRATOR, "车牌号,单位名称" + REST, car("苏A30001", "奇名局（本级）"), car("苏A30002", "奇名二局")))
                .isEmpty();
        assertThat(told(ADMINISTRATOR, "车牌号,单位编码" + REST, car("苏A30001", "奇名二局")))
                .isEmpty();
    }

    @Test
    void guessesNothingWhereSeveralHaveTheName() throws Exception {
        assertThat(told(ADMINISTRATOR, "车牌号,单位名称" + REST, car("苏A30001", "奇名三局")))
                .first()
                .asString()
                .contains("有 2 个同名，请填编码");
    }

    @Test
    void findsByNameOnlyWhatTheOfficerMaySee() throws Exception {
        assertThat(told(officer(office), "车牌号,单位名称" + REST, car("苏A30001", "奇名二局")))
                .singleElement()
                .asString()
                .contains("找不到，或不在您的管理范围内");
    }

    @Test
    void takesTheNameWhereTheCodeIsEmpty() throws Exception {
        assertThat(told(ADMINISTRATOR, "车牌号,单位编码,单位名称" + REST, "苏A30001,,奇名二局,机要通信用车,轿车,汽油,已标识"))
                .isEmpty();
    }

    @Test
    void findsWhatAnEarlierSheetBringsByItsName() throws Exception {
        var file = workbook(new java.util.LinkedHashMap<>(Map.of(
                "房屋",
                List.of("建筑编码,建筑名称,单位名称,院落编码,取得方式,权属登记状态,建筑面积,地上层数", "N-B,奇名大楼,奇名二局,N-S,自有,登记在使用单位,100,3"),
                "楼层",
                List.of("建筑名称,楼层号,楼层名称", "奇名大楼,1,一层"))));

        assertThat(told(ADMINISTRATOR, "楼.xlsx", file)).isEmpty();
    }

    @Test
    void findsADepartmentByItsNameWithinItsInstitutionAlone() throws Exception {
        add("organization/departments", Map.of("code", "N-D1", "name", "奇名办公室", "institutionCode", "N-1"));
        add("organization/departments", Map.of("code", "N-D2", "name", "奇名办公室", "institutionCode", "N-2"));

        assertThat(told(ADMINISTRATOR, "人员编号,姓名,单位编码,部门,职级", "N-P1,甲,N-1,奇名办公室,科员", "N-P2,乙,N-2,奇名办公室,科员"))
                .isEmpty();
        assertThat(told(ADMINISTRATOR, "人员编号,姓名,单位编码,部门,职级", "N-P1,甲,N-3,奇名办公室,科员"))
                .singleElement()
                .asString()
                .isEqualTo("2 部门编码 在「内设部门」中找不到");
    }
}
