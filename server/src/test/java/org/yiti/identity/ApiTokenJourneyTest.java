package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.Journey;
import org.yiti.identity.passkey.SoftAuthenticator;
import tools.jackson.databind.json.JsonMapper;

/** A token is made for a machine, does what it is for and nothing else, and ends at once. */
class ApiTokenJourneyTest extends Journey {

    private static final String PASSWORD = "Tongzhou-6-lamps at dusk";
    private static final String TOKENS = "/api/identity/tokens";

    @Autowired
    private PasswordEncoder passwords;

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 12);
    private Browser owner;
    private String address = "10.1.2.3";

    @BeforeEach
    void knowSomebody() {
        open(name, "OFFICER", false);
        owner = new Browser(http, name);
        assertThat(owner.signIn(name, PASSWORD)).hasStatusOk();
        var order = json(owner.post("/api/identity/passkeys/challenge", Map.of()));
        assertThat(owner.post(
                        "/api/identity/passkeys",
                        Map.of("name", "钥匙", "attestation", new SoftAuthenticator().make(order))))
                .hasStatus(201);
    }

    private long open(String account, String role, boolean demonstration) {
        var id = database.sql("""
                        insert into identity.account (account, name, password_hash, password_changed_at, role, everything, demonstration)
                        values (:account, '新人', :hash, now(), :role, true, :demonstration) returning id
                        """)
                .param("account", account)
                .param("hash", passwords.encode(PASSWORD))
                .param("role", role)
                .param("demonstration", demonstration)
                .query(Long.class)
                .single();
        Granted.only(database, account, Role.valueOf(role));
        return id;
    }

    private Map<String, Object> wish(Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("name", "对接", "permissions", List.of("ledger.read"), "days", 30, "ranges", List.of()));
        wish.putAll(changes);
        return wish;
    }

    private String issue(Map<String, ?> changes) {
        var issued = owner.post(TOKENS, wish(changes));
        assertThat(issued).hasStatus(201);
        return (String) json(issued).get("token");
    }

    /** As a machine asks: no cookie, no token against forgery. */
    private MvcTestResult ask(String token, HttpMethod method, String path, Cookie... cookies) {
        var request = http.method(method)
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + token)
                .with(one -> {
                    one.setRemoteAddr(address);
                    return one;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(Map.of()));
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return request.exchange();
    }

    private MvcTestResult get(String token, String path) {
        return ask(token, HttpMethod.GET, path);
    }

    @Test
    void letsAMachineInWithoutASessionAndShowsWhenItCame() {
        var token = issue(Map.of());
        assertThat(token).startsWith("yiti_");

        var answered = get(token, "/api/ledgers");

        assertThat(answered).hasStatusOk();
        assertThat(answered.getResponse().getCookie("YITI_SESSION")).isNull();
        var listed = ((List<Map<String, Object>>) json(owner.get(TOKENS)).get("tokens")).get(0);
        assertThat(listed).containsEntry("name", "对接").containsEntry("usedFrom", address);
        assertThat(listed.get("usedAt")).isNotNull();
        assertThat(listed.toString()).doesNotContain(token.substring(5));
    }

    @Test
    void doesWhatItIsForAndNothingElseThatItsOwnerMay() {
        var reads = issue(Map.of());
        var writes = issue(Map.of("permissions", List.of("ledger.read", "ledger.write")));

        assertThat(ask(reads, HttpMethod.POST, "/api/premises/rooms")).hasStatus(403);
        assertThat(ask(writes, HttpMethod.POST, "/api/premises/rooms"))
                .as("past the doors: what the row lacks is another matter")
                .hasStatus(422);
    }

    @Test
    void isGivenNothingThatItsOwnerHasNot() {
        assertThat(owner.post(TOKENS, wish(Map.of("permissions", List.of("audit.read")))))
                .hasStatus(422);
        assertThat(owner.post(TOKENS, wish(Map.of("permissions", List.of("no.such")))))
                .hasStatus(422);
        assertThat(owner.post(TOKENS, wish(Map.of("permissions", List.of())))).hasStatus(422);
        assertThat((List<Object>) json(owner.get(TOKENS)).get("permissions")).doesNotContain("account.keep");
    }

    @Test
    void loosesWithItsOwnersRoleWhatTheRoleLoses() {
        var token = issue(Map.of("permissions", List.of("ledger.read", "ledger.write")));
        Granted.only(database, name, Role.INSPECTOR);

        assertThat(ask(token, HttpMethod.POST, "/api/premises/rooms")).hasStatus(403);
        assertThat(get(token, "/api/ledgers")).hasStatusOk();
    }

    @Test
    void neitherGovernsAccountsNorDoesGraveActs() {
        assertThat(owner.post(TOKENS, wish(Map.of("permissions", List.of("account.keep")))))
                .hasStatus(422);
        var token = issue(Map.of());

        for (var path : List.of(
                "/api/identity/accounts",
                "/api/identity/tokens",
                "/api/identity/session",
                "/api/identity/passkeys",
                "/api/identity/authenticators",
                "/api/%69dentity/accounts")) {
            assertThat(get(token, path)).as(path).hasStatus(403);
        }
        assertThat(ask(token, HttpMethod.POST, TOKENS)).hasStatus(403);
        assertThat(ask(token, HttpMethod.POST, "/api/identity/passkeys/challenge"))
                .hasStatus(403);
        assertThat(ask(token, HttpMethod.DELETE, "/api/identity/session")).hasStatus(403);
    }

    @Test
    void neverRunsOnTheSessionThatIsSentAlong() {
        var session = owner.get("/api/ledgers").getRequest().getCookies();

        assertThat(ask("yiti_wrong", HttpMethod.POST, "/api/premises/rooms", session))
                .hasStatus(401);
        assertThat(ask("", HttpMethod.POST, "/api/premises/rooms", session)).hasStatus(401);
    }

    @Test
    void worksFromItsAddressesOnly() {
        var token = issue(Map.of("ranges", List.of("10.1.0.0/16", "2001:db8::/32")));

        assertThat(get(token, "/api/ledgers")).hasStatusOk();
        address = "2001:db8::7";
        assertThat(get(token, "/api/ledgers")).hasStatusOk();
        address = "10.2.0.1";
        assertThat(get(token, "/api/ledgers")).hasStatus(401);
        address = "no address";
        assertThat(get(token, "/api/ledgers")).hasStatus(401);

        for (var none : List.of("10.1.0.0/40", "the office", "")) {
            assertThat(owner.post(TOKENS, wish(Map.of("ranges", List.of(none)))))
                    .as(none)
                    .hasStatus(422);
        }
    }

    @Test
    void endsAtOnceWhenItIsRevokedOrItsTimeIsOverOrItsAccountIsClosed() {
        var revoked = issue(Map.of());
        var id = ((List<Map<String, Object>>) json(owner.get(TOKENS)).get("tokens"))
                .get(0)
                .get("id");
        assertThat(owner.delete(TOKENS + "/" + id)).hasStatus(204);
        assertThat(owner.delete(TOKENS + "/" + id)).hasStatus(404);
        assertThat(get(revoked, "/api/ledgers")).hasStatus(401);

        var old = issue(Map.of("days", 1));
        database.sql(
                        "update identity.api_token set created_at = created_at - interval '1 day', expires_at = expires_at - interval '1 day' where revoked_at is null")
                .update();
        assertThat(get(old, "/api/ledgers")).hasStatus(401);

        var closed = issue(Map.of());
        database.sql("update identity.account set enabled = false where account = :name")
                .param("name", name)
                .update();
        assertThat(get(closed, "/api/ledgers")).hasStatus(401);
    }

    @Test
    void livesAYearAtMost() {
        assertThat(owner.post(TOKENS, wish(Map.of("days", 366)))).hasStatus(422);
        assertThat(owner.post(TOKENS, wish(Map.of("days", 0)))).hasStatus(422);
        assertThat(owner.post(TOKENS, wish(Map.of("days", 365)))).hasStatus(201);
    }

    @Test
    void isMadeOnlyAfterAFreshProof() {
        database.sql("update identity.session set confirmed_at = confirmed_at - interval '11 minutes'")
                .update();

        assertThat(owner.post(TOKENS, wish(Map.of()))).hasStatus(403);
    }

    @Test
    void makesWhoeverComesWithWrongOnesWaitButNotTheGoodOne() {
        var good = issue(Map.of());
        for (var i = 0; i < Profile.MLPS3.failures(); i++) {
            assertThat(get("yiti_wrong-" + name, "/api/ledgers")).hasStatus(401);
        }

        assertThat(get("yiti_wrong-" + name, "/api/ledgers")).hasStatus(429);
        assertThat(get(good, "/api/ledgers")).hasStatusOk();
    }

    @Test
    void isKeptAsAHashAndToldToTheAudit() {
        var token = issue(Map.of());
        var forged = "yiti_forged-" + name;
        assertThat(get(forged, "/api/ledgers")).hasStatus(401);

        assertThat(database.sql(
                                "select encode(token_hash, 'hex') from identity.api_token where account_id = (select id from identity.account where account = ?)")
                        .param(name)
                        .query(String.class)
                        .single())
                .as("SHA-256, as openssl would give it")
                .isEqualTo(sha256(token));
        assertThat(database.sql("select account from identity.failed_sign_in where account like 'token %'")
                        .query(String.class)
                        .list())
                .as("recognised by the beginning of its hash")
                .contains("token " + sha256(forged).substring(0, 12))
                .noneMatch(counted -> counted.contains(forged));
        var failed = items(get(AUDITOR, "/api/safeguard/audit/entries?limit=50&action=session.sign-in-failed"));
        assertThat(failed).isNotEmpty();
        assertThat(failed.toString()).doesNotContain(forged);
        assertThat(database.sql("select t::text from identity.api_token t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token) || row.contains(token.substring(5)));
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=50&action=token.issued")))
                .anyMatch(entry -> entry.get("object").equals("account/" + name));
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    @Test
    void refusesATokenWithOneCharacterChanged() {
        var token = issue(Map.of());
        for (var at : List.of(0, 5, token.length() - 3)) {
            var forged = new StringBuilder(token);
            forged.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');

            assertThat(get(forged.toString(), "/api/ledgers")).as("at " + at).hasStatus(401);
        }
        assertThat(get(token, "/api/ledgers")).hasStatusOk();
    }

    @Test
    void isMadeByAdministratorsForMachinesAndForNobodyElse() {
        var keeper = "k" + name.substring(1);
        open(keeper, "SYSTEM_ADMINISTRATOR", true);
        var admin = new Browser(http, keeper);
        admin.signIn(keeper, PASSWORD);
        var opened = admin.post(
                "/api/identity/accounts",
                Map.of("account", "m" + name.substring(1), "name", "财政系统", "role", "OFFICER", "everything", true));
        var machine = "/api/identity/accounts/" + json(opened).get("id") + "/tokens";
        var person = "/api/identity/accounts/"
                + database.sql("select id from identity.account where account = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                + "/tokens";

        Granted.only(database, "m" + name.substring(1), Role.OFFICER);

        var issued = admin.post(machine, wish(Map.of()));
        assertThat(issued).hasStatus(201);
        var token = (String) json(issued).get("token");
        assertThat(get(token, "/api/ledgers")).hasStatusOk();
        assertThat(admin.post(person, wish(Map.of()))).hasStatus(409);
        assertThat(admin.post(TOKENS, wish(Map.of())))
                .as("a demonstration account")
                .hasStatus(403);
        assertThat(owner.get(machine)).hasStatus(403);

        assertThat(admin.delete(machine + "/" + json(issued).get("id"))).hasStatus(204);
        assertThat(get(token, "/api/ledgers")).hasStatus(401);
        assertThat((List<Object>) json(admin.get(machine)).get("tokens")).isEmpty();

        issue(Map.of());
        assertThat((List<Object>) json(admin.get(person)).get("tokens")).hasSize(1);
    }
}
