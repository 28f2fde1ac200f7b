package org.yiti.jt808.session;

import org.yiti.jt808.Catalogue;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Answer to a message that has no answer of its own (clauses 8.1 and 8.2).
 *
 * @param serial of the message that is answered
 * @param messageId of the message that is answered
 */
public record GeneralReply(int serial, int messageId, int result) {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int BAD_MESSAGE = 2;
    public static final int UNSUPPORTED = 3;
    /** The platform only: the alarm was dealt with. */
    public static final int ALARM_HANDLED = 4;

    public static final Kind<GeneralReply> TERMINAL =
            Kind.of(0x0001, "终端通用应答", "terminal general reply", GeneralReply::pass);
    public static final Kind<GeneralReply> PLATFORM =
            Kind.of(0x8001, "平台通用应答", "platform general reply", GeneralReply::pass);

    private static final Meaning NAME = (value, version) -> Catalogue.name((int) value);
    private static final Meaning RESULT = Meaning.codes("""
            0 成功 success
            1 失败 failure
            2 消息有误 bad message
            3 不支持 not supported
            4 报警处理确认 alarm handled
            """);

    static GeneralReply pass(Pass<GeneralReply> p) {
        return new GeneralReply(
                p.word("应答流水号", "serial", GeneralReply::serial),
                p.word("应答ID", "messageId", NAME, GeneralReply::messageId),
                p.octet("结果", "result", RESULT, GeneralReply::result));
    }
}
