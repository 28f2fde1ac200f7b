package org.yiti.kernel.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in a sentence why a start came to nothing, where a stack trace would say no more. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);

    StartReport(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (isStopping()) {
            log.info("Stopped before the start was finished; the next start goes on with it");
            return true;
        }
        var sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        log.error("{}", sentence);
        return true;
    }

    private static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused.getMessage();
            }
            if (cause instanceof PortInUseException taken) {
                return "Port %d is taken by another program. Stop it, or choose another port: YITI_PORT=%d"
                        .formatted(taken.getPort(), taken.getPort() + 1);
            }
        }
        return null;
    }

    /** Whoever was told to stop fails in whatever it was doing: that is no news. */
    private static boolean isStopping() {
        try {
            var hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }
}
