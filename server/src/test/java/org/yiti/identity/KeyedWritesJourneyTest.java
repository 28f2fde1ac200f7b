package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.identity.passkey.SoftAuthenticator;
import tools.jackson.databind.json.JsonMapper;

/** Writes about accounts and rights that are sent twice under one key. */
class KeyedWritesJourneyTest extends SignedInJourney {

    private final String key = UUID.randomUUID().toString();

    private MvcTestResult keyed(Browser browser, HttpMethod method, String path, Map<String, ?> body) {
        return keyed(key, browser, method, path, body);
    }

    private MvcTestResult keyed(String key, Browser browser, HttpMethod method, String path, Map<String, ?> body) {
        return http.method(method)
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .cookie(new Cookie("YITI_SESSION", browser.token().orElseThrow()))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body))
                .exchange();
    }

    private Map<String, Object> opening(String account) {
        return Map.of("account", account, "name", "新人", "role", "INSPECTOR", "everything", true);
    }

    /** All that is kept of answers, whoever they were given to. */
    private String kept() {
        return database.sql("""
                        select coalesce(string_agg(concat_ws(' ', key, fingerprint, location, convert_from(body, 'UTF8')), ' '), '')
                          from kernel.answered_request
                        """).query(String.class).single();
    }

    private Browser withTokens() {
        account("k" + tag, Role.OFFICER);
        var owner = signedIn("k" + tag);
        assertThat(passkey(owner, new SoftAuthenticator())).hasStatus(201);
        return owner;
    }

    @Test
    void anAccountIsOpenedOnceAndTheSecondAnswerIsTheFirst() {
        var keeper = keeper(null);

        var first = keyed(keeper, HttpMethod.POST, ACCOUNTS, opening("k" + tag));
        var again = keyed(keeper, HttpMethod.POST, ACCOUNTS, opening("k" + tag));

        assertThat(first).hasStatus(201);
        assertThat(again).as("and not: the name is taken").hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(problem(keyed(keeper, HttpMethod.POST, ACCOUNTS, opening("l" + tag))))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aTokenIsIssuedOnceAndNobodyCanHaveItToldAgain() {
        var owner = withTokens();
        var wish = Map.of("name", "对接", "permissions", List.of("ledger.read"), "days", 30, "ranges", List.of());

        var first = keyed(owner, HttpMethod.POST, "/api/identity/tokens", wish);
        var again = keyed(owner, HttpMethod.POST, "/api/identity/tokens", wish);

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(409);
        assertThat(problem(again)).isEqualTo("told-once");
        assertThat((List<?>) json(owner.get("/api/identity/tokens")).get("tokens"))
                .hasSize(1);
        var token = (String) json(first).get("token");
        assertThat(kept()).isNotEmpty().doesNotContain(token.substring(5));
    }

    @Test
    void aRefusalOfWhatWouldHoldASecretIsNoSecretAndIsDecidedAgain() {
        var owner = withTokens();
        var wish = Map.of("name", "对接", "permissions", List.of("audit.read"), "days", 30, "ranges", List.of());

        var first = keyed(owner, HttpMethod.POST, "/api/identity/tokens", wish);
        var again = keyed(owner, HttpMethod.POST, "/api/identity/tokens", wish);

        assertThat(problem(first)).isNotEqualTo("told-once");
        assertThat(problem(again)).isEqualTo(problem(first));
    }

    @Test
    void anInvitationIsNotSentTwice() {
        var keeper = keeper(null);
        var id = opened(keeper, "k" + tag, Map.of());
        var path = ACCOUNTS + "/" + id + "/invitation";

        var first = keyed(keeper, HttpMethod.POST, path, Map.of());
        var again = keyed(keeper, HttpMethod.POST, path, Map.of());

        assertThat(problem(again)).isEqualTo("told-once");
        assertThat(accept(browser(), (String) json(first).get("token"), PASSWORD))
                .as("the first is still good: no second has taken its place")
                .hasStatusOk();
    }

    @Test
    void neitherKeysNorPasswordsCanBeReadOrGuessedFromWhatIsKept() {
        account("k" + tag, Role.OFFICER);
        var owner = signedIn("k" + tag);
        var change = Map.of("current", PASSWORD, "password", "Lanzhou-7-boats at noon");

        assertThat(keyed(owner, HttpMethod.POST, "/api/identity/password", change))
                .hasStatus(204);
        assertThat(keyed(owner, HttpMethod.POST, "/api/identity/password", change))
                .as("and not: the present password is wrong")
                .hasStatus(204);
        assertThat(kept()).doesNotContain(key).doesNotContain("Lanzhou");
        assertThat(problem(keyed("1", owner, HttpMethod.POST, "/api/identity/password", change)))
                .isEqualTo("idempotency-key-short");
    }

    @Test
    void whatASessionIsAskedAboutItselfIsAnsweredAnew() {
        account("k" + tag, Role.OFFICER);
        var owner = signedIn("k" + tag);
        var other = signedIn("k" + tag);
        var proof = Map.of("code", PASSWORD);
        database.sql(
                        "update identity.session set confirmed_at = confirmed_at - interval '11 minutes' where account_id = ?")
                .param(id("k" + tag))
                .update();

        assertThat(keyed(owner, HttpMethod.POST, "/api/identity/session/confirmation", proof))
                .hasStatus(204);
        assertThat(keyed(other, HttpMethod.POST, "/api/identity/session/confirmation", proof))
                .hasStatus(204);

        assertThat(database.sql(
                                "select count(*) from identity.session where account_id = ? and confirmed_at > now() - interval '5 minutes'")
                        .param(id("k" + tag))
                        .query(Long.class)
                        .single())
                .as("the proof of one is not that of the other")
                .isEqualTo(2);
    }
}
