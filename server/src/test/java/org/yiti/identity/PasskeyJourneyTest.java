package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Somebody adds a passkey, signs in with it, proves with it, and what becomes of those who only pretend to. */
class PasskeyJourneyTest extends SignedInJourney {

    private static final String PASSKEYS = "/api/identity/passkeys";
    private static final String SESSION = "/api/identity/session";

    private final String name = "p" + tag;
    private final SoftAuthenticator key = new SoftAuthenticator();
    private Browser owner;

    @BeforeEach
    void knowSomebody() {
        account(name, Role.INSPECTOR);
        owner = signedIn(name);
    }

    private Map<String, Object> order(Browser browser) {
        return json(browser.post(PASSKEYS + "/challenge", Map.of()));
    }

    private MvcTestResult add(Browser browser, SoftAuthenticator made) {
        return browser.post(PASSKEYS, Map.of("name", "工作电脑", "attestation", made.make(order(browser))));
    }

    private Map<String, Object> question(Browser browser, String path) {
        return json(browser.post(SESSION + path + "/challenge", Map.of()));
    }

    private MvcTestResult answer(Browser browser, String path) {
        return browser.post(SESSION + path, key.answer(question(browser, path)));
    }

    @Test
    void countsAsTheSecondFactorThatTheHouseAsksFor() {
        assertThat(json(owner.get(SESSION))).containsEntry("lacks", List.of("SECOND_FACTOR"));

        var added = add(owner, key);

        assertThat(added).hasStatus(201);
        assertThat((List<?>) json(added).get("recoveryCodes")).hasSize(10);
        assertThat(json(owner.get(SESSION))).containsEntry("lacks", List.of()).containsEntry("passkey", true);
        assertThat(owner.get("/api/ledgers")).hasStatusOk();
        assertThat(list(owner.get(PASSKEYS))).extracting("name").containsExactly("工作电脑");
    }

    @Test
    void signsInWithoutAPassword() {
        add(owner, key);
        var browser = browser();

        assertThat(answer(browser, "/passkey")).hasStatus(204);

        assertThat(json(browser.get(SESSION))).containsEntry("account", name);
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
        assertThat(told("session.signed-in", "passkey")).isEqualTo(1);
    }

    @Test
    void standsInForTheCodeAfterThePassword() {
        key.discoverable = false;
        key.verifies = false;
        add(owner, key);
        var browser = browser();

        assertThat(json(browser.signIn(name, PASSWORD)))
                .containsEntry("awaitsSecondFactor", true)
                .containsEntry("passkey", true);
        assertThat(browser.get("/api/ledgers")).hasStatus(401);
        assertThat(answer(browser, "/second-factor/passkey")).hasStatus(204);

        assertThat(browser.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void provesAnewBeforeAGraveAct() {
        add(owner, key);
        var spare = new SoftAuthenticator();
        add(owner, spare);
        var id = list(owner.get(PASSKEYS)).get(1).get("id");
        database.sql("update identity.session set confirmed_at = confirmed_at - interval '11 minutes'")
                .update();

        assertThat(owner.delete(PASSKEYS + "/" + id)).hasStatus(403);
        assertThat(owner.post(PASSKEYS + "/challenge", Map.of())).hasStatus(403);
        assertThat(answer(owner, "/confirmation/passkey")).hasStatus(204);

        assertThat(owner.delete(PASSKEYS + "/" + id)).hasStatus(204);
        assertThat(spare.answer(question(browser(), "/passkey")))
                .satisfies(answer ->
                        assertThat(browser().post(SESSION + "/passkey", answer)).hasStatus(422));
    }

    @Test
    void isNamedAnewByItsOwnerAndStaysWhileItIsTheLast() {
        add(owner, key);
        var path = PASSKEYS + "/" + list(owner.get(PASSKEYS)).get(0).get("id");

        assertThat(owner.send(HttpMethod.PUT, path, Map.of("name", "手机"))).hasStatus(204);
        assertThat(owner.delete(path)).hasStatus(409);

        assertThat(list(owner.get(PASSKEYS))).extracting("name").containsExactly("手机");
        assertThat(list(owner.get(PASSKEYS))).hasSize(1);
    }

    @Test
    void takesEachAnswerOnceAlsoOfAPasskeyThatDoesNotCount() {
        key.counts = false;
        add(owner, key);
        var browser = browser();
        var answer = key.answer(question(browser, "/passkey"));

        assertThat(browser.post(SESSION + "/passkey", answer)).hasStatus(204);
        assertThat(browser().post(SESSION + "/passkey", answer)).hasStatus(422);
    }

    @Test
    void usesAChallengeUpEvenWhereTheAnswerIsWrong() {
        add(owner, key);
        var question = question(browser(), "/passkey");
        var forged = key.answer(question);
        forged.put("signature", new SoftAuthenticator().answer(question).get("signature"));

        assertThat(browser().post(SESSION + "/passkey", forged)).hasStatus(422);
        assertThat(browser().post(SESSION + "/passkey", key.answer(question))).hasStatus(422);
    }

    @Test
    void refusesAChallengeThatIsOldOrWasForSomethingElseOrForSomebodyElse() {
        add(owner, key);
        var browser = browser();
        var late = question(browser, "/passkey");
        database.sql("update identity.passkey_challenge set expires_at = expires_at - interval '5 minutes'")
                .update();
        assertThat(browser.post(SESSION + "/passkey", key.answer(late))).hasStatus(422);

        var otherwise = question(owner, "/confirmation/passkey");
        assertThat(browser.post(SESSION + "/passkey", key.answer(otherwise))).hasStatus(422);

        browser.signIn(name, PASSWORD);
        var somebody = "q" + name.substring(1);
        account(somebody, Role.INSPECTOR);
        var other = new Browser(http, somebody);
        other.signIn(somebody, PASSWORD);
        var theirs = question(other, "/confirmation/passkey");
        assertThat(owner.post(SESSION + "/confirmation/passkey", key.answer(theirs)))
                .hasStatus(422);
    }

    @Test
    void refusesWhatWasAskedForOnAnotherSite() {
        add(owner, key);
        key.origin = "https://localhost.example";

        assertThat(answer(browser(), "/passkey")).hasStatus(422);

        var foreign = new SoftAuthenticator();
        foreign.origin = "http://localhost:8081";
        assertThat(add(owner, foreign)).hasStatus(422);
    }

    @Test
    void asksForPinOrFingerWhereThereIsNoPassword() {
        add(owner, key);
        key.verifies = false;

        assertThat(answer(browser(), "/passkey")).hasStatus(422);
    }

    @Test
    void asksForTheOwnerWhereNobodyHasSaidWhoTheyAre() {
        add(owner, key);
        key.discoverable = false;
        assertThat(answer(browser(), "/passkey")).hasStatus(422);

        key.discoverable = true;
        key.pretendToBe(UUID.randomUUID());
        assertThat(answer(browser(), "/passkey")).hasStatus(422);
    }

    @Test
    void noticesACopyByItsCountAndTellsTheAudit() {
        add(owner, key);
        assertThat(answer(browser(), "/passkey")).hasStatus(204);
        assertThat(answer(browser(), "/passkey")).hasStatus(204);
        key.goBack(2);

        assertThat(answer(browser(), "/passkey")).hasStatus(422);

        assertThat(told("factor.suspected", "passkey")).isEqualTo(1);
    }

    @Test
    void saysTheSameOfAPasskeyOfNobodyAsOfAWrongOne() {
        add(owner, key);
        key.verifies = false;
        var wrong = answer(browser(), "/passkey");
        var browser = browser();
        var unknown = browser.post(SESSION + "/passkey", new SoftAuthenticator().answer(question(browser, "/passkey")));

        assertThat(unknown).hasStatus(422);
        assertThat(without("instance", unknown)).isEqualTo(without("instance", wrong));
    }

    private static Map<String, Object> without(String field, MvcTestResult result) {
        var fields = new HashMap<>(json(result));
        fields.remove(field);
        return fields;
    }

    @Test
    void belongsToOneAccount() {
        add(owner, key);
        var somebody = "q" + name.substring(1);
        account(somebody, Role.INSPECTOR);
        var other = new Browser(http, somebody);
        other.signIn(somebody, PASSWORD);

        assertThat(add(other, key)).hasStatus(422);
        assertThat(list(other.get(PASSKEYS))).isEmpty();

        add(other, new SoftAuthenticator());
        other.signIn(somebody, PASSWORD);
        assertThat(answer(other, "/second-factor/passkey")).hasStatus(422);
    }

    @Test
    void isOfNoUseOnceItsAccountIsClosed() {
        add(owner, key);
        database.sql("update identity.account set enabled = false where account = :name")
                .param("name", name)
                .update();

        assertThat(answer(browser(), "/passkey")).hasStatus(422);
    }

    @Test
    void stopsAtOnceWhenAnAdministratorTakesEveryFactorAway() {
        add(owner, key);
        var keeper = "k" + name.substring(1);
        account(keeper, Role.INSPECTOR);
        database.sql("update identity.account set demonstration = true where account = :name")
                .param("name", keeper)
                .update();
        Granted.only(database, keeper, Role.SYSTEM_ADMINISTRATOR);
        var admin = new Browser(http, keeper);
        admin.signIn(keeper, PASSWORD);
        var id = database.sql("select id from identity.account where account = :name")
                .param("name", name)
                .query(Long.class)
                .single();

        Granted.only(database, name, Role.OFFICER);
        assertThat(admin.delete("/api/identity/accounts/" + id + "/authenticators"))
                .hasStatus(204);

        assertThat(owner.get(SESSION)).hasStatus(401);
        assertThat(answer(browser(), "/passkey")).hasStatus(422);
    }

    @Test
    void isNotForAccountsWhosePasswordEverybodyKnows() {
        database.sql("update identity.account set demonstration = true where account = :name")
                .param("name", name)
                .update();

        assertThat(owner.post(PASSKEYS + "/challenge", Map.of())).hasStatus(403);
    }

    @Test
    void isOfferedOnlyWhereBrowsersCanMakeOne() {
        assertThat(json(owner.get(SESSION + "/ways"))).containsEntry("passkeys", true);

        var bare = http.get()
                .uri(SESSION + "/ways")
                .with(request -> {
                    request.setServerName("10.1.2.3");
                    return request;
                })
                .exchange();
        assertThat(json(bare)).containsEntry("passkeys", false);
    }

    /** How often the audit tells this of the account, by this means. */
    private long told(String action, String how) {
        return items(get(AUDITOR, "/api/safeguard/audit/entries?limit=50&action=" + action)).stream()
                .filter(entry -> entry.get("object").equals("account/" + name))
                .map(entry -> json(get(AUDITOR, "/api/safeguard/audit/entries/{seq}", entry.get("seq"))))
                .filter(entry -> entry.get("opened").toString().contains("value=" + how))
                .count();
    }
}
