package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From an account that an administrator opens to one that is closed. */
class AccountsJourneyTest extends NewcomerJourney {

    private MvcTestResult opening(Account by, boolean everything, Map<String, ?> changes) {
        var wish = new HashMap<String, Object>(
                Map.of("account", name, "name", "甲", "role", "OFFICER", "everything", everything));
        wish.putAll(changes);
        return post(by, "/api/identity/accounts", wish);
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
        var one = institution("1-" + tag);
        var other = institution("2-" + tag);
        var local = new Account("local-" + name, "县管理员", Role.SYSTEM_ADMINISTRATOR, one, false);

        assertThat(opening(local, true, Map.of())).hasStatus(403);
        assertThat(opening(local, false, Map.of("institutionId", other))).hasStatus(404);
        assertThat(opening(local, false, Map.of())).hasStatus(422);
        assertThat(opening(local, false, Map.of("institutionId", one))).hasStatus(201);
        assertThat(list(get(local, "/api/identity/accounts")))
                .extracting("account")
                .containsExactly(name);
    }

    @Test
    void refusesAnAccountNameThatIsTaken() {
        open(Map.of());

        assertThat(admin.post(
                        "/api/identity/accounts",
                        Map.of("account", name, "name", "另一人", "role", "INSPECTOR", "everything", true)))
                .hasStatus(409);
    }
}
