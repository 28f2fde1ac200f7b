package org.yiti.jt808.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.jt808.command.Told.POSITION;
import static org.yiti.jt808.command.Told.field;
import static org.yiti.jt808.command.Told.of;
import static org.yiti.jt808.command.Told.of2019;
import static org.yiti.jt808.command.Told.words;

import org.junit.jupiter.api.Test;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;

/** What stands beside the values of an explained frame, so that nobody has to open the standard. */
class DecodedFieldsTest {

    @Test
    void aTimeHasItsZone() {
        var time = field(of(0x0200, POSITION), "time");

        assertThat(time.path("value").asString()).isEqualTo("2026-08-21T10:30:00");
        assertThat(time.path("zone").asString()).isEqualTo("GMT+8");
        assertThat(time.path("iso").asString()).isEqualTo("2026-08-21T10:30:00+08:00");
        assertThat(field(of2019(0x8004, "260821023000"), "utc").path("iso").asString())
                .isEqualTo("2026-08-21T02:30:00Z");
    }

    @Test
    void aTimeThatCannotBeIsSaidNotToBe() {
        var told = of(0x0200, POSITION.substring(0, 44) + "261332103000");

        assertThat(told.path("ok").asBoolean()).isTrue();
        assertThat(field(told, "time").path("value").asString()).isEqualTo("261332103000");
        assertThat(field(told, "time").has("iso")).isFalse();
        assertThat(words(field(told, "time"))).contains("不是有效的日期时间");
        assertThat(told.at("/deviations/0/reason").asString()).isEqualTo("time-impossible");
    }

    @Test
    void zerosInFrontOfATimeMeanEveryDay() {
        var circle = "0001" + "00000001" + "0001" + "0260f55406f015a5" + "000001f4" + "000000083000" + "000000000000";

        assertThat(words(field(of(0x8600, circle), "start"))).contains("每天08:30");
        assertThat(of(0x8600, circle).path("deviations")).isEmpty();
    }

    @Test
    void informationThatIsCutOffIsMarkedAsSuch() {
        var told = of(0x0200, POSITION + "0104000000ff" + "30ff01");

        assertThat(told.path("ok").asBoolean()).isTrue();
        assertThat(field(told, "tail").at("/name/zh").asString()).isEqualTo("截断的附加信息");
        assertThat(told.at("/deviations/0/reason").asString()).isEqualTo("item-cut-off");
        assertThat(told.path("identical").asBoolean()).isTrue();
    }

    @Test
    void tyresAreToldOneByOneAndFfIsNoPressure() {
        var tyres = field(of2019(0x0200, POSITION + "051e" + "28".repeat(4) + "ff".repeat(26)), "tyrePressure");

        assertThat(tyres.path("parts")).hasSize(30);
        assertThat(tyres.at("/parts/0/scaled").asInt()).isEqualTo(40);
        assertThat(tyres.at("/parts/0/unit").asString()).isEqualTo("Pa");
        assertThat(words(tyres.at("/parts/4"))).isEqualTo("无效|");
        assertThat(tyres.at("/parts/4").has("scaled")).isFalse();
    }

    @Test
    void bothAnalogInputsAreTold() {
        var told = of(0x0200, POSITION + "2b04" + "01020304");

        assertThat(field(told, "ad0").path("value").asInt()).isEqualTo(0x0304);
        assertThat(field(told, "ad1").path("value").asInt()).isEqualTo(0x0102);
    }

    @Test
    void aTextsFlagsAreThoseOfItsEdition() {
        var text = Text.of("好").bytes().hex();

        assertThat(words(field(of(0x8300, "0d" + text), "flags"))).isEqualTo("紧急|终端显示器显示|终端TTS播读|中心导航信息|");
        assertThat(words(field(of(0x8300, "2d" + text), "flags"))).contains("CAN故障码信息");
        assertThat(words(field(of2019(0x8300, "0f01" + text), "flags"))).isEqualTo("通知|终端显示器显示|终端TTS播读|中心导航信息|");
        assertThat(words(field(of2019(0x8300, "0902" + text), "flags"))).isEqualTo("服务|终端TTS播读|中心导航信息|");
        assertThat(words(field(of(0x8300, "2d" + text, "--version", "2011"), "flags")))
                .contains("第5位(保留)");
    }

    @Test
    void canDataSayWhoSentThem() {
        var told = of(0x0705, "0001" + "1030000123" + "c0000123" + "1122334455667788");

        assertThat(words(field(told, "time"))).contains("10:30:00.123");
        assertThat(words(field(told, "id"))).contains("CAN2通道|扩展帧|原始数据|总线ID 0x123");
    }

    @Test
    void aControlWordsArgumentsHaveNames() {
        var arguments = Text.of("0;code;cmnet;;;192.0.2.1;808;809;60").bytes().hex();

        assertThat(words(field(of(0x8105, "02" + arguments), "arguments")))
                .contains("监管平台鉴权码:code|拨号点名称:cmnet|")
                .contains("地址:192.0.2.1|TCP端口:808|UDP端口:809|连接时限(min):60|");
        assertThat(words(field(of2019(0x8105, "03"), "command"))).contains("2019版已取消");
        assertThat(words(field(of(0x8105, "64"), "command"))).contains("断开油电(厂商)");
    }

    @Test
    void parametersSayWhatTheirNumbersStandFor() {
        var told = of(
                0x0104,
                "0001" + "05" + "00000020" + "04" + "00000002" + "00000032" + "04" + "16320a1e" + "00000050" + "04"
                        + "00000003" + "00000090" + "01" + "03" + "0000005d" + "02" + "0a05");

        assertThat(words(field(told, "reportStrategy"))).isEqualTo("定时和定距汇报|");
        assertThat(field(told, "startHour").path("value").asInt()).isEqualTo(22);
        assertThat(field(told, "endMinute").path("value").asInt()).isEqualTo(30);
        assertThat(words(field(told, "alarmMask"))).isEqualTo("紧急报警|超速报警|");
        assertThat(words(field(told, "gnssMode"))).isEqualTo("支持GPS|支持北斗|");
        assertThat(words(field(told, "collision"))).isEqualTo("碰撞时间20ms|碰撞加速度1.0g|");
    }

    @Test
    void anEmptyListIsAListWithoutParts() {
        var ids = field(of(0x8601, "00"), "ids");

        assertThat(ids.path("parts").isArray()).isTrue();
        assertThat(ids.path("parts")).isEmpty();
        assertThat(ids.has("value")).isFalse();
    }

    @Test
    void anAnswerNamesWhatItAnswers() {
        assertThat(words(field(of(0x8001, "0001" + "0200" + "04"), "messageId")))
                .isEqualTo("0x0200 位置信息汇报|");
    }

    @Test
    void whatIdentifiesSomebodyIsMarked() {
        var told = of2019(
                0x0102,
                "02" + "4142" + Text.of("860123456789012").bytes().hex()
                        + Bytes.of(new byte[20]).hex());

        assertThat(told.at("/header/3/key").asString()).isEqualTo("phone");
        assertThat(told.at("/header/3/sensitive").asBoolean()).isTrue();
        assertThat(field(told, "imei").path("sensitive").asBoolean()).isTrue();
        assertThat(field(told, "code").path("sensitive").asBoolean()).isTrue();
        assertThat(field(told, "software").has("sensitive")).isFalse();
        assertThat(field(of(0x0200, POSITION + "f608" + "0860123456789012"), "imei")
                        .path("sensitive")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void informationOfAKnownIdWithAnotherLengthSaysSo() {
        var told = of(0x0200, POSITION + "0103000000");

        assertThat(field(told, "value").at("/name/zh").asString()).isEqualTo("里程(长度与已知的不符)");
        assertThat(field(of(0x0200, POSITION + "f001aa", "--dialect", "standard"), "value")
                        .at("/name/zh")
                        .asString())
                .isEqualTo("值(厂商自定义)");
    }
}
