package org.yiti.jt808.control;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * The terminal is to call a number (clause 8.31).
 *
 * @param flag 1 has it listen without telling the people in the car: for no platform to send lightly
 */
public record CallBack(int flag, Text phone) {

    public static final Kind<CallBack> KIND = Kind.of(0x8400, "电话回拨", "call back", CallBack::pass);

    private static final Meaning FLAG = Meaning.codes("""
            0 普通通话 call
            1 监听 listen in
            """);

    static CallBack pass(Pass<CallBack> p) {
        return new CallBack(p.octet("标志", "flag", FLAG, CallBack::flag), p.text("电话号码", "phone", CallBack::phone));
    }
}
