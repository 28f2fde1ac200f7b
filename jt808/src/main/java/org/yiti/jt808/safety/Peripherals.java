package org.yiti.jt808.safety;

import java.util.List;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.Width;

/** Devices attached to the terminal, as transparent data of types F7 and F8 (T/JSATL 12 clauses 4.6.2 and 4.6.3). */
public final class Peripherals {

    private static final Meaning DEVICE = Meaning.codes("""
            0x64 高级驾驶辅助系统 driver assistance
            0x65 驾驶员状态监控系统 driver monitoring
            0x66 轮胎气压监测系统 tyre pressure
            0x67 盲点监测系统 blind spot
            """);

    /** What a device is. */
    public record Info(int device, Details details) {

        static Info pass(Pass<Info> p) {
            return new Info(
                    p.octet("外设ID", "device", DEVICE, Info::device),
                    p.sized(Width.OCTET, "系统信息", "details", Info::details, Details::pass));
        }
    }

    /** Texts with their lengths, as its maker gave them. */
    public record Details(Text maker, Text model, Text hardware, Text software, Text device, Text user, Bytes rest) {

        static Details pass(Pass<Details> p) {
            return new Details(
                    p.text(Width.OCTET, "公司名称", "maker", Details::maker),
                    p.text(Width.OCTET, "产品型号", "model", Details::model),
                    p.text(Width.OCTET, "硬件版本号", "hardware", Details::hardware),
                    p.text(Width.OCTET, "软件版本号", "software", Details::software),
                    p.text(Width.OCTET, "设备ID", "device", Details::device),
                    p.text(Width.OCTET, "客户代码", "user", Details::user),
                    p.rest("多余字节", "rest", Details::rest));
        }
    }

    /** How a device is: 1 working, 2 waiting, 3 being upgraded, 4 fault; bits of what is wrong. */
    public record State(int device, Condition condition) {

        static State pass(Pass<State> p) {
            return new State(
                    p.octet("外设ID", "device", DEVICE, State::device),
                    p.sized(Width.OCTET, "状态信息", "condition", State::condition, Condition::pass));
        }
    }

    /** Working or not, and why not. */
    public record Condition(int state, long faults, Bytes rest) {

        private static final Meaning STATE = Meaning.codes("""
                1 正常工作 working
                2 待机状态 waiting
                3 升级维护 being upgraded
                4 设备异常 fault
                """);
        private static final Meaning FAULTS = Meaning.bits("""
                0 摄像头异常 camera
                1 主存储器异常 main store
                2 辅存储器异常 spare store
                3 红外补光异常 infrared lamp
                4 扬声器异常 loudspeaker
                5 电池异常 battery
                10 通讯模块异常 communication
                11 定位模块异常 positioning
                """);

        static Condition pass(Pass<Condition> p) {
            return new Condition(
                    p.octet("工作状态", "state", STATE, Condition::state),
                    p.dword("报警状态", "faults", FAULTS, Condition::faults),
                    p.rest("多余字节", "rest", Condition::rest));
        }
    }

    public static final ValueKind<List<Info>> INFO =
            new ValueKind<>(Family.TRANSPARENT, 0xF8, "外设系统信息", "devices", length -> length > 0, Peripherals::info);
    public static final ValueKind<List<State>> STATE = new ValueKind<>(
            Family.TRANSPARENT, 0xF7, "外设状态信息", "deviceStates", length -> length > 0, Peripherals::states);
    public static final List<ValueKind<?>> ALL = List.of(INFO, STATE);

    private Peripherals() {}

    private static List<Info> info(Pass<List<Info>> p) {
        return p.list(Width.OCTET, "外设列表", "devices", it -> it, Info::pass);
    }

    private static List<State> states(Pass<List<State>> p) {
        return p.list(Width.OCTET, "外设列表", "devices", it -> it, State::pass);
    }
}
