package org.yiti.jt808.vendor;

import java.util.List;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** Additional information of trackers that has parts: see {@link TrackerExtras}. */
final class TrackerParts {

    /** Sign in the top bit; FFFF is no sensor. */
    private static final Meaning TENTH_DEGREE = Meaning.scaled("°C", 10)
            .as(value -> (value & 0x8000) == 0 ? value : -(value & 0x7fff))
            .except(0xffff, "无传感器", "no sensor");

    private TrackerParts() {}

    static List<Integer> temperatures(Pass<List<Integer>> p) {
        return p.list(
                "温度", "temperatures", it -> it, one -> one.word("温度", "temperature", TENTH_DEGREE, Integer::intValue));
    }

    /** Fifteen digits behind one of padding. */
    static String imei(Pass<String> p) {
        return p.digits(8, "终端IMEI", "imei", it -> it);
    }

    record Harsh(int alarms, int switches, long external) {

        private static final Meaning ALARMS = Meaning.bits("""
                8 急加速 hard acceleration
                9 急减速 hard braking
                10 急转弯 sharp turn
                """);

        static Harsh pass(Pass<Harsh> p) {
            return new Harsh(
                    p.word("报警", "alarms", ALARMS, Harsh::alarms),
                    p.word("外部开关状态", "switches", Harsh::switches),
                    p.dword("扩展报警", "external", Harsh::external));
        }
    }

    record Tyre(int index, String sensor, int pressure, int temperature, int status) {

        private static final Meaning TEMPERATURE = Meaning.ofUnit("°C-50");

        static List<Tyre> all(Pass<List<Tyre>> p) {
            return p.list("轮胎", "tyres", it -> it, Tyre::pass);
        }

        private static Tyre pass(Pass<Tyre> p) {
            return new Tyre(
                    p.octet("位置", "index", Tyre::index),
                    p.digits(3, "传感器ID", "sensor", Tyre::sensor),
                    p.word("胎压(低10位,1/40)", "pressure", Tyre::pressure),
                    p.octet("胎温", "temperature", TEMPERATURE, Tyre::temperature),
                    p.octet("状态", "status", Tyre::status));
        }
    }

    /** Cells of the mobile network that are in reach. */
    record Cells(int country, int network, List<Cell> cells) {

        static boolean fits(long length) {
            return length >= 12 && (length - 4) % 8 == 0;
        }

        static Cells pass(Pass<Cells> p) {
            return new Cells(
                    p.word("移动国家码", "country", Cells::country),
                    p.word("移动网络码", "network", Cells::network),
                    p.list("基站", "cells", Cells::cells, Cell::pass));
        }
    }

    record Cell(String area, long id, int signal) {

        static Cell pass(Pass<Cell> p) {
            return new Cell(
                    p.digits(3, "位置区码", "area", Cell::area),
                    p.dword("基站编号", "cell", Cell::id),
                    p.octet("信号强度", "signal", Cell::signal));
        }
    }

    record Sensor(int index, String mac, int temperature, int humidity) {

        private static final int BYTES = 11;

        static boolean fits(long length) {
            return length > 0 && length % BYTES == 0;
        }

        static List<Sensor> all(Pass<List<Sensor>> p) {
            return p.list("传感器", "sensors", it -> it, Sensor::pass);
        }

        private static Sensor pass(Pass<Sensor> p) {
            return new Sensor(
                    p.octet("序号", "index", Sensor::index),
                    p.digits(6, "MAC地址", "mac", Sensor::mac),
                    p.word("温度(整数与1/255)", "temperature", Sensor::temperature),
                    p.word("湿度(整数与1/255)", "humidity", Sensor::humidity));
        }
    }

    record Alarms(int alarms, Bytes more) {

        private static final Meaning BITS = Meaning.bits("""
                0 震动 vibration
                1 紧急按钮1 emergency 1
                2 紧急按钮2 emergency 2
                3 紧急按钮3 emergency 3
                """);

        static Alarms pass(Pass<Alarms> p) {
            return new Alarms(p.word("报警", "alarms", BITS, Alarms::alarms), p.rest("预留", "reserved", Alarms::more));
        }
    }

    /** Items with ids and lengths of one byte, whatever they are. */
    record Extension(int type, List<Item> items) {

        static Extension pass(Pass<Extension> p) {
            return new Extension(
                    p.octet("扩展类型", "type", Extension::type), p.list("扩展项", "items", Extension::items, Item::pass));
        }
    }

    record Item(int id, Bytes value) {

        static Item pass(Pass<Item> p) {
            return new Item(p.octet("ID", "id", Item::id), p.bytes(Width.OCTET, "值", "value", Item::value));
        }
    }

    /** Items with their length first, then an id, two bytes each. */
    record Wide(int id, Bytes value) {

        private static final Meaning ID = Meaning.codes("""
                0x0001 油量1 fuel 1
                0x0023 油量2 fuel 2
                0x002D 电压 voltage
                0x0089 扩展报警(0为报警) alarms (0 is one)
                0x00A8 电池电量 battery level
                0x00B2 SIM卡ICCID ICCID
                0x00B9 无线网络 WLAN
                0x00C5 震动与运动 vibration and movement
                0x00C6 电池报警 battery alarm
                0x00CE 外部电压 power
                0x00D8 基站 cell
                0x00E1 电池电量 battery level
                """);

        static List<Wide> all(Pass<List<Wide>> p) {
            return p.list("扩展项", "items", it -> it, one -> one.sized(Width.WORD, "扩展项", "item", it -> it, Wide::pass));
        }

        private static Wide pass(Pass<Wide> p) {
            return new Wide(p.word("ID", "id", ID, Wide::id), p.rest("值", "value", Wide::value));
        }
    }

    record Wifi(String mac, int signal) {

        private static final int BYTES = 7;
        private static final Meaning DBM = Meaning.unit("dBm").as(value -> (byte) value);

        static boolean fits(long length) {
            return length > 0 && length % BYTES == 0;
        }

        static List<Wifi> all(Pass<List<Wifi>> p) {
            return p.list("无线网络", "wifi", it -> it, Wifi::pass);
        }

        private static Wifi pass(Pass<Wifi> p) {
            return new Wifi(p.digits(6, "MAC地址", "mac", Wifi::mac), p.octet("信号强度", "signal", DBM, Wifi::signal));
        }
    }

    /** Bits that say which of the values follow. */
    record Masked(int mask, Bytes values) {

        private static final Meaning MASK = Meaning.bits("""
                0 定位时效 age of the fix
                1 ACC开启时长 time since ACC on
                2 水平精度 HDOP
                3 定位时间 time of the fix
                5 采样与上报间隔 sampling and report interval
                6 外部温度 external temperature
                """);

        static Masked pass(Pass<Masked> p) {
            return new Masked(p.word("内容标志", "mask", MASK, Masked::mask), p.rest("内容", "values", Masked::values));
        }
    }
}
