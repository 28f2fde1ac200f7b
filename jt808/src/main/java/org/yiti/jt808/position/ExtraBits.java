package org.yiti.jt808.position;

import java.util.ArrayList;
import java.util.List;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Measure;
import org.yiti.jt808.layout.Scale;
import org.yiti.jt808.layout.Word;

/** Bits of additional information. */
final class ExtraBits {

    /** JT/T 1078 table 14. */
    static final Meaning ALARM = Meaning.bits("""
            0 视频信号丢失 video signal lost
            1 视频信号遮挡 camera covered
            2 存储单元故障 storage fault
            3 其他视频设备故障 other video fault
            4 客车超员 too many passengers
            5 异常驾驶行为 abnormal driving
            6 特殊报警录像达到存储阈值 alarm recordings fill their room
            """);

    static final Meaning CHANNELS = numbered("通道", "channel");
    /** Bits 0 to 11 main stores, 12 to 15 spare ones. */
    static final Meaning STORES = numbered("存储器", "store");

    /** JT/T 1078 table 15. */
    static final Meaning DRIVING = Meaning.bits("""
            0 疲劳 fatigue
            1 打电话 phoning
            2 抽烟 smoking
            """);

    /** Table 31 of 2013. */
    static final Meaning SIGNALS = Meaning.bits("""
            0 近光灯 low beam
            1 远光灯 high beam
            2 右转向灯 right turn
            3 左转向灯 left turn
            4 制动 brake
            5 倒挡 reverse gear
            6 雾灯 fog lamp
            7 示廓灯 clearance lamp
            8 喇叭 horn
            9 空调 air conditioning
            10 空挡 neutral
            11 缓速器 retarder
            12 ABS工作 ABS working
            13 加热器 heater
            14 离合器 clutch
            """);

    /** Table 32 of 2013. */
    static final Meaning IO = Meaning.bits("""
            0 深度休眠状态 deep sleep
            1 休眠状态 sleep
            """);

    /** Table 27 of 2019: with the top bit set the rest is percent. */
    static final Meaning FUEL = new Meaning() {
        private static final int PERCENT = 0x8000;
        private static final Scale LITRES = Meaning.scaled("L", 10);

        @Override
        public List<Word> of(long value, Version version) {
            var said = measure(value, version).toString();
            return List.of(
                    (value & PERCENT) == 0
                            ? new Word(said, said)
                            : new Word("最高位为1:" + said, "top bit set: " + said, 15));
        }

        @Override
        public Measure measure(long value, Version version) {
            return (value & PERCENT) == 0
                    ? LITRES.measure(value, version)
                    : Meaning.PERCENT.measure(value & ~PERCENT, version);
        }
    };

    static final Meaning TEMPERATURE = Meaning.unit("°C").as(value -> Extras.degrees((int) value));
    static final Meaning TYRE = Meaning.unit("Pa").except(0xff, "无效", "no value");

    private ExtraBits() {}

    private static Meaning numbered(String zh, String en) {
        return (value, version) -> {
            List<Word> said = new ArrayList<>();
            for (var bit = 0; bit < 32; bit++) {
                if ((value >>> bit & 1) != 0) {
                    said.add(new Word(zh + (bit + 1), en + " " + (bit + 1), bit));
                }
            }
            return said;
        };
    }
}
