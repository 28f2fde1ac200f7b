package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Authentication on every connect (clause 8.11). Before 2019 the code is all there is.
 *
 * @param imei 15 digits, since 2019
 * @param software version of the terminal's software in 20 bytes, since 2019
 */
public record Authentication(Text code, Text imei, Text software) {

    public static final Kind<Authentication> KIND = Kind.of(0x0102, "终端鉴权", "authentication", Authentication::pass);

    private static final int IMEI = 15;
    private static final int SOFTWARE = 20;

    public Authentication(Text code) {
        this(code, Text.NONE, Text.NONE);
    }

    static Authentication pass(Pass<Authentication> p) {
        var said2019 = p.version() == Version.V2019;
        if (p.decide(look -> said2019 && fits2019(look) ? 1 : 0, it -> said2019 && !it.isBare() ? 1 : 0) == 0) {
            return new Authentication(p.text("鉴权码", "code", Authentication::code));
        }
        return new Authentication(
                p.text(org.yiti.jt808.layout.Width.OCTET, "鉴权码", "code", Authentication::code),
                p.text(IMEI, "终端IMEI", "imei", Authentication::imei),
                p.text(SOFTWARE, "软件版本号", "software", Authentication::software));
    }

    /** There are terminals with the header of 2019 that send the bare code of 2013. */
    private static boolean fits2019(Look look) {
        return look.remaining() >= 1 + look.peek(0) + IMEI + SOFTWARE;
    }

    private boolean isBare() {
        return imei.bytes().isEmpty() && software.bytes().isEmpty();
    }
}
