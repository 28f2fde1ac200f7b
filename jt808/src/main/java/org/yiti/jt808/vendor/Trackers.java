package org.yiti.jt808.vendor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.session.Empty;

/**
 * What low-cost trackers and locks add to the standard, as open servers have learned it in the field. They reuse ids, so
 * these are for {@link org.yiti.jt808.Dialects#TRACKER} only.
 */
public final class Trackers {

    /** Text commands are answered with it; the bytes say how they are coded. */
    public record TextReply(int encoding, Text text) {

        static TextReply pass(Pass<TextReply> p) {
            return new TextReply(p.octet("编码", "encoding", TextReply::encoding), p.text("文本", "text", TextReply::text));
        }
    }

    /** The same in UTF-16 with the bytes kept as they are. */
    public record WideTextReply(int serial, Bytes text) {

        static WideTextReply pass(Pass<WideTextReply> p) {
            return new WideTextReply(
                    p.word("应答流水号", "serial", WideTextReply::serial),
                    p.utf16("文本(UTF-16)", "text", WideTextReply::text));
        }
    }

    /** A heartbeat with how the tracker is; some send the first of these only. */
    public record Heartbeat(
            @Nullable Integer battery,
            @Nullable Integer signal,
            @Nullable Integer status) {

        static Heartbeat pass(Pass<Heartbeat> p) {
            return new Heartbeat(
                    p.optional(
                            "电池电量",
                            "battery",
                            Heartbeat::battery,
                            it -> it.octet("电池电量", "battery", Meaning.PERCENT, Integer::intValue)),
                    p.optional(
                            "信号强度", "signal", Heartbeat::signal, it -> it.octet("信号强度", "signal", Integer::intValue)),
                    p.optional("状态", "status", Heartbeat::status, it -> it.octet("状态", "status", Integer::intValue)));
        }
    }

    /** A date and time in plain numbers, UTC. */
    public record Clock(
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            @Nullable Integer result) {

        static Clock pass(Pass<Clock> p) {
            return new Clock(
                    p.word("年(UTC)", "year", Clock::year),
                    p.octet("月", "month", Clock::month),
                    p.octet("日", "day", Clock::day),
                    p.octet("时", "hour", Clock::hour),
                    p.octet("分", "minute", Clock::minute),
                    p.octet("秒", "second", Clock::second),
                    p.optional("结果", "result", Clock::result, it -> it.octet("结果", "result", Integer::intValue)));
        }
    }

    /** How a tracker moved; each axis has its sign in the top bit. */
    public record Acceleration(BcdTime time, int x, int y, int z) {

        private static final Meaning AXIS =
                Meaning.unit("").as(value -> (value & 0x8000) == 0 ? value : -(value & 0x7fff));

        static Acceleration pass(Pass<Acceleration> p) {
            return new Acceleration(
                    p.time("时间", "time", Acceleration::time),
                    p.word("X轴", "x", AXIS, Acceleration::x),
                    p.word("Y轴", "y", AXIS, Acceleration::y),
                    p.word("Z轴", "z", AXIS, Acceleration::z));
        }
    }

    /** A setting with an id and a length of one byte each. */
    public record Setting(int id, Bytes value) {

        private static final Meaning ID = Meaning.codes("""
                0x06 定时上报间隔 report interval
                0x23 重启 restart
                0x24 布防/撤防 arm or disarm
                """);

        static Setting pass(Pass<Setting> p) {
            return new Setting(
                    p.octet("参数ID", "id", ID, Setting::id), p.bytes(Width.OCTET, "参数值", "value", Setting::value));
        }
    }

    /** Cuts or restores the fuel: a command no platform sends lightly. */
    public record FuelControl(int cut, BcdTime time) {

        private static final Meaning CUT = Meaning.codes("""
                0 恢复油路 restore
                1 断开油路 cut
                """);

        static FuelControl pass(Pass<FuelControl> p) {
            return new FuelControl(
                    p.octet("油路控制", "cut", CUT, FuelControl::cut), p.time("时间", "time", FuelControl::time));
        }
    }

    /** Positions one after the other with lengths of one byte, or a battery and a time where there is no position. */
    public record SmallBatch(@Nullable Battery battery, List<Location> locations) {

        static SmallBatch pass(Pass<SmallBatch> p) {
            if (p.decide(look -> look.remaining() == Battery.BYTES ? 1 : 0, it -> it.battery == null ? 0 : 1) == 1) {
                return new SmallBatch(p.item("电量", "battery", SmallBatch::battery, Battery::pass), List.of());
            }
            return new SmallBatch(
                    null,
                    p.list(
                            "位置汇报数据项",
                            "locations",
                            SmallBatch::locations,
                            one -> one.sized(Width.OCTET, "位置汇报数据体", "location", it -> it, Location::pass)));
        }
    }

    /** How full a battery was at what time. */
    public record Battery(int percent, BcdTime time) {

        private static final int BYTES = 7;

        static Battery pass(Pass<Battery> p) {
            return new Battery(
                    p.octet("电池电量", "percent", Meaning.PERCENT, Battery::percent), p.time("时间", "time", Battery::time));
        }
    }

    public static final Kind<TextReply> TEXT_REPLY = Kind.of(0x6006, "文本应答", "text reply", TextReply::pass);
    public static final Kind<WideTextReply> WIDE_TEXT_REPLY =
            Kind.of(0x1300, "文本应答(UTF-16)", "text reply in UTF-16", WideTextReply::pass);
    public static final Kind<Text> COMMAND_REPLY =
            Kind.of(0x0701, "指令应答", "command reply", p -> p.text(Width.DWORD, "应答文本", "text", it -> it));
    public static final Kind<Heartbeat> HEARTBEAT = Kind.of(0x0002, "终端心跳(带状态)", "heartbeat", Heartbeat::pass);
    public static final Kind<Empty> SECOND_HEARTBEAT = Kind.of(0x0506, "心跳2", "second heartbeat", p -> Empty.BODY);
    public static final Kind<Empty> CLOCK_QUESTION = Kind.of(0x0109, "校时请求", "clock question", p -> Empty.BODY);
    public static final Kind<Clock> CLOCK = Kind.of(0x8109, "校时应答", "clock", Clock::pass);
    public static final Kind<Text> TIME_ZONE = Kind.of(0x1007, "时区", "time zone", p -> p.text("时区", "zone", it -> it));
    public static final Kind<SmallBatch> SMALL_BATCH =
            Kind.of(0x0210, "位置批量汇报(短)", "location batch with short lengths", SmallBatch::pass);
    public static final Kind<List<Acceleration>> ACCELERATION =
            Kind.of(0x2070, "加速度数据", "acceleration", p -> p.list("加速度", "samples", it -> it, Acceleration::pass));
    public static final Kind<List<Setting>> SETTINGS = Kind.of(
            0x0310,
            "参数设置(短)",
            "settings with short ids",
            p -> p.list(Width.OCTET, "参数", "settings", it -> it, Setting::pass));
    public static final Kind<FuelControl> FUEL_CONTROL = Kind.of(0xA006, "油路控制", "fuel control", FuelControl::pass);
    public static final Kind<Bytes> PHOTO =
            Kind.of(0x8888, "图片数据", "picture data", p -> p.rest("数据", "data", it -> it));

    public static final List<Kind<?>> ALL = List.of(
            TEXT_REPLY,
            WIDE_TEXT_REPLY,
            COMMAND_REPLY,
            HEARTBEAT,
            SECOND_HEARTBEAT,
            CLOCK_QUESTION,
            CLOCK,
            TIME_ZONE,
            SMALL_BATCH,
            ACCELERATION,
            SETTINGS,
            FUEL_CONTROL,
            PHOTO,
            ShortPosition.NOW,
            ShortPosition.EARLIER,
            ShortPosition.Reply.KIND);

    private Trackers() {}
}
