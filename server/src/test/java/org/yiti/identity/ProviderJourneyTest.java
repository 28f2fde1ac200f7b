package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Somebody links their account with a real provider and signs in through it. */
class ProviderJourneyTest extends ProviderJourney {

    @Test
    void offersWhatTheHouseKnows() {
        assertThat(json(browser().get("/api/identity/session/ways"))
                        .get("providers")
                        .toString())
                .contains("province", "省统一身份认证");
        assertThat(browser().post(SIGN_IN + "/nowhere/departure", Map.of())).hasStatus(404);
    }

    @Test
    void asksForTheCodeOfThisHouseWhereTheProviderAskedForAPasswordOnly() {
        link(owner, elsewhere);
        var browser = browser();

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
        var browser = browser();

        assertThat(json(signIn(browser, "u2" + tag))).containsEntry("awaitsSecondFactor", false);

        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of());
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=50&action=provider.linked")))
                .anyMatch(entry -> entry.get("object").equals("account/" + name));
    }

    @Test
    void sendsOutWithStateNonceAndPkce() {
        var address = leave(browser(), SIGN_IN, "province");

        assertThat(address)
                .startsWith(PROVINCE.issuer() + "/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256");
        for (var secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(field(address, secret)).as(secret).hasSize(43);
            assertThat(field(leave(browser(), SIGN_IN, "province"), secret)).isNotEqualTo(field(address, secret));
        }
    }

    @Test
    void knowsNobodyByTheirName() {
        var result = signIn(browser(), name);

        assertThat(result).hasStatus(422);
        assertThat(json(result).get("type")).isEqualTo("/problems/identity/provider-sign-in-not-accepted");
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

        assertThat(signIn(browser(), "u2" + tag)).hasStatus(422);
        link(other, "u2" + tag);
    }

    @Test
    void isOfNoUseOnceTheAccountIsClosed() {
        link(owner, "u2" + tag);
        database.sql("update identity.account set enabled = false where account = :name")
                .param("name", name)
                .update();

        assertThat(signIn(browser(), "u2" + tag)).hasStatus(422);
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
        var browser = browser();

        assertThat(invited(browser, "no such token")).hasStatus(422);
        assertThat(invited(browser, token)).hasStatusOk();
        assertThat(invited(browser, token)).as("a link works once").hasStatus(422);

        assertThat(signIn(browser, "u2new" + tag)).hasStatusOk();
        assertThat(json(browser.get("/api/identity/session"))).containsEntry("account", "n" + tag);
    }

    @Test
    void signsOutThereTooWhereTheHouseWantsIt() {
        link(owner, "u2" + tag);
        var browser = browser();
        signIn(browser, "u2" + tag);

        var address = (String)
                json(browser.get("/api/identity/session/provider/farewell")).get("address");

        assertThat(PROVINCE.signIn(address, "u2" + tag)).hasToString("http://localhost/sign-in");
        assertThat(json(owner.get("/api/identity/session/provider/farewell"))).containsEntry("address", null);
    }

    private MvcTestResult invited(Browser browser, Object token) {
        var left = browser.post("/api/identity/invitations/provider/province/departure", Map.of("token", token));
        return browser.post(
                "/api/identity/invitations/provider", there((String) json(left).get("address"), "u2new" + tag));
    }
}
