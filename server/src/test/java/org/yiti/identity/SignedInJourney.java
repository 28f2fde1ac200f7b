package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.Journey;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Of people who sign in: their accounts, browsers and factors. Names are drawn, so that all of them share one house. */
abstract class SignedInJourney extends Journey {

    static final String PASSWORD = "Tongzhou-6-lamps at dusk";
    static final String ACCOUNTS = "/api/identity/accounts";

    final String tag = UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    Clock clock;

    /** One that has arrived, with the grants of its role where it works. */
    long account(String name, Role role, @Nullable UUID institution) {
        var id = database.sql("""
                        insert into identity.account (account, name, password_hash, password_changed_at, role, institution_id, everything)
                        values (:account, '新人', :hash, now(), :role, :institution::uuid, :institution::uuid is null) returning id
                        """)
                .param("account", name)
                .param("hash", passwords.encode(PASSWORD))
                .param("role", role.name())
                .param("institution", institution)
                .query(Long.class)
                .single();
        Granted.only(database, name, role);
        return id;
    }

    long account(String name, Role role) {
        return account(name, role, null);
    }

    long id(String account) {
        return database.sql("select id from identity.account where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    Browser browser() {
        return new Browser(http, "from-" + UUID.randomUUID());
    }

    Browser signedIn(String name) {
        var browser = browser();
        assertThat(browser.signIn(name, PASSWORD)).hasStatusOk();
        return browser;
    }

    /** A system administrator, of whom no second factor is asked. */
    Browser keeper(@Nullable UUID institution) {
        var name = "keeper-" + UUID.randomUUID().toString().substring(0, 8);
        account(name, Role.SYSTEM_ADMINISTRATOR, institution);
        database.sql("update identity.account set demonstration = true where account = ?")
                .param(name)
                .update();
        return signedIn(name);
    }

    /** Opens one for the whole house, as a system administrator does; it has no way in yet and no grants. */
    int opened(Browser keeper, String name, Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("account", name, "name", "新人", "role", "INSPECTOR", "everything", true));
        wish.putAll(changes);
        var opened = keeper.post(ACCOUNTS, wish);
        assertThat(opened).hasStatus(201);
        return (int) json(opened).get("id");
    }

    MvcTestResult change(Browser keeper, long id, Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("name", "新人", "role", "INSPECTOR", "everything", true, "enabled", true));
        wish.putAll(changes);
        return keeper.send(HttpMethod.PUT, ACCOUNTS + "/" + id, wish);
    }

    String invitation(Browser keeper, long id) {
        return (String)
                json(keeper.post(ACCOUNTS + "/" + id + "/invitation", Map.of())).get("token");
    }

    MvcTestResult accept(Browser browser, String token, String password) {
        return browser.post("/api/identity/invitations/accept", Map.of("token", token, "password", password));
    }

    MvcTestResult passkey(Browser browser, SoftAuthenticator key) {
        var order = json(browser.post("/api/identity/passkeys/challenge", Map.of()));
        return browser.post("/api/identity/passkeys", Map.of("name", "钥匙", "attestation", key.make(order)));
    }

    /** As if somebody had come back from a provider and been believed. */
    void link(long account) {
        database.sql("""
                        insert into identity.provider_link (account_id, provider, issuer, subject, linked_at)
                        values (:account, 'province', 'https://province.example', :subject, now())
                        """)
                .param("account", account)
                .param("subject", UUID.randomUUID().toString())
                .update();
    }

    void forgetPassword(long account) {
        database.sql("update identity.account set password_hash = null, password_changed_at = null where id = ?")
                .param(account)
                .update();
    }

    record Enrolled(String secret, List<?> recoveryCodes) {}

    Enrolled enrol(Browser browser) {
        var drawn = json(browser.post("/api/identity/authenticators", Map.of("name", "手机")));
        var secret = (String) drawn.get("secret");
        var confirmation = "/api/identity/authenticators/" + drawn.get("id") + "/confirmation";
        var step = step();
        var confirmed = browser.post(confirmation, Map.of("code", code(secret, -1)));
        if (confirmed.getResponse().getStatus() != 200 && step != step()) {
            // By the time it came, the code before this one was the one before that.
            confirmed = browser.post(confirmation, Map.of("code", code(secret, -1)));
        }
        assertThat(confirmed).hasStatusOk();
        return new Enrolled(secret, (List<?>) json(confirmed).get("recoveryCodes"));
    }

    private long step() {
        return clock.instant().getEpochSecond() / 30;
    }

    /** The code of an app that holds this secret, some steps of thirty seconds from now. */
    String code(String base32, int steps) {
        var bits = new StringBuilder();
        base32.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(five -> bits.append(Integer.toBinaryString(32 + five).substring(1)));
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"),
                            clock.instant().plusSeconds(30L * steps));
        } catch (InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** An institution of a division of its own. */
    UUID institution(String code) {
        var division = "9" + code.replaceAll("[^0-9]", "7").concat("77777").substring(0, 5);
        database.sql(
                        "insert into organization.division (code, name, level) values (?, '甲市', 'CITY') on conflict do nothing")
                .param(division)
                .update();
        return add(
                "organization/institutions",
                Map.of(
                        "code",
                        code,
                        "name",
                        code + "局",
                        "kind",
                        "GOVERNMENT_ORGAN",
                        "level",
                        "CITY",
                        "divisionCode",
                        division));
    }

    UUID person(String code) {
        return add(
                "organization/people",
                Map.of("code", code, "name", "某人" + code, "institutionCode", code, "rank", "科员"));
    }

    MvcTestResult asMachine(String token, HttpMethod method, String path) {
        return http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    static String problem(MvcTestResult result) {
        return String.valueOf(json(result).get("type")).replaceFirst(".*/", "");
    }
}
