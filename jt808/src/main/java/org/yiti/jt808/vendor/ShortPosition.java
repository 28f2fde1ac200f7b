package org.yiti.jt808.vendor;

import java.util.List;
import java.util.Locale;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;
import org.yiti.jt808.layout.Word;

/**
 * A position of locks and trackers, in BCD, whose header has a serial of one byte.
 *
 * @param time DDMMYYhhmmss, of UTC as open servers read it
 * @param latitude degrees and minutes, ddmmmmmm with four digits of a minute
 * @param longitude dddmmmmmm, then a nibble of flags: bit 0 fixed, 1 north, 2 east
 * @param speed two digits, knots as open servers read it
 * @param course in units of two degrees
 * @param battery percent up to 100; AA and AB mean that it charges
 */
public record ShortPosition(
        String time,
        String latitude,
        String longitude,
        String speed,
        int course,
        int signal,
        int satellites,
        long mileage,
        int battery,
        long cell,
        int area,
        int product,
        int status,
        int alarm,
        List<Extra> extras) {

    public static final Kind<ShortPosition> NOW =
            Kind.of(0x5501, "位置汇报(短流水号)", "location with a short serial", ShortPosition::pass);
    public static final Kind<ShortPosition> EARLIER =
            Kind.of(0x5502, "盲区位置汇报(短流水号)", "earlier location with a short serial", ShortPosition::pass);

    private static final Meaning COURSE = Meaning.unit("°").as(value -> 2 * value);
    private static final Meaning BATTERY =
            Meaning.PERCENT.except(0xaa, "充电中", "charging").except(0xab, "已充满", "charged");

    /** What follows, by an id and a length of one byte each. */
    public record Extra(int id, Bytes value) {

        private static final Meaning ID = Meaning.codes("""
                0x02 高程 altitude
                0x0A 移动国家码和网络码 country and network
                0x0B 锁操作 lock operation
                0x0C 倾角 tilt
                0x10 唤醒源 what woke it
                0xFC 围栏ID fence
                """);

        static Extra pass(Pass<Extra> p) {
            return new Extra(p.octet("附加信息ID", "id", ID, Extra::id), p.bytes(Width.OCTET, "值", "value", Extra::value));
        }
    }

    /** The answer to one (0x4401), with a serial of one byte as well. */
    public record Reply(int messageId, int result) {

        public static final Kind<Reply> KIND =
                Kind.of(0x4401, "平台通用应答(短流水号)", "general reply with a short serial", Reply::pass);

        static Reply pass(Pass<Reply> p) {
            return new Reply(p.word("应答ID", "messageId", Reply::messageId), p.octet("结果", "result", Reply::result));
        }
    }

    static ShortPosition pass(Pass<ShortPosition> p) {
        return new ShortPosition(
                p.digits(6, "时间(DDMMYYhhmmss)", "time", ShortPosition::time),
                p.digits(4, "纬度(ddmm.mmmm)", "latitude", ShortPosition::latitudeWords, ShortPosition::latitude),
                p.digits(5, "经度(dddmm.mmmm)及标志", "longitude", ShortPosition::longitudeWords, ShortPosition::longitude),
                p.digits(1, "速度(节)", "speed", ShortPosition::speed),
                p.octet("方向", "course", COURSE, ShortPosition::course),
                p.octet("信号强度", "signal", ShortPosition::signal),
                p.octet("卫星数", "satellites", ShortPosition::satellites),
                p.dword("里程", "mileage", Meaning.unit("km"), ShortPosition::mileage),
                p.octet("电池电量", "battery", BATTERY, ShortPosition::battery),
                p.dword("基站编号", "cell", ShortPosition::cell),
                p.word("位置区码", "area", ShortPosition::area),
                p.octet("产品类型", "product", ShortPosition::product),
                p.word("状态", "status", ShortPosition::status),
                p.word("报警(各位含义随产品类型)", "alarm", ShortPosition::alarm),
                p.list("附加信息", "extras", ShortPosition::extras, Extra::pass));
    }

    /** Degrees north, or not a number where a nibble is no digit. */
    public double latitudeDegrees() {
        return degrees(latitude, 2) * (flag(1) ? 1 : -1);
    }

    /** Degrees east. */
    public double longitudeDegrees() {
        return degrees(longitude.substring(0, 9), 3) * (flag(2) ? 1 : -1);
    }

    public boolean isFixed() {
        return flag(0);
    }

    private boolean flag(int bit) {
        return (Character.digit(longitude.charAt(9), 16) >>> bit & 1) != 0;
    }

    private static double degrees(String digits, int whole) {
        return digits.matches("[0-9]+")
                ? Integer.parseInt(digits.substring(0, whole)) + Integer.parseInt(digits.substring(whole)) / 600_000.0
                : Double.NaN;
    }

    private static List<Word> latitudeWords(String digits) {
        var degrees = degrees(digits, 2);
        return Double.isNaN(degrees) ? List.of() : List.of(plain(degrees));
    }

    private static List<Word> longitudeWords(String digits) {
        var degrees = degrees(digits.substring(0, 9), 3);
        var flags = Character.digit(digits.charAt(9), 16);
        return Double.isNaN(degrees)
                ? List.of()
                : List.of(
                        plain(degrees),
                        (flags & 1) == 0 ? new Word("未定位", "not fixed") : new Word("定位", "fixed"),
                        (flags & 2) == 0 ? new Word("南纬", "south") : new Word("北纬", "north"),
                        (flags & 4) == 0 ? new Word("西经", "west") : new Word("东经", "east"));
    }

    private static Word plain(double degrees) {
        var said = String.format(Locale.ROOT, "%.6f°", degrees);
        return new Word(said, said);
    }
}
