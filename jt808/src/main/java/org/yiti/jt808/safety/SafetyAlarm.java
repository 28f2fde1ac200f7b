package org.yiti.jt808.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * An alarm of an assistance system (T/JSATL 12 tables 4-15, 4-17, 4-19 and 4-20): what it is, where it was, how to ask for
 * its files.
 *
 * @param state 0 no matter, 1 begins, 2 ends
 * @param type by the kind of alarm, see {@link SafetyExtras}
 * @param details what differs by the kind of alarm, where there is such
 * @param wheels of tyre pressure alarms only
 */
public record SafetyAlarm<D>(
        long id,
        int state,
        int type,
        @Nullable D details,
        Moment moment,
        AlarmTag tag,
        @Nullable List<Wheel> wheels) {

    private static final Meaning STATE = Meaning.codes("""
            0 不可用 no matter
            1 开始标志 begins
            2 结束标志 ends
            """);
    private static final int BEFORE_DETAILS = 6;
    private static final int WHEEL = 9;

    /** What is wrong with one tyre. */
    public record Wheel(int position, int alarms, int pressure, int temperature, int battery) {

        private static final Meaning ALARMS = Meaning.bits("""
                0 定时上报 as usual
                1 胎压过高报警 pressure too high
                2 胎压过低报警 pressure too low
                3 胎温过高报警 too hot
                4 传感器异常报警 sensor fault
                5 胎压不平衡报警 uneven pressure
                6 慢漏气报警 slow leak
                7 电池电量低报警 battery low
                """);

        static Wheel pass(Pass<Wheel> p) {
            return new Wheel(
                    p.octet("胎压报警位置", "position", Wheel::position),
                    p.word("报警/事件类型", "alarms", ALARMS, Wheel::alarms),
                    p.word("胎压", "pressure", Meaning.unit("kPa"), Wheel::pressure),
                    p.word("胎温", "temperature", Meaning.unit("°C"), Wheel::temperature),
                    p.word("电池电量", "battery", Meaning.unit("%"), Wheel::battery));
        }
    }

    /** @param bytes how many the details take */
    static <D> Layout<SafetyAlarm<D>> layout(int bytes, Meaning types, Layout<D> details) {
        var behind = BEFORE_DETAILS + bytes + Moment.LENGTH;
        return p -> {
            var tag = p.decide(look -> AlarmTag.length(look.remaining() - behind, p.version()), it -> it.tag.length());
            return new SafetyAlarm<>(
                    p.dword("报警ID", "id", SafetyAlarm::id),
                    p.octet("标志状态", "state", STATE, SafetyAlarm::state),
                    p.octet("报警/事件类型", "type", types, SafetyAlarm::type),
                    bytes == 0 ? null : p.item("报警参数", "details", SafetyAlarm::details, details),
                    p.item("报警时刻", "moment", SafetyAlarm::moment, Moment::pass),
                    p.item("报警标识号", "tag", SafetyAlarm::tag, AlarmTag.layout(tag)),
                    null);
        };
    }

    /** Of tyres: no type of its own, but wheels behind. */
    static SafetyAlarm<Details.None> ofTyres(Pass<SafetyAlarm<Details.None>> p) {
        var behind = BEFORE_DETAILS - 1 + Moment.LENGTH;
        var tag = p.decide(look -> tag(look, behind, p.version()), it -> it.tag.length());
        return new SafetyAlarm<>(
                p.dword("报警ID", "id", SafetyAlarm::id),
                p.octet("标志状态", "state", STATE, SafetyAlarm::state),
                0,
                null,
                p.item("报警时刻", "moment", SafetyAlarm::moment, Moment::pass),
                p.item("报警标识号", "tag", SafetyAlarm::tag, AlarmTag.layout(tag)),
                p.list(Width.OCTET, "报警/事件列表", "wheels", it -> it.wheels == null ? List.of() : it.wheels, Wheel::pass));
    }

    private static int tag(Look look, int behind, Version version) {
        for (var length : AlarmTag.LENGTHS) {
            if (look.remaining() == behind + length + 1 + WHEEL * look.peek(behind + length)) {
                return length;
            }
        }
        return AlarmTag.length(0, version);
    }

    static boolean fits(long length, int details) {
        return AlarmTag.isLength((int) length - BEFORE_DETAILS - details - Moment.LENGTH);
    }
}
