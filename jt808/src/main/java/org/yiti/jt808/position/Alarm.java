package org.yiti.jt808.position;

import static org.yiti.jt808.Version.V2011;
import static org.yiti.jt808.Version.V2013;
import static org.yiti.jt808.Version.V2019;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Word;

/** Bits of the alarm field (table 24 of 2013, table 25 of 2019). The same bit may mean something else in another edition. */
public enum Alarm {
    EMERGENCY(0, V2011, V2019, true, "紧急报警", "emergency button"),
    OVERSPEED(1, V2011, V2019, false, "超速报警", "overspeed"),
    FATIGUE(2, V2011, V2019, false, "疲劳驾驶报警", "fatigue"),
    DANGER_WARNING(3, V2011, V2013, true, "危险预警", "danger warning"),
    DANGEROUS_DRIVING(3, V2019, V2019, false, "危险驾驶行为报警", "dangerous driving"),
    GNSS_FAULT(4, V2011, V2019, false, "GNSS模块故障", "positioning module fault"),
    ANTENNA_MISSING(5, V2011, V2019, false, "GNSS天线未接或被剪断", "antenna missing or cut"),
    ANTENNA_SHORT(6, V2011, V2019, false, "GNSS天线短路", "antenna short-circuited"),
    POWER_LOW(7, V2011, V2019, false, "终端主电源欠压", "main power low"),
    POWER_OFF(8, V2011, V2019, false, "终端主电源掉电", "main power off"),
    DISPLAY_FAULT(9, V2011, V2019, false, "终端显示器故障", "display fault"),
    TTS_FAULT(10, V2011, V2019, false, "TTS模块故障", "speech module fault"),
    CAMERA_FAULT(11, V2011, V2019, false, "摄像头故障", "camera fault"),
    CARD_READER_FAULT(12, V2013, V2019, false, "道路运输证IC卡模块故障", "card module fault"),
    OVERSPEED_WARNING(13, V2013, V2019, false, "超速预警", "overspeed warning"),
    FATIGUE_WARNING(14, V2013, V2019, false, "疲劳驾驶预警", "fatigue warning"),
    FORBIDDEN_DRIVING(15, V2019, V2019, false, "违规行驶报警", "driving at a forbidden time"),
    TYRE_PRESSURE(16, V2019, V2019, false, "胎压预警", "tyre pressure"),
    RIGHT_TURN_BLIND_SPOT(17, V2019, V2019, false, "右转盲区异常报警", "right-turn blind spot"),
    DAILY_DRIVING(18, V2011, V2019, false, "当天累计驾驶超时", "driven too long today"),
    PARKED_TOO_LONG(19, V2011, V2019, false, "超时停车", "parked too long"),
    AREA(20, V2011, V2019, true, "进出区域", "entered or left an area"),
    ROUTE(21, V2011, V2019, true, "进出路线", "entered or left a route"),
    SEGMENT_TIME(22, V2011, V2019, true, "路段行驶时间不足或过长", "segment driven too fast or too slowly"),
    OFF_ROUTE(23, V2011, V2019, false, "路线偏离报警", "off the route"),
    VSS_FAULT(24, V2011, V2019, false, "车辆VSS故障", "speed sensor fault"),
    FUEL(25, V2011, V2019, false, "车辆油量异常", "fuel abnormal"),
    STOLEN(26, V2011, V2019, false, "车辆被盗", "stolen"),
    IGNITION(27, V2011, V2019, true, "车辆非法点火", "illegal ignition"),
    MOVED(28, V2011, V2019, true, "车辆非法位移", "illegal movement"),
    COLLISION(29, V2013, V2019, false, "碰撞预警", "collision"),
    ROLLOVER_WARNING(30, V2013, V2019, false, "侧翻预警", "rollover warning"),
    DOOR(31, V2013, V2013, true, "非法开门报警", "illegal door opening");

    private final int bit;
    private final Version first;
    private final Version last;
    private final boolean onceAnswered;
    private final Word name;

    Alarm(int bit, Version first, Version last, boolean onceAnswered, String zh, String en) {
        this.bit = bit;
        this.first = first;
        this.last = last;
        this.onceAnswered = onceAnswered;
        this.name = new Word(zh, en);
    }

    /** Bits that are set, by their edition's names; those it has not are reserved. */
    public static final Meaning BITS = (value, version) -> {
        var said = new TreeMap<Integer, Word>();
        for (var bit = 0; bit < 32; bit++) {
            if ((value >>> bit & 1) != 0) {
                said.put(bit, Meaning.reserved(bit));
            }
        }
        Alarm.of(value, version).forEach(alarm -> said.put(alarm.bit, alarm.words(version)));
        return List.copyOf(said.values());
    };

    public static Set<Alarm> of(long bits, Version version) {
        var set = EnumSet.noneOf(Alarm.class);
        for (var alarm : values()) {
            if ((bits >>> alarm.bit & 1) != 0 && version.atLeast(alarm.first) && alarm.last.atLeast(version)) {
                set.add(alarm);
            }
        }
        return set;
    }

    public int bit() {
        return bit;
    }

    /** Whether the terminal clears it once the platform has answered; otherwise it stays as long as its cause. */
    public boolean isClearedByReply() {
        return onceAnswered;
    }

    /** Its name; two have got another one in the course of time. */
    public Word words(Version version) {
        if (this == COLLISION && version == V2019) {
            return new Word("碰撞侧翻报警", "collision or rollover", bit);
        }
        return this == DANGER_WARNING && version == V2011 ? new Word("预警", "warning", bit) : name.at(bit);
    }
}
