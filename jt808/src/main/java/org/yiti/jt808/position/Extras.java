package org.yiti.jt808.position;

import java.util.List;
import java.util.function.LongPredicate;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;

/** Additional information of the standard (table 27 of 2013, table 27 of 2019) and of JT/T 1078 (table 13). */
public final class Extras {

    private static final int TYRES = 30;

    public static final ValueKind<Long> ODOMETER = dword(0x01, "里程", "odometer", Meaning.scaled("km", 10));
    /** 0.1 L; with the top bit set, as terminals of 2019 may, the other bits are percent. */
    public static final ValueKind<Integer> FUEL = word(0x02, "油量", "fuel", ExtraBits.FUEL);

    public static final ValueKind<Integer> RECORDER_SPEED =
            word(0x03, "行驶记录功能获取的速度", "recorderSpeed", Meaning.TENTH_KMH);
    public static final ValueKind<Integer> ALARM_TO_CONFIRM =
            word(0x04, "需要人工确认报警事件的ID", "alarmToConfirm", Meaning.NONE);
    /** Pascal by wheel, from the front on and from left to right; FF is no value. */
    public static final ValueKind<List<Integer>> TYRE_PRESSURE =
            of(0x05, "胎压", "tyrePressure", length -> length == TYRES, Extras::tyres);
    /** Degrees as they came; with a sign by {@link #degrees}. */
    public static final ValueKind<Integer> CABIN_TEMPERATURE =
            word(0x06, "车厢温度", "cabinTemperature", ExtraBits.TEMPERATURE);

    public static final ValueKind<OverspeedPlace> OVERSPEED =
            of(0x11, "超速报警附加信息", "overspeed", length -> length == 1 || length == 5, OverspeedPlace::pass);
    public static final ValueKind<AreaCrossing> AREA_CROSSING =
            of(0x12, "进出区域/路线报警附加信息", "areaCrossing", length -> length == 6, AreaCrossing::pass);
    public static final ValueKind<SegmentTime> SEGMENT_TIME =
            of(0x13, "路段行驶时间不足/过长报警附加信息", "segmentTime", length -> length == 7, SegmentTime::pass);

    public static final ValueKind<Long> VIDEO_ALARM = dword(0x14, "视频相关报警", "videoAlarm", ExtraBits.ALARM);
    public static final ValueKind<Long> VIDEO_LOST = dword(0x15, "视频信号丢失报警状态", "videoLost", ExtraBits.CHANNELS);
    public static final ValueKind<Long> VIDEO_COVERED = dword(0x16, "视频信号遮挡报警状态", "videoCovered", ExtraBits.CHANNELS);
    /** Two bytes by the standard; terminals send one as well. */
    public static final ValueKind<Integer> STORAGE_FAULT = word(0x17, "存储器故障报警状态", "storageFault", ExtraBits.STORES);

    public static final ValueKind<Integer> STORAGE_FAULT_SHORT =
            octet(0x17, "存储器故障报警状态", "storageFault", ExtraBits.STORES);
    public static final ValueKind<Integer> ABNORMAL_DRIVING =
            word(0x18, "异常驾驶行为报警", "abnormalDriving", ExtraBits.DRIVING);
    /** What it is and how tired the driver is. */
    public static final ValueKind<Driving> ABNORMAL_DRIVING_OF =
            of(0x18, "异常驾驶行为报警", "abnormalDriving", length -> length == 3, Driving::pass);
    /** Four bytes, as terminals send it. */
    public static final ValueKind<Long> ABNORMAL_DRIVING_LONG =
            dword(0x18, "异常驾驶行为报警", "abnormalDriving", ExtraBits.DRIVING);

    public static final ValueKind<Long> SIGNALS = dword(0x25, "扩展车辆信号状态位", "signals", ExtraBits.SIGNALS);
    public static final ValueKind<Integer> IO = word(0x2A, "IO状态位", "io", ExtraBits.IO);
    /** Two inputs in one number. */
    public static final ValueKind<Analog> ANALOG = of(0x2B, "模拟量", "analog", length -> length == 4, Analog::pass);

    public static final ValueKind<Integer> RADIO = octet(0x30, "无线通信网络信号强度", "radioSignal", Meaning.NONE);
    public static final ValueKind<Integer> SATELLITES = octet(0x31, "GNSS定位卫星数", "satellites", Meaning.NONE);

    public static final List<ValueKind<?>> ALL = List.of(
            ODOMETER,
            FUEL,
            RECORDER_SPEED,
            ALARM_TO_CONFIRM,
            TYRE_PRESSURE,
            CABIN_TEMPERATURE,
            OVERSPEED,
            AREA_CROSSING,
            SEGMENT_TIME,
            VIDEO_ALARM,
            VIDEO_LOST,
            VIDEO_COVERED,
            STORAGE_FAULT,
            STORAGE_FAULT_SHORT,
            ABNORMAL_DRIVING,
            ABNORMAL_DRIVING_OF,
            ABNORMAL_DRIVING_LONG,
            SIGNALS,
            IO,
            ANALOG,
            RADIO,
            SATELLITES);

    /** What two analog inputs measure; which unit, the standard leaves to the maker. */
    public record Analog(int ad1, int ad0) {

        static Analog pass(Pass<Analog> p) {
            return new Analog(p.word("AD1(高16位)", "ad1", Analog::ad1), p.word("AD0(低16位)", "ad0", Analog::ad0));
        }
    }

    /**
     * Abnormal driving (JT/T 1078 table 15).
     *
     * @param fatigue 0 to 100, the more the worse
     */
    public record Driving(int behaviour, int fatigue) {

        static Driving pass(Pass<Driving> p) {
            return new Driving(
                    p.word("异常驾驶行为类型", "behaviour", ExtraBits.DRIVING, Driving::behaviour),
                    p.octet("疲劳程度(0~100)", "fatigue", Driving::fatigue));
        }
    }

    private Extras() {}

    private static List<Integer> tyres(Pass<List<Integer>> p) {
        return p.list(
                TYRES,
                "轮胎",
                "wheels",
                it -> it,
                wheel -> wheel.octet("胎压", "pressure", ExtraBits.TYRE, Integer::intValue));
    }

    /** Whether a fuel level is percent instead of 0.1 L. */
    public static boolean isPercent(int fuel) {
        return (fuel & 0x8000) != 0;
    }

    /** A cabin temperature: of both ways to write a negative one, that which is no absurd number of degrees. */
    public static int degrees(int word) {
        var signed = twosComplement(word);
        return Math.abs(signed) <= Math.abs(signMagnitude(word)) ? signed : signMagnitude(word);
    }

    /** A cabin temperature of a model that takes "top bit 1 means negative" by the letter. */
    public static int signMagnitude(int word) {
        return (word & 0x8000) == 0 ? word : -(word & 0x7fff);
    }

    /** A cabin temperature of a model that sends two's complement, as most do. */
    public static int twosComplement(int word) {
        return (short) word;
    }

    public static ValueKind<Integer> octet(int id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 1, p -> p.octet(zh, key, meaning, Integer::intValue));
    }

    public static ValueKind<Integer> word(int id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 2, p -> p.word(zh, key, meaning, Integer::intValue));
    }

    public static ValueKind<Long> dword(int id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 4, p -> p.dword(zh, key, meaning, Long::longValue));
    }

    public static ValueKind<Bytes> bytes(int id, String zh, String key, LongPredicate fits) {
        return of(id, zh, key, fits, p -> p.rest(zh, key, it -> it));
    }

    public static <T> ValueKind<T> of(int id, String zh, String key, LongPredicate fits, Layout<T> layout) {
        return new ValueKind<>(Family.EXTRA, id, zh, key, fits, layout);
    }
}
