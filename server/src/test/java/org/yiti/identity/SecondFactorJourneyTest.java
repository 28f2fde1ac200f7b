package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.identity.passkey.SoftAuthenticator;

/** The second factor: an app's codes, recovery codes for the day the phone is lost, and beginning anew. */
class SecondFactorJourneyTest extends NewcomerJourney {

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
        Granted.only(database, name, Role.OFFICER);

        assertThat(admin.delete("/api/identity/accounts/" + id + "/authenticators"))
                .hasStatus(204);

        assertThat(browser.get("/api/identity/session")).hasStatus(401);
        assertThat(json(browser.signIn(name, PASSWORD))).containsEntry("awaitsSecondFactor", false);
        assertThat(json(browser.get("/api/identity/session"))).containsEntry("lacks", List.of("SECOND_FACTOR"));
    }

    @Test
    void aSessionThatKnewThePasswordAloneIsNotMadeWholeByItsOwnersEnrolling() {
        var owner = arrived(open(Map.of()));
        var thief = signedIn(name);
        enrol(owner);
        assertThat(owner.get("/api/ledgers")).hasStatusOk();

        assertThat(thief.get("/api/identity/session")).as("it ended").hasStatus(401);

        database.sql("update identity.session set ended_at = null where account_id = ?")
                .param(id(name))
                .update();
        assertThat(thief.get("/api/ledgers"))
                .as("one that began in the same moment and was not seen")
                .hasStatus(403);
        assertThat(problem(thief.post("/api/identity/authenticators", Map.of("name", "手机"))))
                .isEqualTo("confirmation-needed");
        assertThat(owner.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void neitherIsItByAPasskey() {
        var owner = arrived(open(Map.of()));
        var thief = signedIn(name);
        assertThat(passkey(owner, new SoftAuthenticator())).hasStatus(201);

        assertThat(thief.get("/api/identity/session")).hasStatus(401);
        assertThat(owner.get("/api/ledgers")).hasStatusOk();
    }
}
