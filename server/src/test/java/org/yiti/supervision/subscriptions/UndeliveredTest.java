package org.yiti.supervision.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.MailSendException;

class UndeliveredTest {

    @Test
    void isToldByWhatWentWrongAndNotInTheWordsOfTheOtherSide() {
        assertThat(Undelivered.of(new SocketTimeoutException("Read timed out"))).isEqualTo("LATE");
        assertThat(Undelivered.of(new UnknownHostException("hook.example"))).isEqualTo("NOT_FOUND");
        assertThat(Undelivered.of(new SSLHandshakeException("<script>"))).isEqualTo("NOT_TRUSTED");
        assertThat(Undelivered.of(new ConnectException("refused"))).isEqualTo("NOT_REACHED");
        assertThat(Undelivered.of(new IOException("<b>boo</b>"))).isEqualTo("NOT_REACHED");
        assertThat(Undelivered.of(new MailSendException("550 go away"))).isEqualTo("MAIL_REFUSED");
        assertThat(Undelivered.of(new AuthenticationFailedException("no"))).isEqualTo("MAIL_REFUSED");
        assertThat(Undelivered.of(new IllegalStateException())).isEqualTo("BROKEN");
    }

    @Test
    void saysWhatWasAnswered() {
        var kept = Undelivered.of(new Undelivered.Failure(Undelivered.ANSWERED, 503));
        assertThat(kept).isEqualTo("ANSWERED 503");
        assertThat(Undelivered.words(kept).zh()).isEqualTo("对方返回 503");
        assertThat(Undelivered.words(kept).en()).isEqualTo("it answered 503");
    }

    @ParameterizedTest
    @EnumSource
    void isWordedAsItIsKept(Undelivered why) {
        assertThat(Undelivered.words(why.name()).zh()).isNotBlank();
        assertThat(Undelivered.words(Undelivered.of(new Undelivered.Failure(why))))
                .isEqualTo(Undelivered.words(why.name()));
    }
}
