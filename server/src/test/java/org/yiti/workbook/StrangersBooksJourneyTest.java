package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Soon;

/**
 * A county that nobody here made hands in its workbook. Breaches lie just over the numbers of the regulations, and beside
 * each lies what is just within them: the former are found, each once, and of the rules asked for nothing else is.
 */
class StrangersBooksJourneyTest extends ImportJourney {

    @Autowired
    private Clock clock;

    private final Map<String, List<String>> sheets = new LinkedHashMap<>();
    private final Set<String> planted = new TreeSet<>();

    private void sheet(String name, String head, String... rows) {
        var lines = new ArrayList<>(List.of(head));
        lines.addAll(List.of(rows));
        sheets.put(name, lines);
    }

    private void breach(String rule, String subject) {
        planted.add(rule + " " + subject);
    }

    private void organization(LocalDate today) {
        sheet("行政区划", "区划代码,区划名称,级别", "971200,外来县,县级");
        sheet("机构", "单位编码,单位名称,单位性质,机关层级,区划代码", "SB-1,外来县财政局,政府机关,县级,971200", "SB-2,外来县审计局,政府机关,县级,971200");
        var retired = today.minusMonths(1).minusDays(1);
        sheet(
                "人员",
                "人员编号,姓名,单位编码,职级,退休日期",
                "SB-P1,甲,SB-1,正科级,",
                "SB-P2,乙,SB-1,副科级,",
                "SB-P3,丙,SB-1,科员,",
                "SB-P4,丁,SB-1,科员,",
                "SB-P5,戊,SB-1,科员,",
                "SB-P6,己,SB-1,科员,",
                "SB-P7,庚,SB-1,副科级,",
                "SB-P8,辛,SB-1,科员," + retired,
                "SB-P9,壬,SB-1,科员," + today.minusDays(20),
                "SB-P10,癸,SB-1,正科级,");
    }

    private void premises(LocalDate today) {
        sheet("院落", "院落编码,院落名称,单位编码", "SB-S,外来大院,SB-1");
        sheet(
                "建筑",
                "建筑编码,建筑名称,单位编码,院落编码,取得方式,权属登记状态,建筑面积(m²),使用面积(m²),地上层数",
                "SB-B1,外来主楼,SB-1,SB-S,自有,已统一登记,1000,650,3",
                "SB-B2,外来附楼,SB-1,SB-S,自有,已统一登记,1000,649.99,3");
        breach("OF-06", "外来附楼");
        sheet("楼层", "建筑编码,楼层", "SB-B1,1");
        sheet(
                "房间",
                "建筑编码,房间号,楼层,单位编码,用途,使用面积(m²)",
                "SB-B1,101,1,SB-1,办公室,18",
                "SB-B1,102,1,SB-1,办公室,12.01",
                "SB-B1,103,1,SB-1,办公室,18",
                "SB-B1,104,1,SB-1,办公室,18.01",
                "SB-B1,105,1,SB-1,办公室,9",
                "SB-B1,106,1,SB-1,办公室,8",
                "SB-B1,107,1,SB-1,办公室,9",
                "SB-B1,108,1,SB-1,办公室,9",
                "SB-B1,109,1,SB-1,办公室,18.5");
        sheet(
                "房间使用",
                "建筑编码,房间号,人员编号,起始日期",
                "SB-B1,101,SB-P1,2020-01-01",
                "SB-B1,102,SB-P2,2020-01-01",
                "SB-B1,103,SB-P3,2020-01-01",
                "SB-B1,103,SB-P4,2020-01-01",
                "SB-B1,104,SB-P5,2020-01-01",
                "SB-B1,104,SB-P6,2020-01-01",
                "SB-B1,105,SB-P7,2020-01-01",
                "SB-B1,106,SB-P7,2021-01-01",
                "SB-B1,107,SB-P8,2020-01-01",
                "SB-B1,108,SB-P9,2020-01-01",
                "SB-B1,109,SB-P10,2020-01-01");
        breach("OF-01", "外来主楼 102");
        breach("OF-01", "外来主楼 104");
        breach("OF-01", "外来主楼 109");
        breach("OF-19", "庚");
        breach("OF-21", "辛");
        var far = today.plusYears(2);
        sheet(
                "租赁",
                "合同编号,单位编码,租赁方向,房屋坐落,对方名称,对方性质,合同面积(m²),批准面积(m²),年租金(元/年),租用批准文号,处置利用批准文号,起租日期,到期日期",
                "SB-L1,SB-1,租入,甲路1号,甲公司,企业,500,500,100000,外批1号,,2024-01-01," + far,
                "SB-L2,SB-1,租入,甲路2号,甲公司,企业,500.01,500,100000,外批2号,,2024-01-01," + far,
                "SB-L3,SB-1,租入,甲路3号,甲公司,企业,100,,100000,,,2024-01-01," + far,
                "SB-L4,SB-1,租入,甲路4号,甲公司,企业,100,100,0,外批4号,,2024-01-01," + far,
                "SB-L5,SB-1,出租,乙路1号,乙公司,企业,80,,50000,,,2024-01-01," + far,
                "SB-L6,SB-1,出租,乙路2号,乙公司,企业,80,,50000,,外处1号,2024-01-01," + far);
        breach("OF-15", "外来县财政局 甲路2号");
        breach("OF-15", "外来县财政局 甲路3号");
        breach("OF-15", "外来县财政局 甲路4号");
        breach("OF-24", "外来县财政局 乙路1号");
    }

    private void fleet(LocalDate today) {
        sheet(
                "车辆编制",
                "单位编码,车辆类型,编制数,生效日期",
                "SB-1,应急保障用车,3,2018-01-01",
                "SB-1,机要通信用车,3,2018-01-01",
                "SB-2,应急保障用车,1,2018-01-01");
        var head = "号牌号码,单位编码,车辆类型,车型,能源类型,排气量(L),购置价格(元),购置日期,注册登记日期,登记所有人,标识化,油箱容量(L),状态";
        var own = ",外来县财政局,已标识,50,在用";
        sheet(
                "车辆",
                head,
                "宁Y97001,SB-1,应急保障用车,轿车,汽油,1.8,180000,2020-01-02,2020-01-10" + own,
                "宁Y97002,SB-1,应急保障用车,轿车,汽油,1.8,180000.01,2020-01-02,2020-01-10" + own,
                "宁Y97003,SB-1,机要通信用车,轿车,汽油,1.6,120000,2020-01-02,2020-01-10" + own,
                "宁Y97004,SB-1,机要通信用车,轿车,汽油,1.61,110000,2020-01-02,2020-01-10" + own,
                "宁Y97005,SB-1,机要通信用车,轿车,汽油,1.6,120001,,2020-01-10" + own,
                "宁Y97006,SB-1,应急保障用车,轿车,汽油,1.8,100000,2020-01-02,2020-01-10,外来县财政局下属公司,未标识,50,在用",
                "宁Y97007,SB-2,应急保障用车,轿车,汽油,1.8,100000,2020-01-02,2020-01-10,外来县审计局,已标识,50,在用",
                "宁Y97008,SB-2,应急保障用车,轿车,汽油,1.8,100000,2020-01-02,2020-01-10,外来县审计局,已标识,50,在用");
        breach("VE-02", "宁Y97002");
        breach("VE-02", "宁Y97004");
        breach("VE-02", "宁Y97005");
        breach("VE-05", "宁Y97006");
        breach("VE-12", "宁Y97006");
        breach("VE-01", "外来县审计局");
        sheet(
                "加油记录",
                "流水号,号牌号码,卡号,加油时间,加油量(L),金额(元),油品,加油时里程表读数(km)",
                "SB-F1,宁Y97001,SB-C1,2026-09-03 08:40,52.5,420,92号汽油,10000",
                "SB-F2,宁Y97002,SB-C2,2026-09-03 08:40,52.51,420,92号汽油,10000",
                "SB-F3,宁Y97003,SB-C3,2026-09-03 08:40,40,320,0号柴油,10000");
        breach("VD-09", "宁Y97002");
        breach("VD-14", "宁Y97003");
    }

    private void energy() {
        sheet("能耗定额", "单位编码,年度,指标,约束值", "SB-1,2025,单位建筑面积电耗,50", "SB-2,2025,单位建筑面积电耗,50", "SB-1,2025,人均用水量,20");
        sheet("用能人数与面积", "单位编码,年度,用能人数,建筑面积(m²)", "SB-1,2025,60,1000", "SB-2,2025,60,1000");
        var lines = new ArrayList<>(List.of("单位编码,能源种类,月份,消费量"));
        for (var month = 1; month <= 12; month++) {
            lines.add("SB-1,电,2025-%02d,%s".formatted(month, month == 12 ? "5000" : "4091"));
            lines.add("SB-2,电,2025-%02d,%s".formatted(month, month == 12 ? "5000" : "4090"));
            lines.add("SB-1,水,2025-%02d,100".formatted(month));
        }
        sheets.put("能源资源消费月台账", lines);
        breach("EN-05", "外来县财政局");
        sheet("节能报送", "单位编码,年度,报送事项,报送日期", "SB-1,2025,能源消费状况报告,2026-03-31", "SB-2,2025,能源消费状况报告,2026-04-01");
        breach("EN-04b", "外来县审计局");
    }

    @Test
    void whatLiesJustOverTheNumbersOfTheLawIsFoundAndWhatLiesWithinThemIsNot() throws Exception {
        var today = LocalDate.now(clock);
        organization(today);
        premises(today);
        fleet(today);
        energy();

        taken("外来县.xlsx", workbook(sheets));
        assertThat(post(ADMINISTRATOR, "/api/supervision/sweeps", Map.of())).hasStatus(202);
        assertThat(Soon.soon(
                        "the end of the sweep",
                        () -> json(get(ADMINISTRATOR, "/api/supervision/sweeps/latest")),
                        latest -> "DONE".equals(latest.get("state"))))
                .containsEntry("failed", List.of());

        var rules =
                planted.stream().map(one -> one.substring(0, one.indexOf(' '))).collect(Collectors.toSet());
        var found = found();
        System.out.println("beside what was planted: "
                + found.stream()
                        .filter(one -> !rules.contains(one.split(" ")[0]))
                        .collect(Collectors.joining("; ")));
        assertThat(found.stream().filter(one -> rules.contains(one.split(" ")[0])))
                .containsExactlyInAnyOrderElementsOf(planted);
        assertThat(planted).hasSizeGreaterThanOrEqualTo(20);
    }

    private List<String> found() {
        return database.sql("""
                        select r.code || ' ' || f.subject_title
                          from supervision.finding f
                          join supervision.rule r on r.id = f.rule_id
                          join organization.institution i on i.id = f.institution_id
                         where i.code like 'SB-%' and f.present order by 1
                        """).query(String.class).list();
    }
}
