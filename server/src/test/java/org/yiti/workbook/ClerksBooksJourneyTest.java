package org.yiti.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;

/** Books as clerks keep them, not as the template has them: taken rightly, or refused; never taken for something else. */
class ClerksBooksJourneyTest extends ImportJourney {

    @BeforeEach
    void somebodyKeepsThem() throws InterruptedException {
        imported("区划.csv", "区划代码,区划名称,级别\n971300,文员县,县级\n");
        imported(
                "单位.csv",
                "机构代码,单位全称,单位类别,级别,区划代码,成立日期\nCB-1,文员县林业局,政府,县级,971300,2001年3月4号\nCB-2,文员县审计局,政府,县级,971300,2001年3月4号\n");
    }

    @Test
    void headersWithOtherEndsAndEverydayNamesAreTaken() throws InterruptedException {
        imported(
                "公车.csv",
                "车牌号,使用单位,用途,车辆类别,燃料,排量,购车价（万元）,购车时间,上牌日期,车主,是否标识\n宁y·97301,文员县林业局,执法,越野车,汽油,1.6L,11.98,2021.5.6,2021/5/20,文员县林业局,√\n");

        assertThat(database.sql(
                                "select concat_ws(' ', type, body, price, purchased_on, registered_on, registered_owner, mark_status) from fleet.vehicle where plate = '宁Y97301'")
                        .query(String.class)
                        .single())
                .isEqualTo("LAW_ENFORCEMENT OTHER_SMALL 119800.00 2021-05-06 2021-05-20 文员县林业局 MARKED");
    }

    @Test
    void theNameOfAColumnGoesBeforeWhatElseMayStandForIt() throws InterruptedException {
        imported("公车二.csv", "车牌号,使用单位,用途,车辆类型,车型,能源类型,标识化\n宁Y97302,文员县林业局,公务出行,应急保障用车,轿车,汽油,已标识\n");

        assertThat(database.sql("select type from fleet.vehicle where plate = '宁Y97302'")
                        .query(String.class)
                        .single())
                .isEqualTo("EMERGENCY");
    }

    @Test
    void aColumnOfTheKeyThatMayBeEmptyMayBeLeftOut() throws InterruptedException {
        imported("三公.csv", "填报单位,月份,项目,金额（万元）\n文员县林业局,2026年1月,公务接待费,1.2\n");

        assertThat(database.sql(
                                "select s.source || ' ' || s.amount from funds.spending s join organization.institution i on i.id = s.institution_id where i.code = 'CB-1'")
                        .query(String.class)
                        .list())
                .containsExactly("OWN_BUDGET 12000.00");
    }

    @Test
    void aSheetOfWhichOnlyWhoseAndWhichYearIsUnderstoodFitsNoLedger() throws InterruptedException {
        var refused = rested(upload(ADMINISTRATOR, "别的表.csv", "单位,年度,党员人数,党费\n文员县林业局,2026,12,300\n".getBytes(UTF_8)));

        assertThat(refused).containsEntry("state", "FAILED");
    }

    @Test
    void anotherLevelIsToldToLeaveTheRanksOfThePeopleBehind() throws InterruptedException {
        imported("人员.csv", "工号,姓名,所在单位,职务级别\nCB-P1,文某,文员县审计局,正处\n");

        var id = upload(ADMINISTRATOR, "改层级.csv", "机构代码,单位全称,单位类别,级别,区划代码\nCB-2,文员县审计局,政府,市级,971300\n".getBytes(UTF_8));

        assertThat(rested(id)).containsEntry("state", "CHECKED");
        assertThat(problems(id))
                .singleElement()
                .satisfies(told ->
                        assertThat(told).containsEntry("severity", "WARNING").containsEntry("column", "level"));
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/cancel", Map.of());
    }

    @Test
    void whomAVehicleLeavesIsJudgedAgainAtOnce() throws InterruptedException {
        var head = "号牌号码,单位编码,车辆类型,车型,能源类型,排气量(L),购置价格(元),标识化";
        var sheets = new LinkedHashMap<String, List<String>>();
        sheets.put("车辆编制", List.of("单位编码,车辆类型,编制数,生效日期", "CB-2,应急保障用车,1,2019-01-01"));
        sheets.put(
                "车辆",
                List.of(head, "宁Y97311,CB-2,应急保障用车,轿车,汽油,1.6,100000,已标识", "宁Y97312,CB-2,应急保障用车,轿车,汽油,1.6,100000,已标识"));
        taken("车辆.xlsx", workbook(sheets));
        Soon.soon("the excess is found", this::excesses, found -> found == 1);

        taken("转出.xlsx", workbook(Map.of("车辆", List.of(head, "宁Y97312,CB-1,应急保障用车,轿车,汽油,1.6,100000,已标识"))));

        Soon.soon("the excess is gone", this::excesses, found -> found == 0);
    }

    private int excesses() {
        return database.sql("""
                        select count(*)::int
                          from supervision.finding f
                          join supervision.rule r on r.id = f.rule_id and r.code = 'VE-01'
                          join organization.institution i on i.id = f.institution_id and i.code = 'CB-2'
                         where f.present
                        """).query(Integer.class).single();
    }
}
