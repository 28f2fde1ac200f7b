package org.yiti.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.StaticMessageSource;

/** A bug is told to whoever runs the server, and to whoever asked only its number. */
class IncidentTest {

    @Test
    void whatBreaksIsLoggedWholeAndAnsweredByANumber() {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var logger = (Logger) LoggerFactory.getLogger(ProblemAdvice.class);
        logger.addAppender(heard);
        var sentences = new StaticMessageSource();
        sentences.addMessage("kernel.incident", Locale.ENGLISH, "Something broke: {incident}");

        var answer = new ProblemAdvice(new Wording(sentences), event -> {})
                .broken(new IllegalStateException("jdbc:postgresql://secret"), Locale.ENGLISH);
        logger.detachAppender(heard);

        var number = String.valueOf(answer.getBody().getProperties().get("incident"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().toString()).contains(number).doesNotContain("secret", "IllegalState");
        assertThat(heard.list).singleElement().satisfies(told -> {
            assertThat(told.getFormattedMessage()).contains(number);
            assertThat(told.getThrowableProxy().getMessage()).contains("secret");
        });
    }
}
