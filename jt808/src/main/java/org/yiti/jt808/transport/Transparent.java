package org.yiti.jt808.transport;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Data for or of another device (clauses 8.61 and 8.62).
 *
 * @param type 00 detailed positions, 0B card reader, 41 and 42 serial ports, F0 to FF makers' own
 */
public record Transparent(int type, Bytes data) {

    public static final Kind<Transparent> DOWN = Kind.of(0x8900, "数据下行透传", "transparent data down", Transparent::pass);
    public static final Kind<Transparent> UP = Kind.of(0x0900, "数据上行透传", "transparent data up", Transparent::pass);

    private static final Meaning TYPE = Meaning.codes("""
            0x00 GNSS模块详细定位数据 detailed positions
            0x0B 道路运输证IC卡信息 card reader
            0x41 串口1透传 serial port 1
            0x42 串口2透传 serial port 2
            0xF7 外设状态信息 state of attached devices
            0xF8 外设系统信息 attached devices
            """);

    static Transparent pass(Pass<Transparent> p) {
        var type = p.octet("透传消息类型", "type", TYPE, Transparent::type);
        return new Transparent(type, p.tagged(type, Family.TRANSPARENT, Transparent::data));
    }
}
