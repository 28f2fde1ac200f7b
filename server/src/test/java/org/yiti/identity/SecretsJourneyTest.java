package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.Journey;
import org.yiti.identity.passkey.SoftAuthenticator;

/** What opens a door is never written into a log, however much is logged and whatever goes wrong (ASVS 5.0 16.2.5). */
class SecretsJourneyTest extends Journey {

    private static final String PASSWORD = "Tongzhou-6-lamps at dusk";
    private static final String ANOTHER = "Qianmen-7-arrows at dawn";

    @Autowired
    private PasswordEncoder passwords;

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.yiti");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = ours.getLevel();

    @BeforeEach
    void listen() {
        heard.start();
        root.addAppender(heard);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        ours.setLevel(before);
        root.detachAppender(heard);
    }

    private Browser keeper(String name) {
        database.sql("""
                        insert into identity.account (account, name, password_hash, role, everything, demonstration)
                        values (:account, '管理员', :hash, 'SYSTEM_ADMINISTRATOR', true, true)
                        """)
                .param("account", name)
                .param("hash", passwords.encode(PASSWORD))
                .update();
        Granted.only(database, name, Role.SYSTEM_ADMINISTRATOR);
        return new Browser(http, name);
    }

    private static String cookie(Browser browser) {
        return browser.token().orElseThrow();
    }

    @Test
    void passwordsTokensSessionsAndSecretsAreNeverLogged() {
        var name = "s" + UUID.randomUUID().toString().substring(0, 12);
        var secrets = new ArrayList<>(List.of(PASSWORD, ANOTHER, "Wrong-8-password of a guesser"));
        var admin = keeper("k" + name);
        admin.signIn("k" + name, "Wrong-8-password of a guesser");
        admin.signIn("k" + name, PASSWORD);
        secrets.add(cookie(admin));

        var opened = json(admin.post(
                "/api/identity/accounts",
                Map.of("account", name, "name", "新人", "role", "INSPECTOR", "everything", true)));
        Granted.only(database, name, Role.INSPECTOR);
        var token = (String) json(admin.post("/api/identity/accounts/" + opened.get("id") + "/invitation", Map.of()))
                .get("token");
        secrets.add(token);
        var newcomer = new Browser(http, name);
        newcomer.post("/api/identity/invitations/accept", Map.of("token", token, "password", ANOTHER));
        newcomer.post("/api/identity/invitations/accept", Map.of("token", token, "password", ANOTHER));
        newcomer.signIn(name, ANOTHER);
        secrets.add(cookie(newcomer));
        var drawn = json(newcomer.post("/api/identity/authenticators", Map.of("name", "手机")));
        secrets.add((String) drawn.get("secret"));
        newcomer.post("/api/identity/authenticators/" + drawn.get("id") + "/confirmation", Map.of("code", "000000"));
        var key = new SoftAuthenticator();
        var order = json(newcomer.post("/api/identity/passkeys/challenge", Map.of()));
        var added = json(newcomer.post("/api/identity/passkeys", Map.of("name", "钥匙", "attestation", key.make(order))));
        var codes = (List<?>) added.get("recoveryCodes");
        assertThat(codes).hasSize(10).allSatisfy(code -> secrets.add((String) code));
        var other = new Browser(http, "other-" + name);
        other.signIn(name, ANOTHER);
        other.post("/api/identity/session/second-factor", Map.of("code", codes.get(0)));
        other.post("/api/identity/session/second-factor", Map.of("code", codes.get(0)));
        var machine = (String) json(newcomer.post(
                        "/api/identity/tokens",
                        Map.of("name", "对接", "permissions", List.of("ledger.read"), "days", 1, "ranges", List.of())))
                .get("token");
        secrets.add(machine);
        var forged = machine.substring(0, machine.length() - 4) + "AAAA";
        secrets.add(forged);
        for (var bearer : List.of(machine, forged)) {
            http.get()
                    .uri("/api/premises/sites")
                    .header("Authorization", "Bearer " + bearer)
                    .exchange();
        }
        newcomer.post("/api/identity/password", Map.of("current", ANOTHER, "password", PASSWORD, "next", PASSWORD));
        newcomer.delete("/api/identity/session");

        LoggerFactory.getLogger("org.yiti.SecretsJourneyTest").info("The log is heard");
        assertThat(secrets).doesNotContainNull().hasSizeGreaterThanOrEqualTo(19);
        assertThat(heard.list).isNotEmpty();
        assertThat(heard.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                        .doesNotContain(secrets));
    }
}
