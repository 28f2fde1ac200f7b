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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.Journey;

/** From an account that an administrator opens to one that is closed: invitation, second factor, sessions, confirmation. */
class AccountsJourneyTest extends Journey {

    private static final String PASSWORD = "Tongzhou-6-lamps at dusk";

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Clock clock;

    private Browser admin;
    private final String name = "a" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void signInAnAdministrator() {
        var keeper = "k" + UUID.randomUUID().toString().substring(0, 12);
        database.sql("""
                        insert into identity.account (account, name, password_hash, role, everything, demonstration)
                        values (:account, '管理员', :hash, 'SYSTEM_ADMINISTRATOR', true, true)
                        """)
                .param("account", keeper)
                .param("hash", passwords.encode(PASSWORD))
                .update();
        Granted.only(database, keeper, Role.SYSTEM_ADMINISTRATOR);
        admin = new Browser(http, keeper);
        assertThat(admin.signIn(keeper, PASSWORD)).hasStatusOk();
    }

    private int open(Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("account", name, "name", "新人", "role", "INSPECTOR", "everything", true));
        wish.putAll(changes);
        var opened = admin.post("/api/identity/accounts", wish);
        assertThat(opened).hasStatus(201);
        Granted.only(database, name, Role.valueOf((String) wish.get("role")));
        return (int) json(opened).get("id");
    }

    private MvcTestResult opening(Account by, boolean everything, Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("account", name, "name", "甲", "role", "OFFICER", "everything", everything));
        wish.putAll(changes);
        return post(by, "/api/identity/accounts", wish);
    }

    private String invite(int id) {
        return (String) json(admin.post("/api/identity/accounts/" + id + "/invitation", Map.of()))
                .get("token");
    }

    private Browser arrived(int id) {
        var browser = new Browser(http, name);
        assertThat(browser.post("/api/identity/invitations/accept", Map.of("token", invite(id), "password", PASSWORD)))
                .hasStatusOk();
        assertThat(json(browser.signIn(name, PASSWORD))).containsEntry("awaitsSecondFactor", false);
        return browser;
    }

    private record Enrolled(String secret, List<?> recoveryCodes) {}

    private Enrolled enrol(Browser browser) {
        var drawn = json(browser.post("/api/identity/authenticators", Map.of("name", "手机")));
        var secret = (String) drawn.get("secret");
        var confirmed = browser.post(
                "/api/identity/authenticators/" + drawn.get("id") + "/confirmation", Map.of("code", code(secret, -1)));
        assertThat(confirmed).hasStatusOk();
        return new Enrolled(secret, (List<?>) json(confirmed).get("recoveryCodes"));
    }

    /** The code of an app that holds this secret, some steps of thirty seconds from now. */
    private String code(String base32, int steps) {
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

    @Test
    void opensNothingToSomebodyWithoutTheSecondFactorBeforeTheyHaveIt() {
        var browser = arrived(open(Map.of()));

        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of("SECOND_FACTOR"));
        assertThat(browser.get("/api/ledgers")).hasStatus(403);

        enrol(browser);

        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of());
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void asksForACodeAfterThePasswordAndTakesEachOnce() {
        var secret = enrol(arrived(open(Map.of()))).secret();
        var browser = new Browser(http, name);

        assertThat(json(browser.signIn(name, PASSWORD))).containsEntry("awaitsSecondFactor", true);
        assertThat(browser.get("/api/identity/session")).hasStatus(401);
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", "000000")))
                .hasStatus(422);
        var code = code(secret, 0);
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", code)))
                .hasStatusOk();
        assertThat(browser.get("/api/ledgers")).hasStatusOk();

        var thief = new Browser(http, name);
        thief.signIn(name, PASSWORD);
        assertThat(thief.post("/api/identity/session/second-factor", Map.of("code", code)))
                .hasStatus(422);
    }

    @Test
    void takesARecoveryCodeOnceWhenThePhoneIsLost() {
        var codes = enrol(arrived(open(Map.of()))).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var browser = new Browser(http, name);

        browser.signIn(name, PASSWORD);
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", codes.get(0))))
                .hasStatusOk();

        browser.signIn(name, PASSWORD);
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", codes.get(0))))
                .hasStatus(422);
    }

    @Test
    void makesWhoeverGuessesCodesWait() {
        enrol(arrived(open(Map.of())));
        var browser = new Browser(http, name);
        browser.signIn(name, PASSWORD);

        for (var i = 0; i < Profile.MLPS3.failures(); i++) {
            assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", "00000" + i)))
                    .hasStatus(422);
        }
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", "000009")))
                .hasStatus(429);
        assertThat(browser.signIn(name, PASSWORD)).hasStatus(429);
    }

    @Test
    void asksForAProofBeforeAGraveActOfAnOldSession() {
        database.sql("update identity.session set confirmed_at = confirmed_at - interval '11 minutes'")
                .update();
        var wish = Map.of("account", name, "name", "新人", "role", "INSPECTOR", "everything", true);
        assertThat(admin.post("/api/identity/accounts", wish)).hasStatus(403);

        assertThat(admin.post("/api/identity/session/confirmation", Map.of("code", "wrong")))
                .hasStatus(422);
        assertThat(admin.post("/api/identity/session/confirmation", Map.of("code", PASSWORD)))
                .hasStatus(204);

        assertThat(admin.post("/api/identity/accounts", wish)).hasStatus(201);
    }

    @Test
    void takesEverythingFromWhoeverIsClosedAtOnce() {
        var id = open(Map.of());
        var browser = arrived(id);
        enrol(browser);
        var link = invite(id);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();

        assertThat(admin.send(
                        HttpMethod.PUT,
                        "/api/identity/accounts/" + id,
                        Map.of("name", "新人", "role", "INSPECTOR", "everything", true, "enabled", false)))
                .hasStatus(204);

        assertThat(browser.get("/api/ledgers")).hasStatus(401);
        assertThat(browser.signIn(name, PASSWORD)).hasStatus(422);
        assertThat(browser.post("/api/identity/invitations/accept", Map.of("token", link, "password", PASSWORD)))
                .hasStatus(422);
    }

    @Test
    void takesARightAwayWithTheNextRequest() {
        var id = open(Map.of());
        var browser = arrived(id);
        enrol(browser);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();

        database.sql("update identity.grant set revoked_at = now(), revoked_by = 'yiti' where account_id = ?")
                .param(id)
                .update();

        assertThat(browser.get("/api/ledgers")).hasStatus(403);
        assertThat(browser.get("/api/identity/session")).hasStatusOk();
    }

    @Test
    void keepsAnAdministratorFromRaisingAnybodyBeyondTheirOwnPart() {
        var division =
                "9" + UUID.randomUUID().toString().replaceAll("[^0-9]", "1").substring(0, 5);
        database.sql("insert into organization.division (code, name, level) values (:code, '甲市', 'CITY')")
                .param("code", division)
                .update();
        var one = institution(division);
        var other = institution(division);
        var local = new Account("local-" + name, "县管理员", Role.SYSTEM_ADMINISTRATOR, one, false);

        assertThat(opening(local, true, Map.of())).hasStatus(403);
        assertThat(opening(local, false, Map.of("institutionId", other))).hasStatus(404);
        assertThat(opening(local, false, Map.of())).hasStatus(422);
        assertThat(opening(local, false, Map.of("institutionId", one))).hasStatus(201);
        assertThat(list(get(local, "/api/identity/accounts")))
                .extracting("account")
                .containsExactly(name);
    }

    private UUID institution(String division) {
        return add(
                "organization/institutions",
                Map.of(
                        "code", "I-" + UUID.randomUUID().toString().substring(0, 8),
                        "name", "某局",
                        "kind", "GOVERNMENT_ORGAN",
                        "level", "CITY",
                        "divisionCode", division));
    }

    @Test
    void refusesAnAccountNameThatIsTaken() {
        open(Map.of());

        assertThat(admin.post(
                        "/api/identity/accounts",
                        Map.of("account", name, "name", "另一人", "role", "INSPECTOR", "everything", true)))
                .hasStatus(409);
    }

    @Test
    void refusesPasswordsThatAreShortPlainOrGuessed() {
        var token = invite(open(Map.of()));
        for (var weak : List.of("Sh0rt!", "onlysmallletters", "Password1234", "Qwertyuiop12", name + "A1", "  ")) {
            assertThat(admin.post("/api/identity/invitations/accept", Map.of("token", token, "password", weak)))
                    .as(weak)
                    .hasStatus(422);
        }
        assertThat(admin.post("/api/identity/invitations/accept", Map.of("token", token, "password", PASSWORD)))
                .hasStatusOk();
    }

    @Test
    void changesAPasswordAndEndsEveryOtherSession() {
        var browser = arrived(open(Map.of()));
        var other = new Browser(http, name);
        var secret = enrol(browser).secret();
        other.signIn(name, PASSWORD);
        assertThat(other.post("/api/identity/session/second-factor", Map.of("code", code(secret, 0))))
                .hasStatusOk();
        var another = "Another-7-lamps at dawn";

        assertThat(browser.post("/api/identity/password", Map.of("current", "wrong", "password", another)))
                .hasStatus(422);
        assertThat(browser.post("/api/identity/password", Map.of("current", PASSWORD, "password", PASSWORD)))
                .hasStatus(422);
        assertThat(browser.post("/api/identity/password", Map.of("current", PASSWORD, "password", another)))
                .hasStatus(204);

        assertThat(other.get("/api/ledgers")).hasStatus(401);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
        assertThat(new Browser(http, name).signIn(name, PASSWORD)).hasStatus(422);
        assertThat(new Browser(http, name).signIn(name, another)).hasStatusOk();
    }

    @Test
    void asksForAnotherPasswordAfterNinetyDays() {
        var browser = arrived(open(Map.of()));
        enrol(browser);
        database.sql(
                        "update identity.account set password_changed_at = password_changed_at - interval '91 days' where account = :name")
                .param("name", name)
                .update();

        assertThat(browser.get("/api/ledgers")).hasStatus(403);
        assertThat(browser.post(
                        "/api/identity/password", Map.of("current", PASSWORD, "password", "Another-7-lamps at dawn")))
                .hasStatus(204);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void keepsTheLastAuthenticator() {
        var browser = arrived(open(Map.of()));
        enrol(browser);
        var overview = json(browser.get("/api/identity/authenticators"));
        var id = ((List<Map<String, Object>>) overview.get("authenticators"))
                .get(0)
                .get("id");

        assertThat(browser.delete("/api/identity/authenticators/" + id)).hasStatus(409);
        assertThat(overview).containsEntry("recoveryCodesLeft", 10);
    }

    @Test
    void letsWhoeverLostEverythingBeginAnew() {
        var id = open(Map.of());
        var browser = arrived(id);
        enrol(browser);

        assertThat(admin.delete("/api/identity/accounts/" + id + "/authenticators"))
                .hasStatus(204);

        assertThat(browser.get("/api/identity/session")).hasStatus(401);
        assertThat(json(browser.signIn(name, PASSWORD))).containsEntry("awaitsSecondFactor", false);
        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of("SECOND_FACTOR"));
    }
}
