package org.yiti.jt808.driver;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** An electronic waybill (clause 8.47.4); some makers answer text commands with it. */
public record Waybill(Bytes content) {

    public static final Kind<Waybill> KIND = Kind.of(0x0701, "电子运单上报", "electronic waybill", Waybill::pass);

    static Waybill pass(Pass<Waybill> p) {
        return new Waybill(p.bytes(Width.DWORD, "电子运单内容", "content", Waybill::content));
    }

    public Text text() {
        return Text.of(content);
    }
}
