package org.yiti.jt808.vendor;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
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

    public static final Kind<Text> TEXT_REPLY =
            Kind.of(0x6006, "文本应答", "text reply", p -> p.text("文本", "text", it -> it));
    public static final Kind<Bytes> WIDE_TEXT_REPLY =
            Kind.of(0x1300, "文本应答(UTF-16)", "text reply in UTF-16", p -> p.rest("文本", "text", it -> it));
    public static final Kind<Empty> SECOND_HEARTBEAT = Kind.of(0x0506, "心跳2", "second heartbeat", p -> Empty.BODY);
    public static final Kind<Empty> CLOCK_QUESTION = Kind.of(0x0109, "校时请求", "clock question", p -> Empty.BODY);
    public static final Kind<Clock> CLOCK = Kind.of(0x8109, "校时应答", "clock", Clock::pass);
    public static final Kind<Text> TIME_ZONE = Kind.of(0x1007, "时区", "time zone", p -> p.text("时区", "zone", it -> it));
    public static final Kind<List<Location>> SMALL_BATCH =
            Kind.of(0x0210, "位置批量汇报(短)", "location batch with short lengths", Trackers::batch);

    public static final List<Kind<?>> ALL =
            List.of(TEXT_REPLY, WIDE_TEXT_REPLY, SECOND_HEARTBEAT, CLOCK_QUESTION, CLOCK, TIME_ZONE, SMALL_BATCH);

    private Trackers() {}

    private static List<Location> batch(Pass<List<Location>> p) {
        return p.list(
                "位置汇报数据项",
                "locations",
                it -> it,
                one -> one.sized(Width.OCTET, "位置汇报数据体", "location", it -> it, Location::pass));
    }

    /** A date and time in plain numbers, UTC. */
    public record Clock(int year, int month, int day, int hour, int minute, int second) {

        static Clock pass(Pass<Clock> p) {
            return new Clock(
                    p.word("年", "year", Clock::year),
                    p.octet("月", "month", Clock::month),
                    p.octet("日", "day", Clock::day),
                    p.octet("时", "hour", Clock::hour),
                    p.octet("分", "minute", Clock::minute),
                    p.octet("秒", "second", Clock::second));
        }
    }
}
