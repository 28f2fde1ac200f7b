package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Whoever has a way in of their own has arrived, whichever it is: from then on nobody else acts in their name. */
class ArrivalJourneyTest extends SignedInJourney {

    private static final Map<String, Object> TOKEN =
            Map.of("name", "对接", "permissions", List.of("ledger.read"), "days", 30, "ranges", List.of());

    private Browser keeper;

    @BeforeEach
    void somebodyKeepsAccounts() {
        keeper = keeper(null);
    }

    private Object listed(long id, String what) {
        return items(keeper.get(ACCOUNTS + "?limit=500")).stream()
                .filter(one -> ((Number) one.get("id")).longValue() == id)
                .findFirst()
                .orElseThrow()
                .get(what);
    }

    @Test
    void whoeverOnlyComesByAProviderHasArrived() {
        var id = opened(keeper, "p" + tag, Map.of());
        assertThat(listed(id, "arrived")).isEqualTo(false);
        link(id);
        Granted.only(database, "p" + tag, Role.SECURITY_ADMINISTRATOR);

        assertThat(listed(id, "arrived")).isEqualTo(true);
        assertThat(problem(keeper.post(ACCOUNTS + "/" + id + "/invitation", Map.of())))
                .isEqualTo("holds-another-office");
        assertThat(problem(keeper.delete(ACCOUNTS + "/" + id + "/authenticators")))
                .isEqualTo("holds-another-office");
        assertThat(problem(keeper.post(ACCOUNTS + "/" + id + "/tokens", TOKEN))).isEqualTo("not-a-machine");
    }

    @Test
    void whoeverOnlyComesByAPasskeyHasArrived() {
        var id = account("k" + tag, Role.INSPECTOR);
        assertThat(passkey(signedIn("k" + tag), new SoftAuthenticator())).hasStatus(201);
        forgetPassword(id);

        assertThat(listed(id, "arrived")).isEqualTo(true);
        assertThat(problem(keeper.post(ACCOUNTS + "/" + id + "/tokens", TOKEN))).isEqualTo("not-a-machine");
    }

    @Test
    void whoeverIsToBecomeAnotherAdministratorIsNotResetInTheMeantime() {
        var id = account("f" + tag, Role.AUDIT_ADMINISTRATOR);
        database.sql("update identity.grant set starts_at = now() + interval '1 day' where account_id = ?")
                .param(id)
                .update();

        assertThat(problem(keeper.post(ACCOUNTS + "/" + id + "/invitation", Map.of())))
                .isEqualTo("holds-another-office");
    }

    private String token(long machine) {
        var issued = keeper.post(ACCOUNTS + "/" + machine + "/tokens", TOKEN);
        assertThat(issued).hasStatus(201);
        return (String) json(issued).get("token");
    }

    @Test
    void noTokenMadeBeforeOutlivesTheArrival() {
        var id = opened(keeper, "a" + tag, Map.of());
        Granted.only(database, "a" + tag, Role.INSPECTOR);
        var token = token(id);
        assertThat(asMachine(token, HttpMethod.GET, "/api/ledgers")).hasStatusOk();

        assertThat(accept(browser(), invitation(keeper, id), PASSWORD)).hasStatusOk();

        assertThat(asMachine(token, HttpMethod.GET, "/api/ledgers")).hasStatus(401);
    }

    @Test
    void noTokenOfAMachineIsLeftToThePersonItBecomes() {
        var id = opened(keeper, "b" + tag, Map.of());
        Granted.only(database, "b" + tag, Role.INSPECTOR);
        var token = token(id);
        var office = institution("B-" + tag);
        var person = person("B-" + tag);

        assertThat(change(keeper, id, Map.of("personId", person))).hasStatus(204);

        assertThat(asMachine(token, HttpMethod.GET, "/api/ledgers")).hasStatus(401);
        assertThat(office).isNotNull();
    }

    @Test
    void aForgottenPasswordLeadsNotAroundTheSecondFactor() {
        var id = account("r" + tag, Role.OFFICER);
        var secret = enrol(signedIn("r" + tag)).secret();

        assertThat(accept(browser(), invitation(keeper, id), "Another-7-lamps at dawn"))
                .hasStatusOk();

        var browser = browser();
        assertThat(json(browser.signIn("r" + tag, "Another-7-lamps at dawn")))
                .containsEntry("awaitsSecondFactor", true);
        assertThat(browser.get("/api/ledgers")).hasStatus(401);
        assertThat(browser.post("/api/identity/session/second-factor", Map.of("code", code(secret, 0))))
                .hasStatusOk();
        assertThat(browser.get("/api/ledgers")).hasStatusOk();
    }

    @Test
    void anAdministratorEndsTheSessionsOfOneAndOfNobodyElse() {
        var id = account("e" + tag, Role.INSPECTOR);
        account("other-" + tag, Role.INSPECTOR);
        var first = signedIn("e" + tag);
        var second = signedIn("e" + tag);
        var other = signedIn("other-" + tag);

        assertThat(keeper.delete(ACCOUNTS + "/" + id + "/sessions")).hasStatus(204);

        for (var ended : List.of(first, second)) {
            assertThat(ended.get("/api/identity/session")).hasStatus(401);
        }
        assertThat(other.get("/api/identity/session")).hasStatusOk();
        assertThat(keeper.get("/api/identity/session")).hasStatusOk();
        assertThat(keeper.delete(ACCOUNTS + "/" + UUID.randomUUID().hashCode() + "/sessions"))
                .hasStatus(404);
    }
}
