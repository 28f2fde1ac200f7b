package org.yiti.jt808.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.jt808.command.Told.POSITION;
import static org.yiti.jt808.command.Told.field;
import static org.yiti.jt808.command.Told.of;
import static org.yiti.jt808.command.Told.of2019;
import static org.yiti.jt808.command.Told.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Numbers, units, signs and bits of an explained frame. */
class DecodedNumbersTest {

    @Test
    void aScaledNumberHasItsRawValueAndItsFigureInTheUnit() {
        var speed = field(of(0x0200, POSITION), "speed");

        assertThat(speed.path("value").asInt()).isEqualTo(605);
        assertThat(speed.path("scaled").decimalValue()).isEqualByComparingTo("60.5");
        assertThat(speed.path("unit").asString()).isEqualTo("km/h");
    }

    @Test
    void whereverThereIsAUnitThereIsAFigureInIt() {
        var fields = new int[1];
        every(of(0x0200, POSITION + "0104000000ff02028032031e0000".substring(0, 20) + "310109"), field -> {
            if (field.has("unit")) {
                fields[0]++;
                assertThat(field.has("scaled")).as(field.toString()).isTrue();
                assertThat(field.path("value").isIntegralNumber()).isTrue();
            }
        });
        assertThat(fields[0]).isGreaterThan(6);
    }

    @ParameterizedTest
    @CsvSource({
        "00000003, 39.908692, 116.397477, 北纬, 东经",
        "00000007, -39.908692, 116.397477, 南纬, 东经",
        "0000000b, 39.908692, -116.397477, 北纬, 西经",
        "0000000f, -39.908692, -116.397477, 南纬, 西经"
    })
    void theStatusGivesAPlaceItsSigns(String status, String latitude, String longitude, String north, String east) {
        var told = of(0x0200, "00000000" + status + POSITION.substring(16));

        assertThat(field(told, "latitude").path("value").asLong()).isEqualTo(39_908_692);
        assertThat(field(told, "latitude").path("scaled").decimalValue()).isEqualByComparingTo(latitude);
        assertThat(field(told, "longitude").path("scaled").decimalValue()).isEqualByComparingTo(longitude);
        assertThat(words(field(told, "latitude"))).contains(north);
        assertThat(words(field(told, "longitude"))).contains(east);
    }

    @Test
    void anAreaHasTheSignsOfItsAttributes() {
        var circle = "000101" + "00000007" + "00c0" + "0260f55406f015a5" + "000001f4";
        var route = "00000001" + "0000" + "0001" + "00000001" + "00000001" + "0260f55406f015a5" + "1e" + "04";

        for (var told : new JsonNode[] {of(0x8600, circle.substring(2)), of(0x8606, route)}) {
            assertThat(field(told, "latitude").path("scaled").decimalValue()).isEqualByComparingTo("-39.908692");
        }
        assertThat(field(of(0x8600, circle.substring(2)), "longitude")
                        .path("scaled")
                        .decimalValue())
                .isEqualByComparingTo("-116.397477");
        assertThat(of(0x8606, route).path("identical").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fff6, -10", "0034, 52", "8000, -32768", "7fff, 32767"})
    void aHeightBelowTheSeaIsTwosComplement(String raw, int metres) {
        var told = of(0x0200, POSITION.substring(0, 32) + raw + POSITION.substring(36));

        assertThat(field(told, "altitude").path("scaled").asInt()).isEqualTo(metres);
    }

    @ParameterizedTest
    @CsvSource({"800a, -10", "fff6, -10", "0019, 25", "0000, 0", "8001, -1", "ffff, -1"})
    void aTemperatureIsNegativeInEitherOfTheTwoWays(String raw, int degrees) {
        var told = of2019(0x0200, POSITION + "0602" + raw);

        assertThat(field(told, "cabinTemperature").path("scaled").asInt()).isEqualTo(degrees);
        assertThat(field(told, "cabinTemperature").path("unit").asString()).isEqualTo("°C");
    }

    @ParameterizedTest
    @CsvSource({"0123, 29.1, L", "8032, 50, %", "8000, 0, %", "0000, 0, L"})
    void fuelIsLitresOrWithItsTopBitPercent(String raw, String amount, String unit) {
        var fuel = field(of(0x0200, POSITION + "0202" + raw), "fuel");

        assertThat(fuel.path("scaled").decimalValue()).isEqualByComparingTo(amount);
        assertThat(fuel.path("unit").asString()).isEqualTo(unit);
    }

    @Test
    void alarmBitsAreNamedByTheEdition() {
        var all = "e003f008" + POSITION.substring(8);

        assertThat(words(field(of(0x0200, all), "alarm")))
                .contains("危险预警|道路运输证IC卡模块故障|超速预警|疲劳驾驶预警|第15位(保留)")
                .contains("碰撞预警|侧翻预警|非法开门报警");
        assertThat(words(field(of2019(0x0200, all), "alarm")))
                .contains("危险驾驶行为报警")
                .contains("违规行驶报警|胎压预警|右转盲区异常报警")
                .contains("碰撞侧翻报警|侧翻预警|第31位(保留)");
        assertThat(words(field(of(0x0200, all, "--version", "2011"), "alarm")))
                .startsWith("预警|第12位(保留)|第13位(保留)|第14位(保留)|第15位(保留)")
                .endsWith("第29位(保留)|第30位(保留)|第31位(保留)|");
    }

    @Test
    void statusBitsAreNamedByTheEditionAndZeroesSaySomethingToo() {
        var all = "00000000" + "ffffffff" + POSITION.substring(16);

        assertThat(words(field(of(0x0200, all), "statusBits")))
                .contains("第6位(保留)|第7位(保留)|满载|")
                .contains("门5开(自定义)|使用GPS|使用北斗|")
                .contains("第22位(保留)");
        assertThat(words(field(of2019(0x0200, all), "statusBits")))
                .contains("紧急刹车前撞预警|车道偏移预警|满载")
                .contains("车辆行驶");
        assertThat(words(field(of(0x0200, all, "--version", "2011"), "statusBits")))
                .contains("第8位(保留)|第9位(保留)|车辆油路断开")
                .contains("第13位(保留)");
        assertThat(words(field(of(0x0200, "00".repeat(8) + POSITION.substring(16)), "statusBits")))
                .isEqualTo("ACC关|未定位|北纬|东经|运营状态|经纬度未加密|空车|车辆油路正常|车辆电路正常|车门解锁|");
        assertThat(field(of(0x0200, all), "statusBits").at("/meaning/6/bit").asInt())
                .isEqualTo(6);
    }

    @Test
    void aPositionBehindAPlugInIsSaidToBeNoPlace() {
        var told = of(0x0200, "00000000" + "00000023" + POSITION.substring(16));

        assertThat(words(field(told, "latitude"))).contains("已加密,不可上图");
    }

    private static void every(JsonNode told, java.util.function.Consumer<JsonNode> look) {
        each(told.path("body"), look);
    }

    private static void each(JsonNode fields, java.util.function.Consumer<JsonNode> look) {
        for (var field : fields) {
            look.accept(field);
            each(field.path("parts"), look);
        }
    }
}
