package org.yiti.jt808.driver;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Who drives, by the card that was put in (clause 8.48). May end after the time or after the result: content tells, since
 * terminals send the rest when they should not.
 *
 * @param status 1 card put in, 2 card taken out; 2011 has none, and no time
 */
public record DriverIdentity(
        int status, BcdTime time, @Nullable Card card) {

    public static final Kind<DriverIdentity> KIND =
            Kind.of(0x0702, "驾驶员身份信息采集上报", "driver identity", DriverIdentity::pass);

    private static final Meaning STATUS = Meaning.codes("""
            1 插卡(上班) card put in (on duty)
            2 拔卡(下班) card taken out (off duty)
            """);

    static DriverIdentity pass(Pass<DriverIdentity> p) {
        if (p.version() == Version.V2011) {
            return new DriverIdentity(
                    0, BcdTime.NEVER, new Card(0, p.item("驾驶员", "driver", it -> it.driver(), Driver::of2011)));
        }
        return new DriverIdentity(
                p.octet("状态", "status", STATUS, DriverIdentity::status),
                p.time("时间", "time", DriverIdentity::time),
                p.optional("IC卡", "card", DriverIdentity::card, Card::pass));
    }

    public @Nullable Driver driver() {
        return card == null ? null : card.driver;
    }

    /** What the reader said of the card. */
    public record Card(int result, @Nullable Driver driver) {

        private static final Meaning RESULT = Meaning.codes("""
                0 IC卡读卡成功 read
                1 卡片密钥认证未通过 key not accepted
                2 卡片已被锁定 card locked
                3 卡片被拔出 card taken out
                4 数据校验错误 data corrupt
                """);

        static Card pass(Pass<Card> p) {
            return new Card(
                    p.octet("IC卡读取结果", "result", RESULT, Card::result),
                    p.optional("驾驶员", "driver", Card::driver, Driver::pass));
        }
    }
}
