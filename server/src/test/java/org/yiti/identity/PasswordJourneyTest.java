package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.Browser;

/** What a password must be, and what becomes of it. */
class PasswordJourneyTest extends NewcomerJourney {

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
    void takesNoneOfTheLastFiveAgainAndTheSixthFromTheLast() {
        var browser = arrived(open(Map.of()));
        enrol(browser);
        var words = java.util.List.of(
                PASSWORD,
                "Another-7-lamps at dawn",
                "Brown-8-horses at noon",
                "Clear-9-rivers at dusk",
                "Dusty-4-roads at night",
                "Early-3-ships at sea");
        for (var i = 1; i < words.size(); i++) {
            assertThat(changed(browser, words.get(i - 1), words.get(i))).hasStatus(204);
        }
        var last = words.get(words.size() - 1);

        for (var former : words.subList(1, words.size() - 1)) {
            assertThat(json(changed(browser, last, former)))
                    .containsEntry("type", "/problems/identity/password-used-before");
        }
        assertThat(changed(browser, last, PASSWORD))
                .as("the sixth from the last")
                .hasStatus(204);
        assertThat(database.sql(
                                "select count(*) from identity.former_password f join identity.account a on a.id = f.account_id where a.account = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .as("no more is kept than is needed")
                .isEqualTo(4);
    }

    private static org.springframework.test.web.servlet.assertj.MvcTestResult changed(
            Browser browser, String current, String wanted) {
        return browser.post("/api/identity/password", Map.of("current", current, "password", wanted));
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
    void whoeverGuessesTheCurrentPasswordIsSlowedDownAndItIsRecorded() {
        var browser = arrived(open(Map.of()));
        var wish = Map.of("current", "wrong", "password", "Another-7-lamps at dawn");
        var before = failures();
        for (var i = 0; i < Profile.MLPS3.failures(); i++) {
            assertThat(browser.post("/api/identity/password", wish)).hasStatus(422);
        }

        assertThat(browser.post(
                        "/api/identity/password", Map.of("current", PASSWORD, "password", "Another-7-lamps at dawn")))
                .hasStatus(429);
        assertThat(failures()).isEqualTo(before + Profile.MLPS3.failures());
    }

    private int failures() {
        return database.sql("select count(*) from safeguard.entry where action = 'session.sign-in-failed'")
                .query(Integer.class)
                .single();
    }
}
