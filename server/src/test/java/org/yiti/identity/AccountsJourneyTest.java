package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Granted;

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
        Granted.only(database, name, Role.OFFICER);
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
        assertThat(items(get(local, "/api/identity/accounts")))
                .extracting("account")
                .containsExactly(name);
    }

    @Test
    void accountsComePageByPageEachOnceAndAreFoundByName() {
        var one = institution("3-" + tag);
        var local = new Account("local-" + name, "县管理员", Role.SYSTEM_ADMINISTRATOR, one, false);
        for (var i = 0; i < 5; i++) {
            database.sql(
                            "insert into identity.account (account, name, role, institution_id, everything, enabled) values (?, ?, 'OFFICER', ?, false, ?)")
                    .param(name + "-" + i)
                    .param("页中人" + i)
                    .param(one)
                    .param(i != 2)
                    .update();
        }
        var seen = new ArrayList<String>();
        var page = json(get(local, "/api/identity/accounts?limit=2"));
        while (true) {
            assertThat(page).containsEntry("total", 5);
            accounts(page).forEach(seen::add);
            if (page.get("next") == null) {
                break;
            }
            page = json(get(local, "/api/identity/accounts?limit=2&after={after}", page.get("next")));
        }
        assertThat(seen)
                .as("who is closed comes last")
                .containsExactly(name + "-0", name + "-1", name + "-3", name + "-4", name + "-2");
        assertThat(items(get(local, "/api/identity/accounts?q=页中人3")))
                .extracting("account")
                .containsExactly(name + "-3");
        assertThat(get(local, "/api/identity/accounts?after=garbage")).hasStatus(422);

        var security = new Account("security-" + name, "县安全员", Role.SECURITY_ADMINISTRATOR, one, false);
        var holders = json(get(security, "/api/identity/grants/holders?limit=3"));
        var rest = json(get(security, "/api/identity/grants/holders?limit=3&after={after}", holders.get("next")));
        assertThat(accounts(holders)).hasSize(3).doesNotContainAnyElementsOf(accounts(rest));
        assertThat(accounts(rest)).hasSize(1);
        assertThat(items(get(security, "/api/identity/choices/accounts?q=页中人")))
                .as("who is closed is handed nothing")
                .extracting("account")
                .containsExactly(name + "-0", name + "-1", name + "-3", name + "-4");
    }

    private static List<String> accounts(Map<String, Object> page) {
        return ((List<?>) page.get("items"))
                .stream().map(one -> (String) ((Map<?, ?>) one).get("account")).toList();
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
