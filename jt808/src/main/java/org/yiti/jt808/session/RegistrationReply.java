package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Answer to a registration (clause 8.9).
 *
 * @param serial of the registration
 * @param code to authenticate with, only there when the result is 0
 */
public record RegistrationReply(int serial, int result, Text code) {

    public static final int OK = 0;
    public static final int VEHICLE_ALREADY_REGISTERED = 1;
    public static final int VEHICLE_UNKNOWN = 2;
    public static final int TERMINAL_ALREADY_REGISTERED = 3;
    public static final int TERMINAL_UNKNOWN = 4;

    public static final Kind<RegistrationReply> KIND =
            Kind.of(0x8100, "终端注册应答", "registration reply", RegistrationReply::pass);

    private static final Meaning RESULT = Meaning.codes("""
            0 成功 success
            1 车辆已被注册 vehicle already registered
            2 数据库中无该车辆 no such vehicle
            3 终端已被注册 terminal already registered
            4 数据库中无该终端 no such terminal
            """);

    static RegistrationReply pass(Pass<RegistrationReply> p) {
        return new RegistrationReply(
                p.word("应答流水号", "serial", RegistrationReply::serial),
                p.octet("结果", "result", RESULT, RegistrationReply::result),
                p.text("鉴权码", "code", RegistrationReply::code));
    }
}
