package org.yiti.jt808.control;

import java.util.ArrayList;
import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Word;

/**
 * Orders to the terminal itself (clause 8.15).
 *
 * @param arguments separated by semicolons, for orders 1 and 2
 */
public record TerminalControl(int command, Text arguments) {

    public static final int UPGRADE = 1;
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

    /** 2019 has no more of the words 1, 3, 6 and 7. */
    private static final Meaning BY_EDITION = (value, version) -> {
        var words = COMMAND.of(value, version);
        var isGone = version == Version.V2019 && (value == 1 || value == 3 || value == 6 || value == 7);
        return isGone
                ? words.stream()
                        .map(it -> new Word(it.zh() + "(2019版已取消)", it.en() + " (not in 2019)"))
                        .toList()
                : words;
    };

    private static final List<Word> SERVER = List.of(
            new Word("连接控制(0切换到指定服务器,1切换回原服务器)", "connection (0 to that server, 1 back)"),
            new Word("监管平台鉴权码", "authentication code"),
            new Word("拨号点名称", "APN"),
            new Word("拨号用户名", "dial user"),
            new Word("拨号密码", "dial password"),
            new Word("地址", "server"),
            new Word("TCP端口", "TCP port"),
            new Word("UDP端口", "UDP port"),
            new Word("连接时限(min)", "time limit (min)"));
    private static final List<Word> SOFTWARE = List.of(
            new Word("URL地址", "URL"),
            new Word("拨号点名称", "APN"),
            new Word("拨号用户名", "dial user"),
            new Word("拨号密码", "dial password"),
            new Word("地址", "server"),
            new Word("TCP端口", "TCP port"),
            new Word("UDP端口", "UDP port"),
            new Word("制造商ID", "maker"),
            new Word("硬件版本", "hardware"),
            new Word("固件版本", "firmware"),
            new Word("连接时限(min)", "time limit (min)"));

    public TerminalControl(int command) {
        this(command, Text.NONE);
    }

    static TerminalControl pass(Pass<TerminalControl> p) {
        var command = p.octet("命令字", "command", BY_EDITION, TerminalControl::command);
        return new TerminalControl(
                command, p.text("命令参数", "arguments", given -> explained(command, given), TerminalControl::arguments));
    }

    /** Each argument with its name. */
    private static List<Word> explained(int command, Text given) {
        var names = command == SWITCH_SERVER ? SERVER : command == UPGRADE ? SOFTWARE : List.<Word>of();
        var parts = given.toString().split(";", -1);
        var said = new ArrayList<Word>();
        for (var i = 0; i < Math.min(parts.length, names.size()); i++) {
            var name = names.get(i);
            said.add(new Word(name.zh() + ":" + parts[i], name.en() + ": " + parts[i]));
        }
        return said;
    }
}
