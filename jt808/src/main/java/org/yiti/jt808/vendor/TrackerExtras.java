package org.yiti.jt808.vendor;

import java.util.List;
import java.util.function.LongPredicate;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Numbers;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.position.Extras;

/**
 * Additional information of low-cost trackers, as open servers have learned it in the field. Makers reuse these ids, so the
 * same id means another thing by its length here and by its model out there: for {@link org.yiti.jt808.Dialects#TRACKER}.
 */
public final class TrackerExtras {

    private static final Meaning LEVEL = Meaning.PERCENT.except(0xff, "充电中", "charging");
    private static final Meaning VIBRATION = Meaning.bits("3 震动报警 vibration");
    private static final String LOCK_BATTERY = """
            1 预留 reserved
            1 电池电量 batteryLevel %
            2 电池电压 battery 0.01V
            """;
    private static final String POWER = """
            1 信号强度 signal
            2 外部电压 power 0.001V
            2 电池电压 battery 0.001V
            1 卫星数 satellites
            """;
    private static final String ENGINE = """
            2 电瓶电压 battery 0.1V
            2 发动机转速 engineSpeed r/min
            1 车速 speed km/h
            1 节气门开度(255为全开) throttle
            1 发动机负荷(255为满) engineLoad
            1 冷却液温度 coolant °C-40
            2 预留1 reserved1
            2 百公里油耗 consumption 0.01L
            2 预留2 reserved2
            4 预留3 reserved3
            2 预留4 reserved4
            2 累计油耗 fuelUsed 0.01L
            """;
    private static final String BATTERY = "4 电池电压 battery 0.001V";
    private static final String BATTERY_STATE = BATTERY + "\n1 充电状态 charging";
    private static final String BATTERY_LEVEL = BATTERY_STATE + "\n1 电池电量 batteryLevel %";
    private static final String FIXED = """
            4 剩余电量与里程(未定义) reserved1
            4 里程 odometer km
            2 电池电压 battery 0.1V
            4 区域ID area
            1 信号强度 signal
            1 预留2 reserved2
            2 预留3 reserved3
            """;

    /** What is behind a position in place of additional information; 18 bytes, 20 with checksum and delimiter. */
    public static final ValueKind<Numbers> FIXED_TAIL = new ValueKind<>(
            Family.FIXED_TAIL,
            0,
            "固定尾部",
            "fixedTail",
            length -> length == Numbers.length(FIXED),
            Numbers.layout(FIXED));

    /** Of two that fit the later one counts. */
    public static final List<ValueKind<?>> ALL = List.of(
            Extras.octet(0x06, "电池电量", "batteryLevel", Meaning.PERCENT),
            Extras.octet(0x33, "工作模式", "mode", Meaning.NONE),
            text(0x33, "锁状态", "lockStatus", length -> length > 1),
            Extras.of(0x51, "温度", "temperatures", length -> length == 2 || length == 16, TrackerParts::temperatures),
            numbers(0x56, "内置电池电量", "internalBattery", "1 电量等级(每级10%) level\n1 预留 reserved"),
            Extras.of(0x57, "驾驶行为报警", "drivingAlarm", length -> length == 8, TrackerParts.Harsh::pass),
            Extras.of(0x60, "锁事件", "lockEvent", length -> length >= 2, TrackerLocks.LockEvent::pass),
            Extras.of(0x63, "子锁", "locks", TrackerLocks.Lock::fits, TrackerLocks.Lock::all),
            text(0x67, "密码", "password", length -> length == 8),
            Extras.word(0x68, "电池电量", "batteryLevel", Meaning.scaled("%", 100)),
            Extras.word(0x69, "电池电压", "battery", Meaning.scaled("V", 100)),
            Extras.of(0x77, "轮胎", "tyres", length -> length % 8 == 0, TrackerParts.Tyre::all),
            Extras.bytes(0x80, "车辆诊断扩展数据", "obd", length -> true),
            Extras.word(0x82, "外部电压", "power", Meaning.scaled("V", 10)),
            numbers(0x91, "车辆诊断数据", "engine", ENGINE),
            text(0x94, "车辆识别代号", "vin", length -> true),
            numbers(0xA7, "模拟量", "analog", "2 模拟量1 adc1 0.01V\n2 模拟量2 adc2 0.01V"),
            Extras.dword(0xAC, "里程", "odometer", Meaning.METRES),
            text(0xBC, "驾驶员", "driver", length -> true),
            text(0xBD, "驾驶员编号", "driverId", length -> true),
            Extras.dword(0xD0, "用户状态", "userStatus", VIBRATION),
            Extras.word(0xD3, "外部电压", "power", Meaning.scaled("V", 10)),
            Extras.octet(0xD4, "电池电量", "batteryLevel", LEVEL),
            Extras.dword(0xD4, "驾驶员卡号", "driverCard", Meaning.NONE),
            Extras.word(0xD5, "电池电压", "battery", Meaning.scaled("V", 100)),
            Extras.of(0xD5, "子锁", "locks", TrackerLocks.SmallLock::fits, TrackerLocks.SmallLock::all),
            Extras.of(0xDA, "锁绳状态", "cable", length -> length == 3, TrackerLocks.Cable::pass),
            Extras.octet(0xE1, "电池电量", "batteryLevel", LEVEL),
            Extras.word(0xE1, "电压", "power", Meaning.scaled("V", 10)),
            Extras.of(0xE1, "基站", "cells", TrackerParts.Cells::fits, TrackerParts.Cells::pass),
            Extras.dword(0xE2, "油量", "fuel", Meaning.scaled("L", 10)),
            numbers(0xE3, "电池", "battery", LOCK_BATTERY),
            numbers(0xE4, "电池", "battery", "1 充电标志(0为充电中) charging\n1 电池电量 batteryLevel %"),
            Extras.octet(0xE5, "运动状态", "motion", Meaning.codes("0 静止 standing\n1 运动 moving")),
            text(0xE6, "车辆诊断文本", "obd", length -> length > 0),
            Extras.of(0xE6, "温湿度传感器", "sensors", TrackerParts.Sensor::fits, TrackerParts.Sensor::all),
            Extras.of(0xE7, "扩展报警", "alarms", length -> length == 8, TrackerParts.Alarms::pass),
            Extras.bytes(0xE8, "锁状态", "lockStatus", length -> length == 3),
            Extras.octet(0xE9, "电池电量", "batteryLevel", LEVEL),
            Extras.dword(0xE9, "驾驶员卡号", "driverCard", Meaning.NONE),
            Extras.of(0xEA, "扩展信息", "extension", length -> length > 2, TrackerParts.Extension::pass),
            Extras.of(0xEB, "扩展信息", "extension", length -> length >= 4, TrackerParts.Wide::all),
            Extras.of(0xEC, "无线网络", "wifi", TrackerParts.Wifi::fits, TrackerParts.Wifi::all),
            text(0xED, "卡号", "card", length -> length > 0),
            numbers(0xEE, "电源与信号", "power", POWER),
            Extras.dword(0xF1, "外部电压", "power", Meaning.scaled("V", 1000)),
            text(0xF2, "固件版本", "firmware", length -> true),
            Extras.of(0xF4, "无线网络", "wifi", TrackerParts.Wifi::fits, TrackerParts.Wifi::all),
            Extras.word(0xF5, "光照", "illuminance", Meaning.NONE),
            Extras.word(0xF6, "气压", "airPressure", Meaning.NONE),
            Extras.of(0xF6, "终端IMEI", "imei", length -> length == 8, TrackerParts::imei),
            Extras.word(0xF7, "湿度", "humidity", Meaning.scaled("%", 10)),
            numbers(0xF7, "电池", "battery", BATTERY),
            numbers(0xF7, "电池", "battery", BATTERY_STATE),
            numbers(0xF7, "电池", "battery", BATTERY_LEVEL),
            Extras.word(0xF8, "温度", "temperature", Meaning.ofUnit("0.1°C-50")),
            Extras.of(0xF9, "状态扩展", "state", length -> length >= 2, TrackerParts.Masked::pass),
            text(0xFB, "集装箱号", "container", length -> length > 0),
            Extras.octet(0xFC, "围栏ID", "fence", Meaning.NONE),
            Extras.octet(0xFE, "电池电量", "batteryLevel", Meaning.PERCENT),
            Extras.word(0xFE, "外部电压", "power", Meaning.scaled("V", 10)),
            Extras.dword(0xFE, "里程", "odometer", Meaning.METRES),
            FIXED_TAIL);

    private TrackerExtras() {}

    private static ValueKind<Text> text(int id, String zh, String key, LongPredicate fits) {
        return Extras.of(id, zh, key, fits, p -> p.text(zh, key, it -> it));
    }

    private static ValueKind<Numbers> numbers(int id, String zh, String key, String fields) {
        return Extras.of(id, zh, key, length -> length == Numbers.length(fields), Numbers.layout(fields));
    }
}
