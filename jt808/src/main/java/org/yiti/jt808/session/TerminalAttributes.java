package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * What a terminal is (clause 8.18). Terminals of 2019 ship with makers of 5 or 11 bytes, some with the rooms of 2013; the
 * right ones are those after which two bytes remain behind the two version texts.
 *
 * @param iccid ten bytes of BCD
 */
public record TerminalAttributes(
        int type,
        Text maker,
        Text model,
        Text terminal,
        String iccid,
        Text hardware,
        Text firmware,
        int gnss,
        int communication) {

    public static final Kind<TerminalAttributes> KIND = Kind.of(
                    0x0107, "查询终端属性应答", "terminal attributes", TerminalAttributes::pass)
            .since(Version.V2013);

    private static final Meaning TYPE = Meaning.bits("""
            0 适用客运车辆 for passenger vehicles
            1 适用危险品车辆 for dangerous goods
            2 适用普通货运车辆 for goods
            3 适用出租车辆 for taxis
            6 支持硬盘录像 records to disk
            7 分体机 in several parts
            8 适用挂车 for trailers
            """);
    /** Bits of positioning systems, as parameter 0090 has them too. */
    public static final Meaning GNSS = Meaning.bits("""
            0 支持GPS GPS
            1 支持北斗 BeiDou
            2 支持GLONASS GLONASS
            3 支持Galileo Galileo
            """);

    private static final Meaning COMMUNICATION = Meaning.bits("""
            0 支持GPRS GPRS
            1 支持CDMA CDMA
            2 支持TD-SCDMA TD-SCDMA
            3 支持WCDMA WCDMA
            4 支持CDMA2000 CDMA2000
            5 支持TD-LTE TD-LTE
            7 支持其他方式 others
            """);
    /** Maker, model, terminal; the likeliest first. */
    private static final int[][] ROOMS = {{5, 30, 30}, {11, 30, 30}, {5, 20, 7}};

    static TerminalAttributes pass(Pass<TerminalAttributes> p) {
        var usual = p.version() == Version.V2019 ? 0 : 2;
        var rooms = ROOMS[p.decide(look -> fitting(look, usual), it -> of(it, usual))];
        return new TerminalAttributes(
                p.word("终端类型", "type", TYPE, TerminalAttributes::type),
                p.text(rooms[0], "制造商ID", "maker", TerminalAttributes::maker),
                p.text(rooms[1], "终端型号", "model", TerminalAttributes::model),
                p.text(rooms[2], "终端ID", "terminal", TerminalAttributes::terminal),
                p.digits(10, "终端SIM卡ICCID", "iccid", TerminalAttributes::iccid),
                p.text(Width.OCTET, "终端硬件版本号", "hardware", TerminalAttributes::hardware),
                p.text(Width.OCTET, "终端固件版本号", "firmware", TerminalAttributes::firmware),
                p.octet("GNSS模块属性", "gnss", GNSS, TerminalAttributes::gnss),
                p.octet("通信模块属性", "communication", COMMUNICATION, TerminalAttributes::communication));
    }

    private static int fitting(Look look, int usual) {
        if (fits(look, ROOMS[usual])) {
            return usual;
        }
        for (var i = 0; i < ROOMS.length; i++) {
            if (fits(look, ROOMS[i])) {
                return i;
            }
        }
        return usual;
    }

    private static boolean fits(Look look, int[] rooms) {
        var hardware = 2 + rooms[0] + rooms[1] + rooms[2] + 10;
        var firmware = hardware + 1 + look.peek(hardware);
        return look.peek(hardware) >= 0
                && look.peek(firmware) >= 0
                && look.remaining() == firmware + 1 + look.peek(firmware) + 2;
    }

    private static int of(TerminalAttributes it, int usual) {
        for (var i = 0; i < ROOMS.length; i++) {
            if (it.maker.bytes().length() == ROOMS[i][0]
                    && it.model.bytes().length() == ROOMS[i][1]
                    && it.terminal.bytes().length() == ROOMS[i][2]) {
                return i;
            }
        }
        return usual;
    }
}
