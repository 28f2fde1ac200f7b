package org.yiti;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.FirstAccount;

/** The last word of a start: where to look, and who to be. */
@Component
@ConditionalOnProperty(name = "yiti.prepare", matchIfMissing = true, havingValue = "false")
@Order(Ordered.LOWEST_PRECEDENCE)
class Announcement implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;
    private final DemonstrationAccounts accounts;
    private final FirstAccount first;

    Announcement(Environment environment, DemonstrationAccounts accounts, FirstAccount first) {
        this.environment = environment;
        this.accounts = accounts;
        this.first = first;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var host = address(environment.getProperty("server.address"));
        log.info("Yiti 一体 is ready: http://{}:{}", host, port);
        first.invite()
                .ifPresent(token -> log.info(
                        "There is no system administrator who can sign in yet. Choose the password of the first one here, once, within a day: http://{}:{}/invitation#{}",
                        host,
                        port,
                        token));
        List<DemonstrationAccounts.Opened> opened = accounts.list();
        if (!opened.isEmpty()) {
            log.info(
                    "This is a demonstration. Its accounts, all with the password {}:", DemonstrationAccounts.PASSWORD);
            opened.forEach(account -> log.info(
                    "  {}  {} {} ({})",
                    "%-10s".formatted(account.account()),
                    account.name(),
                    account.role().label().zh(),
                    account.role().label().en()));
        }
    }

    private static String address(@Nullable String configured) {
        return configured == null || configured.equals("0.0.0.0") ? "127.0.0.1" : configured;
    }
}
