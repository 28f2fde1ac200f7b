package org.yiti.supervision.subscriptions;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.springframework.mail.MailException;
import org.yiti.kernel.Label;

/** Why a message was not taken: kept by its name, told in words, and never in those of the other side, which may be anything. */
enum Undelivered {
    ANSWERED("对方返回 %s", "it answered %s"),
    LATE("对方没有及时回应", "no answer in time"),
    NOT_HTTP("对方的回应不是 HTTP", "what it answered is not HTTP"),
    NOT_ALLOWED("这个地址不在允许的范围内", "the address may not be called"),
    NOT_FOUND("找不到这个主机", "its host cannot be found"),
    NOT_TRUSTED("对方的证书不可信", "its certificate is not trusted"),
    NOT_REACHED("没有连上", "it could not be reached"),
    NO_MAIL("系统没有配置邮件服务器", "no mail server is set up"),
    MAIL_REFUSED("邮件服务器没有收下", "the mail server did not take it"),
    NO_SECRET("签名密钥已销毁", "its secret was destroyed"),
    CLOSED("账号已停用", "the account is closed"),
    BROKEN("系统出错，已记入日志", "something went wrong here; the log tells what");

    /** Thrown by whatever sends. */
    static final class Failure extends IOException {

        private final String kept;

        Failure(Undelivered why) {
            this(why, "");
        }

        /** @param with what its words have room for */
        Failure(Undelivered why, Object with) {
            super((why + " " + with).strip());
            this.kept = (why + " " + with).strip();
        }
    }

    private final Label words;

    Undelivered(String zh, String en) {
        this.words = new Label(zh, en);
    }

    /** As it is kept: the name, and what its words have room for. */
    static String of(Exception e) {
        return e instanceof Failure failure ? failure.kept : kind(e).name();
    }

    private static Undelivered kind(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return LATE;
        }
        if (e instanceof UnknownHostException) {
            return NOT_FOUND;
        }
        if (e instanceof SSLException) {
            return NOT_TRUSTED;
        }
        if (e instanceof MailException || e instanceof MessagingException) {
            return MAIL_REFUSED;
        }
        return e instanceof IOException ? NOT_REACHED : BROKEN;
    }

    static Label words(String kept) {
        var parts = kept.split(" ", 2);
        var words = valueOf(parts[0]).words;
        var with = parts.length > 1 ? parts[1] : "";
        return new Label(words.zh().formatted(with), words.en().formatted(with));
    }
}
