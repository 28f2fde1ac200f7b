package org.yiti.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Acting;
import org.yiti.identity.Scope;

/** How PostgreSQL answers the very statement of a list, asked as somebody, with the policies that hold them. */
final class Plans {

    private static final String BEFORE = "Executing prepared SQL statement [";

    private final House house;

    Plans(House house) {
        this.house = house;
    }

    /** @param of what stands in the statement that is meant, such as its table */
    List<String> of(Browser browser, String account, String path, String of) throws Exception {
        var statement = overheard(browser, path, of);
        var acting =
                house.bean(AccountDirectory.class).find(account, null, null).orElseThrow();
        var plan = new AtomicReference<List<String>>(List.of());
        Acting.as(
                acting,
                () -> house.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    var scope = house.bean(Scope.class).institutions();
                    var bound = scope == null ? new Object[0] : new Object[] {scope.toArray(UUID[]::new)};
                    plan.set(house.bean(JdbcTemplate.class)
                            .queryForList("explain (analyze, buffers, costs off) " + statement, String.class, bound));
                }));
        return Objects.requireNonNull(plan.get());
    }

    private static String overheard(Browser browser, String path, String of) throws Exception {
        var heard = new AtomicReference<String>("");
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var ear = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var said = event.getFormattedMessage();
                if (said.startsWith(BEFORE) && said.contains(of)) {
                    heard.compareAndSet("", said.substring(BEFORE.length(), said.length() - 1));
                }
            }
        };
        ear.start();
        var before = logger.getLevel();
        logger.addAppender(ear);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            browser.get(path);
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(ear);
        }
        return Objects.requireNonNull(heard.get());
    }
}
