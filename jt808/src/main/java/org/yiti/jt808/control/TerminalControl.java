package org.yiti.jt808.control;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Orders to the terminal itself (clause 8.15).
 *
 * @param arguments separated by semicolons, for orders 1 and 2
 */
public record TerminalControl(int command, Text arguments) {

    public static final int SWITCH_SERVER = 2;
    public static final int RESET = 4;
    public static final int FACTORY_SETTINGS = 5;

    public static final Kind<TerminalControl> KIND = Kind.of(0x8105, "终端控制", "terminal control", TerminalControl::pass);

    private static final Meaning COMMAND = Meaning.codes("""
            1 无线升级 upgrade over the air
            2 控制终端连接指定服务器 connect to another server
            3 终端关机 switch off
            4 终端复位 reset
            5 终端恢复出厂设置 factory settings
            6 关闭数据通信 close data communication
            7 关闭所有无线通信 close all radio
            0x64 断开油电(厂商) cut fuel and power (makers)
            0x65 恢复油电(厂商) restore fuel and power (makers)
            0xF0 断开油电(厂商) cut fuel and power (makers)
            0xF1 恢复油电(厂商) restore fuel and power (makers)
            """);

    public TerminalControl(int command) {
        this(command, Text.NONE);
    }

    static TerminalControl pass(Pass<TerminalControl> p) {
        return new TerminalControl(
                p.octet("命令字", "command", COMMAND, TerminalControl::command),
                p.text("命令参数", "arguments", TerminalControl::arguments));
    }
}
