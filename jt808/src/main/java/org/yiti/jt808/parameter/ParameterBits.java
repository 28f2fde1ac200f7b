package org.yiti.jt808.parameter;

import java.util.List;
import java.util.Map;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Word;
import org.yiti.jt808.position.Alarm;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.TerminalAttributes;

/** What values of parameters stand for, where they are no amounts (table 12). */
final class ParameterBits {

    private static final Meaning STRATEGY = Meaning.codes("""
            0 定时汇报 by time
            1 定距汇报 by distance
            2 定时和定距汇报 by time and distance
            """);
    private static final Meaning SCHEME = Meaning.codes("""
            0 根据ACC状态 by ACC
            1 根据登录状态和ACC状态 by login, then ACC
            """);
    private static final Meaning ANSWER = Meaning.codes("""
            0 自动接听 answers by itself
            1 ACC开时自动接听,关时手动接听 by itself with ACC on
            """);
    private static final Meaning COLLISION = (value, version) -> List.of(
            new Word("碰撞时间%dms".formatted((value & 0xff) * 4), "for %d ms".formatted((value & 0xff) * 4)),
            new Word("碰撞加速度%.1fg".formatted((value >>> 8) / 10.0), "%.1f g".formatted((value >>> 8) / 10.0)));
    private static final Meaning PICTURES = Meaning.bits("""
            0 摄像通道1定时/定距拍照开 camera 1 on
            1 摄像通道2定时/定距拍照开 camera 2 on
            2 摄像通道3定时/定距拍照开 camera 3 on
            3 摄像通道4定时/定距拍照开 camera 4 on
            4 摄像通道5定时/定距拍照开 camera 5 on
            8 摄像通道1上传 camera 1 uploads
            9 摄像通道2上传 camera 2 uploads
            10 摄像通道3上传 camera 3 uploads
            11 摄像通道4上传 camera 4 uploads
            12 摄像通道5上传 camera 5 uploads
            """);
    /** The upper half is how often. */
    private static final Meaning TIMED = (value, version) -> PICTURES.of(value & 0x1f1f, version);

    private static final Meaning BAUD = Meaning.codes("""
            0 4800bps 4800 bit/s
            1 9600bps 9600 bit/s
            2 19200bps 19200 bit/s
            3 38400bps 38400 bit/s
            4 57600bps 57600 bit/s
            5 115200bps 115200 bit/s
            """);
    private static final Meaning OUTPUT = Meaning.codes("""
            0 500ms 500 ms
            1 1000ms 1000 ms
            2 2000ms 2000 ms
            3 3000ms 3000 ms
            4 4000ms 4000 ms
            """);
    private static final Meaning UPLOAD = Meaning.codes("""
            0x00 本地存储,不上传 stored, not sent
            0x01 按时间间隔上传 by time
            0x02 按距离间隔上传 by distance
            0x0B 按累计时间上传 by time in all
            0x0C 按累计距离上传 by distance in all
            0x0D 按累计条数上传 by number
            """);
    private static final Map<String, Meaning> BY_ID = Map.ofEntries(
            Map.entry("0020", STRATEGY),
            Map.entry("0021", SCHEME),
            Map.entry("0045", ANSWER),
            Map.entry("0050", Alarm.BITS),
            Map.entry("0051", Alarm.BITS),
            Map.entry("0052", Alarm.BITS),
            Map.entry("0053", Alarm.BITS),
            Map.entry("0054", Alarm.BITS),
            Map.entry("005D", COLLISION),
            Map.entry("0064", TIMED),
            Map.entry("0065", TIMED),
            Map.entry("0084", Registration.COLOR),
            Map.entry("0090", TerminalAttributes.GNSS),
            Map.entry("0091", BAUD),
            Map.entry("0092", OUTPUT),
            Map.entry("0094", UPLOAD));

    private ParameterBits() {}

    static Meaning of(String id) {
        return BY_ID.getOrDefault(id, Meaning.NONE);
    }
}
