package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Browser;
import org.yiti.Journey;

class SigningInJourneyTest extends Journey {

    @Autowired
    private DemonstrationAccounts accounts;

    private Browser browser;

    @BeforeEach
    void knowSomebody() {
        accounts.open("tester", "测试", Role.INSPECTOR, null, true);
        browser = new Browser(http, UUID.randomUUID().toString());
    }

    @Test
    void letsSomebodyInWhoKnowsThePasswordAndKeepsThemIn() {
        assertThat(browser.signIn("tester", DemonstrationAccounts.PASSWORD)).hasStatusOk();

        assertThat(json(browser.get("/api/identity/session")))
                .containsEntry("account", "tester")
                .containsEntry("role", "INSPECTOR")
                .containsEntry("demonstration", true);
    }

    @Test
    void saysTheSameForAWrongPasswordAndForNobody() {
        assertThat(json(browser.signIn("tester", "wrong"))).isEqualTo(json(browser.signIn("nobody", "wrong")));
        assertThat(browser.signIn("nobody", "wrong")).hasStatus(422);
    }

    @Test
    void makesWhoeverGuessesWaitButNobodyElse() {
        for (var name : List.of("tester", "nobody")) {
            for (var i = 0; i < Profile.MLPS3.failures(); i++) {
                assertThat(browser.signIn(name, "wrong")).hasStatus(422);
            }
            assertThat(browser.signIn(name, "wrong")).as(name).hasStatus(429);
        }
        assertThat(browser.signIn("tester", DemonstrationAccounts.PASSWORD)).hasStatus(429);

        var elsewhere = new Browser(http, "elsewhere");
        assertThat(elsewhere.signIn("tester", DemonstrationAccounts.PASSWORD)).hasStatusOk();
    }

    @Test
    void endsASessionForEveryCopyOfItsTokenWhenSomebodyLeaves() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        var thief = browser.stolen();
        assertThat(thief.get("/api/ledgers")).hasStatusOk();

        assertThat(browser.delete("/api/identity/session")).hasStatus(204);

        assertThat(thief.get("/api/ledgers")).hasStatus(401);
    }

    @Test
    void givesANewTokenWithEverySignIn() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        var before = browser.stolen();

        browser.signIn("tester", DemonstrationAccounts.PASSWORD);

        assertThat(before.get("/api/identity/session")).hasStatus(401);
        assertThat(browser.get("/api/identity/session")).hasStatusOk();
    }

    @Test
    void endsTheSessionOfWhoeverDidNothingForLong() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        database.sql("update identity.session set seen_at = seen_at - interval '31 minutes'")
                .update();

        assertThat(browser.get("/api/identity/session")).hasStatus(401);
    }

    @Test
    void endsEverySessionAfterHalfADay() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        database.sql("update identity.session set started_at = started_at - interval '12 hours'")
                .update();

        assertThat(browser.get("/api/identity/session")).hasStatus(401);
    }

    @Test
    void showsSomebodyWhereTheyAreSignedInAndEndsIt() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        var other = new Browser(http, "other-" + UUID.randomUUID());
        other.signIn("tester", DemonstrationAccounts.PASSWORD);

        var first = json(browser.get("/api/identity/sessions?limit=1"));
        assertThat((int) first.get("total")).isGreaterThanOrEqualTo(2);
        assertThat(items(browser.get("/api/identity/sessions?limit=1")).get(0)).containsEntry("current", false);
        assertThat(items(browser.get("/api/identity/sessions?limit=1&after=" + first.get("next")))
                        .get(0))
                .containsEntry("current", true);
        assertThat(browser.delete("/api/identity/sessions")).hasStatus(204);

        assertThat(other.get("/api/identity/session")).hasStatus(401);
        assertThat(items(browser.get("/api/identity/sessions"))).hasSize(1);
        assertThat(browser.delete("/api/identity/sessions/" + UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void answersNobodyWhoHasNotSignedIn() {
        for (var path : List.of(
                "/api/ledgers",
                "/api/premises/rooms",
                "/api/supervision/findings",
                "/api/search?q=a",
                "/api/identity/sessions",
                "/api/identity/accounts")) {
            assertThat(http.get().uri(path).exchange()).as(path).hasStatus(401);
        }
    }

    @Test
    void refusesAWriteThatDidNotComeFromOurOwnPages() {
        assertThat(http.post()
                        .uri("/api/premises/rooms")
                        .with(as(ADMINISTRATOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void keepsAnInspectorFromChangingLedgers() {
        var inspector = new Account("inspector", "督查", Role.INSPECTOR, null, true);

        assertThat(post(inspector, "/api/premises/rooms", Map.of())).hasStatus(403);
        assertThat(post(inspector, "/api/supervision/sweeps", Map.of())).hasStatus(403);
        assertThat(get(inspector, "/api/identity/accounts")).hasStatus(403);
    }

    @Test
    void renewsAPasswordThatWasKeptByTheMeansOfYesterday() {
        database.sql("update identity.account set password_hash = ? where account = 'tester'")
                .param("{bcrypt}" + new BCryptPasswordEncoder().encode(DemonstrationAccounts.PASSWORD))
                .update();

        for (var i = 0; i < 2; i++) {
            assertThat(browser.signIn("tester", DemonstrationAccounts.PASSWORD)).hasStatusOk();
            assertThat(database.sql("select password_hash from identity.account where account = 'tester'")
                            .query(String.class)
                            .single())
                    .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        }
    }

    @Test
    void nobodyIsLockedOutWhereTheyHaveBeenBefore() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        database.sql("""
                        insert into identity.failed_sign_in (account, address, at)
                        select 'tester', 'somewhere-' || n, now() from generate_series(1, 100) n
                        """).update();

        try {
            assertThat(browser.signIn("tester", DemonstrationAccounts.PASSWORD)).hasStatusOk();
            assertThat(new Browser(http, "new-" + UUID.randomUUID()).signIn("tester", DemonstrationAccounts.PASSWORD))
                    .hasStatus(429);
        } finally {
            database.sql("delete from identity.failed_sign_in where account = 'tester'")
                    .update();
        }
    }

    @Test
    void anEndedSessionKeepsNothingOfTheProviderItBeganWith() {
        browser.signIn("tester", DemonstrationAccounts.PASSWORD);
        database.sql("update identity.session set provider_hint = 'id-token' where ended_at is null")
                .update();

        assertThat(browser.delete("/api/identity/session")).hasStatus(204);

        assertThat(database.sql(
                                "select count(*) from identity.session where ended_at is not null and provider_hint is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
