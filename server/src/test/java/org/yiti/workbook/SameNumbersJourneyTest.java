package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that rules compare with those of other rows are the same however they are typed, keys of their ledger or not. */
class SameNumbersJourneyTest extends ImportJourney {

    private static final String CODE = "SN-1";

    @Test
    void cardsPlatesLettersAndItemsAreTheSameHoweverTheyAreTyped() throws InterruptedException {
        add("organization/divisions", Map.of("code", "984800", "name", "写市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", CODE, "name", "写市政府", "kind", "政府机关", "level", "市级", "divisionCode", "984800"));
        imported("车辆.csv", """
                号牌号码,单位编码,车辆类型,车型,能源类型,标识化
                京A80001,SN-1,其他按规定配备的公务用车,轿车,汽油,已标识
                京A80002,SN-1,其他按规定配备的公务用车,轿车,汽油,已标识
                """);

        imported("加油记录.csv", """
                流水号,号牌号码,卡号,加油时间,加油量,金额
                SN-F1,京A80001,CK01,2026-05-06 09:00,30,240
                SN-F2,京A80002,ＣＫ０１,2026-05-07 09:00,30,240
                SN-F3,京A80002,'CK01,2026-05-08 09:00,30,240
                """);
        assertThat(of("fleet.fuel_record", "card_no", "serial_no like 'SN-F%'")).containsExactly("CK01");

        imported("车辆处置.csv", """
                号牌号码,处置日期,处置原因,处置方式,更新车辆号牌
                京A80001,2026-05-09,达到更新年限,公开拍卖,京Ａ·８０００２
                """);
        assertThat(of("fleet.disposal", "replaced_by", "disposed_on = '2026-05-09' and replaced_by like '京%'"))
                .containsExactly("京A80002");

        imported("公务接待.csv", """
                接待编号,单位编码,来访单位,来访单位区划代码,公函文号,公务内容,接待开始日期,接待结束日期,接待人数
                SN-R1,SN-1,邻市局,'984900,邻函〔2026〕7号,调研,2026-05-06,2026-05-06,3
                SN-R2,SN-1,别市局,９８４９００,邻函〔2026〕７号,调研,2026-05-20,2026-05-20,3
                """);
        assertThat(of("reception.reception", "letter_no", "reception_no like 'SN-R%'"))
                .containsExactly("邻函〔2026〕7号");
        assertThat(of("reception.reception", "guest_division", "reception_no like 'SN-R%'"))
                .containsExactly("984900");

        imported("后勤服务提供记录.csv", """
                记录编号,单位编码,项目编号,服务内容,提供日期
                SN-S1,SN-1,FW01,保洁,2026-05-06
                SN-S2,SN-1,ＦＷ０１,保洁,2026-05-07
                """);
        assertThat(of("funds.service_record", "item_no", "record_no like 'SN-S%'"))
                .containsExactly("FW01");
    }

    private List<String> of(String table, String column, String which) {
        return database.sql("select distinct %s from %s where %s order by 1".formatted(column, table, which))
                .query(String.class)
                .list();
    }
}
