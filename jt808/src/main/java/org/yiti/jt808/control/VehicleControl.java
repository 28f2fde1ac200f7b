package org.yiti.jt808.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Locks or opens doors (clause 8.33): one byte of flags until 2013; since 2019 commands, of which some platforms send one
 * without the count in front.
 *
 * @param flags bit 0 locks the doors; absent in 2019
 * @param commands since 2019
 * @param counted whether the count is there
 */
public record VehicleControl(@Nullable Integer flags, List<Command> commands, boolean counted) {

    public static final Kind<VehicleControl> KIND = Kind.of(0x8500, "车辆控制", "vehicle control", VehicleControl::pass);

    private static final Meaning FLAGS = Meaning.bits("0 车门加锁 lock doors");
    private static final int BY_FLAGS = 0;
    private static final int COUNTED = 1;

    /** Until 2013. */
    public static VehicleControl flags(int flags) {
        return new VehicleControl(flags, List.of(), false);
    }

    /** Since 2019. */
    public static VehicleControl of(Command... commands) {
        return new VehicleControl(null, List.of(commands), true);
    }

    /** What is to be done; type 1 is the doors, 0 locks and 1 opens them. */
    public record Command(int type, int parameter) {

        private static final Meaning TYPE = Meaning.codes("1 车门 doors");
        private static final Meaning PARAMETER = Meaning.codes("""
                0 车门锁闭 lock
                1 车门开启 open
                """);

        static Command pass(Pass<Command> p) {
            return new Command(
                    p.word("控制类型", "type", TYPE, Command::type),
                    p.octet("控制参数", "parameter", PARAMETER, Command::parameter));
        }
    }

    static VehicleControl pass(Pass<VehicleControl> p) {
        var said2019 = p.version() == Version.V2019;
        var form = p.decide(look -> form(said2019, look), VehicleControl::form);
        if (form == BY_FLAGS) {
            return flags(p.octet("控制标志", "flags", FLAGS, it -> it.flags == null ? 0 : it.flags));
        }
        return new VehicleControl(
                null,
                form == COUNTED
                        ? p.list(Width.WORD, "控制类型列表", "commands", VehicleControl::commands, Command::pass)
                        : p.list("控制类型列表", "commands", VehicleControl::commands, Command::pass),
                form == COUNTED);
    }

    private static int form(boolean said2019, Look look) {
        if (!said2019 || look.remaining() < 2) {
            return BY_FLAGS;
        }
        return look.remaining() == 3 ? COUNTED + 1 : COUNTED;
    }

    private int form() {
        return flags != null ? BY_FLAGS : counted ? COUNTED : COUNTED + 1;
    }
}
