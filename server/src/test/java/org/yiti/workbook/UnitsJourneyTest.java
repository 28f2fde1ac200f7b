package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in other units than the column's, and numbers of something else: never taken as they are in silence. */
class UnitsJourneyTest extends ImportJourney {

    private static final String CARS = "车牌号,单位编码,车辆类型,车型,能源类型,标识化,购置价格";
    private static boolean ready;

    @BeforeEach
    void anOffice() {
        if (!ready) {
            ready = true;
            add("organization/divisions", Map.of("code", "979901", "name", "奇量市", "level", "市级"));
            add(
                    "organization/institutions",
                    Map.of("code", "U-1", "name", "奇量局", "kind", "政府机关", "level", "市级", "divisionCode", "979901"));
            add(
                    "energy/meters",
                    Map.of("code", "U-M", "name", "总表", "institutionCode", "U-1", "energyKind", "电", "level", "分户"));
        }
    }

    private static String car(String plate, String price) {
        return plate + ",U-1,机要通信用车,轿车,汽油,已标识," + price;
    }

    private UUID read(String... lines) throws InterruptedException {
        var id = upload(ADMINISTRATOR, "量.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        assertThat(rested(id)).containsEntry("state", "CHECKED");
        return id;
    }

    private List<String> told(UUID id) {
        return items(get(ADMINISTRATOR, "/api/workbook/imports/" + id + "/problems")).stream()
                .map(p -> p.get("row") + " " + p.get("columnLabel") + " " + p.get("message"))
                .toList();
    }

    private double taken(UUID id, String ledger, String query, String field) throws InterruptedException {
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        return Double.parseDouble(String.valueOf(
                items(get(ADMINISTRATOR, "/api/" + ledger + "?" + query)).get(0).get(field)));
    }

    @Test
    void convertsWhatAHeaderSaysIsInTenThousands() throws Exception {
        var id = read(CARS + "（万元）", car("苏A20001", "17.98"));

        assertThat(told(id)).containsExactly("1 购置价格 单位写明是“万元”，已换算为元");
        assertThat(taken(id, "fleet/vehicles", "plate=苏A20001", "price")).isEqualTo(179800);
    }

    @Test
    void convertsWhatStandsBehindTheNameWithoutBrackets() throws Exception {
        var id = read(CARS + "万元", car("苏A20002", "18"));

        assertThat(taken(id, "fleet/vehicles", "plate=苏A20002", "price")).isEqualTo(180000);
    }

    @Test
    void convertsWhatATitleSaysOfTheWholeSheet() throws Exception {
        var id = read("奇量局车辆台账,,,,,,金额单位：万元", CARS, car("苏A20003", "\"1,017.98\""));

        assertThat(told(id)).containsExactly("2 购置价格 单位写明是“万元”，已换算为元");
        assertThat(taken(id, "fleet/vehicles", "plate=苏A20003", "price")).isEqualTo(10179800);
    }

    @Test
    void doubtsAPriceThatIsPlainlyInTenThousands() throws Exception {
        assertThat(told(read(CARS, car("苏A20004", "17.98"))))
                .singleElement()
                .asString()
                .startsWith("2 购置价格 金额过小，疑似以万元计");
    }

    @Test
    void convertsAmountsOfEnergyByTheirKind() throws Exception {
        var id = read("单位编码,能源种类,月份,消费量(MWh)", "U-1,电,2026-01,12.5", "U-1,热力,2026-01,10", "U-1,水,2026-01,3");

        assertThat(told(id)).containsExactlyInAnyOrder("1 消费量 单位写明是“mwh”，已换算为各能源种类的单位", "4 消费量 单位是“mwh”，这里以m³计，请换算后填写");
    }

    @Test
    void takesTonsOfWaterAsCubicMetresAndKilogramsOfCoalAsThousandths() throws Exception {
        assertThat(told(read("单位编码,能源种类,月份,消费量(吨)", "U-1,水,2026-02,12", "U-1,煤,2026-02,3", "U-1,汽油,2026-02,1")))
                .containsExactly("4 消费量 单位是“吨”，这里以L计，请换算后填写");
        assertThat(told(read("单位编码,能源种类,月份,消费量", "U-1,煤,2026-02,500kg", "U-1,电,2026-02,500kWh", "U-1,电,2026-03,5万kWh")))
                .containsExactly("2 消费量 单位是“kg”，这里以t计，请换算后填写", "4 消费量 以万或亿计，请换算后填写");
    }

    @Test
    void refusesARegisterWhereConsumptionIsAskedFor() throws Exception {
        assertThat(told(read("表计编码,时刻,读数", "U-M,2026-01-01 00:00,10500", "U-M,2026-01-01 01:00,10512")))
                .hasSize(2)
                .allMatch(line -> line.contains("表底读数（累计值）") && line.contains("相邻两次读数之差"));
    }

    @Test
    void refusesAReadingInAUnitThatNoMeterHas() throws Exception {
        assertThat(told(read("表计编码,时刻,用量(MWh)", "U-M,2026-01-01 00:00,1.5")))
                .singleElement()
                .asString()
                .contains("表计的单位");
        assertThat(told(read("表计编码,时刻,用量(kWh)", "U-M,2026-01-01 00:00,1.5"))).isEmpty();
    }

    @Test
    void neverTakesAUnitOfTheTitleForThatOfAnotherKind() throws Exception {
        assertThat(told(read("能源台账,,,单位：万千瓦时", "单位编码,能源种类,月份,消费量", "U-1,电,2026-04,1.2", "U-1,水,2026-04,30")))
                .containsExactlyInAnyOrder("2 消费量 单位写明是“万千瓦时”，已换算为各能源种类的单位", "4 消费量 单位是“万千瓦时”，这里以m³计，请换算后填写");
    }
}
