package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.identity.provider.AuthorizationServer;

/** Everything that a false provider, or somebody between it and this house, might try. */
class ProviderLiesJourneyTest extends ProviderJourney {

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

    @Test
    void doesNotTakeTheSameNumberOfAnotherIssuerForTheSamePerson() {
        link(owner, "u2" + tag);
        var browser = browser();

        assertThat(lied(
                        browser,
                        nonce -> LIAR.say(LIAR.truth("u2" + tag, nonce)
                                .claim("amr", List.of("mfa"))
                                .build())))
                .hasStatus(422);
    }

    @Test
    void refusesAStateThatIsNotOursOrWasUsedOrIsInAnotherBrowser() {
        link(owner, "u2" + tag);
        var browser = browser();
        var brought = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        var other = new HashMap<>(brought);
        other.put("state", "A".repeat(43));

        assertThat(browser.post(SIGN_IN, other)).hasStatus(422);
        assertThat(browser().post(SIGN_IN, brought)).as("no mark").hasStatus(422);
        var stranger = browser();
        leave(stranger, SIGN_IN, "province");
        assertThat(stranger.post(SIGN_IN, brought)).as("another mark").hasStatus(422);
        assertThat(browser.post(SIGN_IN, brought)).hasStatusOk();
        assertThat(browser.post(SIGN_IN, brought)).as("again").hasStatus(422);
    }

    @Test
    void refusesACodeThatWasUsedOrWasMadeForAnotherAttempt() {
        link(owner, "u2" + tag);
        var browser = browser();
        var used = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        assertThat(browser.post(SIGN_IN, used)).hasStatusOk();
        var again = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        again.put("code", used.get("code"));
        assertThat(browser.post(SIGN_IN, again)).hasStatus(422);

        var thief = browser();
        var stolen = there(leave(browser(), SIGN_IN, "province"), "u2" + tag).get("code");
        var own = there(leave(thief, SIGN_IN, "province"), "u2other");
        own.put("code", stolen);
        assertThat(thief.post(SIGN_IN, own)).as("PKCE").hasStatus(422);
    }

    @Test
    void refusesAnIdTokenWithTheNonceOfAnotherAttempt() {
        link(owner, "u2" + tag);
        var browser = browser();
        var address = leave(browser, SIGN_IN, "province");
        var altered = address.replace(field(address, "nonce"), "B".repeat(43));

        assertThat(browser.post(SIGN_IN, there(altered, "u2" + tag))).hasStatus(422);
    }

    @Test
    void refusesAReturnThatAnotherIssuerSent() {
        link(owner, "u2" + tag);
        var browser = browser();
        var brought = there(leave(browser, SIGN_IN, "province"), "u2" + tag);
        brought.put("iss", LIAR.issuer());

        assertThat(browser.post(SIGN_IN, brought)).hasStatus(422);
    }

    private Browser somebodyLinkedWithTheLiar() {
        var address = leave(owner, LINKS, "liar");
        LIAR.say(LIAR.truth(tag, field(address, "nonce")).build());
        assertThat(owner.post(LINKS, Map.of("state", field(address, "state"), "code", "any")))
                .hasStatus(204);
        return browser();
    }

    private MvcTestResult lied(Browser browser, Consumer<String> lie) {
        var address = leave(browser, SIGN_IN, "liar");
        lie.accept(field(address, "nonce"));
        return browser.post(SIGN_IN, Map.of("state", field(address, "state"), "code", "any"));
    }
}
