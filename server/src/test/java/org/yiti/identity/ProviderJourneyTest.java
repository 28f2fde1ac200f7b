package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.Journey;
import org.yiti.identity.passkey.SoftAuthenticator;
import org.yiti.identity.provider.AuthorizationServer;
import org.yiti.identity.provider.LyingProvider;

/** Somebody links their account with a real provider and signs in through it; and everything a false one might try. */
class ProviderJourneyTest extends Journey {

    private static final String PASSWORD = "Tongzhou-6-lamps at dusk";
    private static final String SIGN_IN = "/api/identity/session/provider";
    private static final String LINKS = "/api/identity/links";
    private static final AuthorizationServer PROVINCE = AuthorizationServer.start();
    private static final LyingProvider LIAR = LyingProvider.start();

    @Autowired
    private PasswordEncoder passwords;

    private final String tag = UUID.randomUUID().toString().substring(0, 12);
    private final String name = "o" + tag;
    private final String elsewhere = "u1" + tag;
    private final SoftAuthenticator key = new SoftAuthenticator();
    private Browser owner;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) throws IOException {
        var secret = Files.createTempFile("secret", "");
        Files.writeString(secret, AuthorizationServer.SECRET + "\n");
        for (var one :
                Map.of("province", PROVINCE.issuer(), "liar", LIAR.issuer()).entrySet()) {
            settings.add("yiti.oidc." + one.getKey() + ".issuer", one::getValue);
            settings.add("yiti.oidc." + one.getKey() + ".client-id", () -> "yiti");
            settings.add("yiti.oidc." + one.getKey() + ".secret-file", secret::toString);
            settings.add("yiti.oidc." + one.getKey() + ".zh", () -> "省统一身份认证");
            settings.add("yiti.oidc." + one.getKey() + ".strong", () -> "mfa");
            settings.add("yiti.oidc." + one.getKey() + ".logout", () -> "true");
        }
    }

    @BeforeEach
    void knowSomebody() {
        owner = somebody(name);
        var order = json(owner.post("/api/identity/passkeys/challenge", Map.of()));
        assertThat(owner.post("/api/identity/passkeys", Map.of("name", "钥匙", "attestation", key.make(order))))
                .hasStatus(201);
    }

    private Browser somebody(String account) {
        database.sql("""
                        insert into identity.account (account, name, password_hash, password_changed_at, role, everything)
                        values (:account, '新人', :hash, now(), 'INSPECTOR', true)
                        """)
                .param("account", account)
                .param("hash", passwords.encode(PASSWORD))
                .update();
        Granted.only(database, account, Role.INSPECTOR);
        var browser = new Browser(http, account);
        assertThat(browser.signIn(account, PASSWORD)).hasStatusOk();
        return browser;
    }

    private Browser anywhere() {
        return new Browser(http, "anywhere-" + UUID.randomUUID());
    }

    private static String leave(Browser browser, String from, String provider) {
        var left = browser.post(from + "/" + provider + "/departure", Map.of());
        assertThat(left).hasStatusOk();
        return (String) json(left).get("address");
    }

    /** What the browser of somebody brings back who signs in at the real provider. */
    private static Map<String, String> there(String address, String who) {
        var back = PROVINCE.signIn(address, who);
        assertThat(back.toString()).contains("code=");
        return fields(back);
    }

    private static Map<String, String> fields(URI address) {
        var fields = new HashMap<>(
                UriComponentsBuilder.fromUri(address).build().getQueryParams().toSingleValueMap());
        fields.keySet().retainAll(List.of("code", "state", "iss"));
        fields.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return fields;
    }

    private static String field(String address, String name) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    private void link(Browser browser, String who) {
        assertThat(browser.post(LINKS, there(leave(browser, LINKS, "province"), who)))
                .hasStatus(204);
    }

    private MvcTestResult signIn(Browser browser, String who) {
        return browser.post(SIGN_IN, there(leave(browser, SIGN_IN, "province"), who));
    }

    @Test
    void offersWhatTheHouseKnows() {
        assertThat(json(anywhere().get("/api/identity/session/ways"))
                        .get("providers")
                        .toString())
                .contains("province", "省统一身份认证");
        assertThat(anywhere().post(SIGN_IN + "/nowhere/departure", Map.of())).hasStatus(404);
    }

    @Test
    void asksForTheCodeOfThisHouseWhereTheProviderAskedForAPasswordOnly() {
        link(owner, elsewhere);
        var browser = anywhere();

        assertThat(json(signIn(browser, elsewhere)))
                .containsEntry("awaitsSecondFactor", true)
                .containsEntry("passkey", true);
        assertThat(browser.get("/api/ledgers")).hasStatus(401);

        var question = json(browser.post("/api/identity/session/second-factor/passkey/challenge", Map.of()));
        assertThat(browser.post("/api/identity/session/second-factor/passkey", key.answer(question)))
                .hasStatus(204);
        assertThat(json(browser.get("/api/identity/session"))).containsEntry("account", name);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void takesTheWordOfAProviderThatAskedForTwoFactors() {
        link(owner, "u2" + tag);
        database.sql("delete from identity.passkey").update();
        var browser = anywhere();

        assertThat(json(signIn(browser, "u2" + tag))).containsEntry("awaitsSecondFactor", false);

        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of());
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=50&action=provider.linked")))
                .anyMatch(entry -> entry.get("object").equals("account/" + name));
    }

    @Test
    void sendsOutWithStateNonceAndPkce() {
        var address = leave(anywhere(), SIGN_IN, "province");

        assertThat(address)
                .startsWith(PROVINCE.issuer() + "/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256");
        for (var secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(field(address, secret)).as(secret).hasSize(43);
            assertThat(field(leave(anywhere(), SIGN_IN, "province"), secret)).isNotEqualTo(field(address, secret));
        }
    }

    @Test
    void knowsNobodyByTheirName() {
        var result = signIn(anywhere(), name);

        assertThat(result).hasStatus(422);
        assertThat(json(result).get("type")).isEqualTo("/problems/identity/provider-sign-in-not-accepted");
    }

    @Test
    void refusesAStateThatIsNotOursOrWasUsedOrIsInAnotherBrowser() {
        link(owner, "u2" + tag);
        var browser = anywhere();
        var brought = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        var other = new HashMap<>(brought);
        other.put("state", "A".repeat(43));

        assertThat(browser.post(SIGN_IN, other)).hasStatus(422);
        assertThat(anywhere().post(SIGN_IN, brought)).as("no mark").hasStatus(422);
        var stranger = anywhere();
        leave(stranger, SIGN_IN, "province");
        assertThat(stranger.post(SIGN_IN, brought)).as("another mark").hasStatus(422);
        assertThat(browser.post(SIGN_IN, brought)).hasStatusOk();
        assertThat(browser.post(SIGN_IN, brought)).as("again").hasStatus(422);
    }

    @Test
    void refusesACodeThatWasUsedOrWasMadeForAnotherAttempt() {
        link(owner, "u2" + tag);
        var browser = anywhere();
        var used = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        assertThat(browser.post(SIGN_IN, used)).hasStatusOk();
        var again = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        again.put("code", used.get("code"));
        assertThat(browser.post(SIGN_IN, again)).hasStatus(422);

        var thief = anywhere();
        var stolen = there(leave(anywhere(), SIGN_IN, "province"), "u2" + tag).get("code");
        var own = there(leave(thief, SIGN_IN, "province"), "u2other");
        own.put("code", stolen);
        assertThat(thief.post(SIGN_IN, own)).as("PKCE").hasStatus(422);
    }

    @Test
    void refusesAnIdTokenWithTheNonceOfAnotherAttempt() {
        link(owner, "u2" + tag);
        var browser = anywhere();
        var address = leave(browser, SIGN_IN, "province");
        var altered = address.replace(field(address, "nonce"), "B".repeat(43));

        assertThat(browser.post(SIGN_IN, there(altered, "u2" + tag))).hasStatus(422);
    }

    @Test
    void refusesAReturnThatAnotherIssuerSent() {
        link(owner, "u2" + tag);
        var browser = anywhere();
        var brought = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        brought.put("iss", LIAR.issuer());

        assertThat(browser.post(SIGN_IN, brought)).hasStatus(422);
    }

    @Test
    void believesOnlyWhatIsSignedForThisHouseAndNotOver() {
        var browser = somebodyLinkedWithTheLiar();
        var past = Date.from(Instant.now().minusSeconds(600));
        var longAgo = Date.from(Instant.now().minusSeconds(1200));

        assertThat(lied(browser, nonce -> LIAR.say(LIAR.truth(tag, nonce).build())))
                .hasStatusOk();
        assertThat(lied(
                        browser,
                        nonce -> LIAR.sayUnsigned(LIAR.truth(tag, nonce).build())))
                .as("alg none")
                .hasStatus(422);
        assertThat(lied(browser, nonce -> LIAR.sayForged(LIAR.truth(tag, nonce).build())))
                .as("another key")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.sayWithSecret(LIAR.truth(tag, nonce).build(), AuthorizationServer.SECRET)))
                .as("HMAC")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(
                                LIAR.truth(tag, nonce).audience("others").build())))
                .as("for another house")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(
                                LIAR.truth(tag, nonce).issuer(PROVINCE.issuer()).build())))
                .as("in the name of another issuer")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(LIAR.truth(tag, nonce)
                                .issueTime(longAgo)
                                .expirationTime(past)
                                .build())))
                .as("over")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(LIAR.truth(tag, "C".repeat(43)).build())))
                .as("nonce")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(
                                LIAR.truth(tag, nonce).claim("nonce", null).build())))
                .as("no nonce")
                .hasStatus(422);
        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(LIAR.truth(tag, nonce).subject(null).build())))
                .as("nobody")
                .hasStatus(422);
    }

    private Browser somebodyLinkedWithTheLiar() {
        var address = leave(owner, LINKS, "liar");
        LIAR.say(LIAR.truth(tag, field(address, "nonce")).build());
        assertThat(owner.post(LINKS, Map.of("state", field(address, "state"), "code", "any")))
                .hasStatus(204);
        return anywhere();
    }

    private MvcTestResult lied(Browser browser, Consumer<String> lie) {
        var address = leave(browser, SIGN_IN, "liar");
        lie.accept(field(address, "nonce"));
        return browser.post(SIGN_IN, Map.of("state", field(address, "state"), "code", "any"));
    }

    @Test
    void doesNotTakeTheSameNumberOfAnotherIssuerForTheSamePerson() {
        link(owner, "u2" + tag);
        var browser = anywhere();

        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(LIAR.truth("u2" + tag, nonce)
                                .claim("amr", List.of("mfa"))
                                .build())))
                .hasStatus(422);
    }

    @Test
    void linksAfterAFreshProofOnlyAndOnlyWhoeverLeft() {
        var brought = there(leave(owner, LINKS, "province"), elsewhere);
        var other = somebody("x" + tag);
        assertThat(other.post(LINKS, brought)).hasStatus(422);
        assertThat(list(other.get(LINKS))).isEmpty();

        var forSignIn = there(leave(owner, SIGN_IN, "province"), elsewhere);
        assertThat(owner.post(LINKS, forSignIn)).as("left for something else").hasStatus(422);

        database.sql("update identity.session set confirmed_at = confirmed_at - interval '11 minutes'")
                .update();
        assertThat(owner.post(LINKS + "/province/departure", Map.of())).hasStatus(403);
    }

    @Test
    void belongsToOneAccountUntilItIsTakenBack() {
        link(owner, "u2" + tag);
        var other = somebody("x" + tag);
        var order = json(other.post("/api/identity/passkeys/challenge", Map.of()));
        other.post("/api/identity/passkeys", Map.of("name", "钥匙", "attestation", new SoftAuthenticator().make(order)));
        assertThat(other.post(LINKS, there(leave(other, LINKS, "province"), "u2" + tag)))
                .hasStatus(422);

        var id = list(owner.get(LINKS)).get(0).get("id");
        assertThat(other.delete(LINKS + "/" + id)).hasStatus(404);
        assertThat(owner.delete(LINKS + "/" + id)).hasStatus(204);

        assertThat(signIn(anywhere(), "u2" + tag)).hasStatus(422);
        link(other, "u2" + tag);
    }

    @Test
    void isOfNoUseOnceTheAccountIsClosed() {
        link(owner, "u2" + tag);
        database.sql("update identity.account set enabled = false where account = :name")
                .param("name", name)
                .update();

        assertThat(signIn(anywhere(), "u2" + tag)).hasStatus(422);
    }

    @Test
    void standsInForThePasswordThatAnInvitationAsksFor() {
        var keeper = somebody("k" + tag);
        database.sql("update identity.account set demonstration = true where account = :name")
                .param("name", "k" + tag)
                .update();
        Granted.only(database, "k" + tag, Role.SYSTEM_ADMINISTRATOR);
        var id = json(keeper.post(
                        "/api/identity/accounts",
                        Map.of("account", "n" + tag, "name", "新人", "role", "INSPECTOR", "everything", true)))
                .get("id");
        var token = json(keeper.post("/api/identity/accounts/" + id + "/invitation", Map.of()))
                .get("token");
        var browser = anywhere();

        assertThat(invited(browser, "no such token")).hasStatus(422);
        assertThat(invited(browser, token)).hasStatusOk();
        assertThat(invited(browser, token)).as("a link works once").hasStatus(422);

        assertThat(signIn(browser, "u2new" + tag)).hasStatusOk();
        assertThat(json(browser.get("/api/identity/session"))).containsEntry("account", "n" + tag);
    }

    private MvcTestResult invited(Browser browser, Object token) {
        var left = browser.post("/api/identity/invitations/provider/province/departure", Map.of("token", token));
        return browser.post(
                "/api/identity/invitations/provider", there((String) json(left).get("address"), "u2new" + tag));
    }

    @Test
    void signsOutThereTooWhereTheHouseWantsIt() {
        link(owner, "u2" + tag);
        var browser = anywhere();
        signIn(browser, "u2" + tag);

        var address = (String)
                json(browser.get("/api/identity/session/provider/farewell")).get("address");

        assertThat(PROVINCE.signIn(address, "u2" + tag)).hasToString("http://localhost/sign-in");
        assertThat(json(owner.get("/api/identity/session/provider/farewell"))).containsEntry("address", null);
    }
}
