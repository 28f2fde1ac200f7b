package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A value from outside can neither begin a line of the log nor move the cursor of whoever reads it (ASVS 5.0 16.4.1). */
class LogLinesTest {

    private static String line(String message, Throwable failure) throws Exception {
        var settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0);
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(
                String.valueOf(settings.getProperty("logging.pattern.console")).replace("%wEx", "%ex"));
        layout.start();
        return layout.doLayout(
                new LoggingEvent("", context.getLogger("org.yiti"), Level.WARN, "{}", failure, new Object[] {message}));
    }

    @Test
    void aForgedLineStaysWithinItsOwn() throws Exception {
        var line = line("li\r\n10:00:00 INFO admin signed in\u2028\u0085\u001b[2Jx\tfleet", null);

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line.strip()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085]");
        assertThat(line).contains("admin signed in").contains("fleet");
    }

    @Test
    void theLinesOfAFailureAreMarkedAsSuch() throws Exception {
        var line = line("broke", new IllegalStateException("a\n10:00:00 INFO admin signed in"));

        assertThat(line.lines().skip(1)).isNotEmpty().allMatch(next -> next.startsWith("  | "));
        assertThat(line.split("IllegalStateException: a")).hasSize(2);
    }
}
