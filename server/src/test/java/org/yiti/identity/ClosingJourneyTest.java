package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.Browser;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Whoever is closed or leaves loses all they had, and should they come back begins anew. */
class ClosingJourneyTest extends SignedInJourney {

    private Browser keeper;
    private Browser owner;
    private long id;
    private String token;
    private final String name = "c" + tag;
    private final SoftAuthenticator key = new SoftAuthenticator();

    @BeforeEach
    void somebodyWithEverything() {
        keeper = keeper(null);
        id = account(name, Role.OFFICER);
        owner = signedIn(name);
        enrol(owner);
        assertThat(passkey(owner, key)).hasStatus(201);
        token = (String) json(owner.post(
                        "/api/identity/tokens",
                        Map.of("name", "对接", "permissions", List.of("ledger.read"), "days", 30, "ranges", List.of())))
                .get("token");
        link(id);
        invitation(keeper, id);
    }

    private int left(String table) {
        return database.sql("select count(*) from identity." + table + " where account_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> row() {
        return database.sql("select password_hash, enabled, left_at, left_by from identity.account where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    @Test
    void closingLeavesNoRightNoSessionNoTokenAndNoWayIn() {
        for (var table : List.of("authenticator", "passkey", "recovery_code", "provider_link", "invitation")) {
            assertThat(left(table)).as(table).isPositive();
        }

        assertThat(change(keeper, id, Map.of("enabled", false))).hasStatus(204);

        for (var table : List.of("authenticator", "passkey", "recovery_code", "provider_link", "invitation")) {
            assertThat(left(table)).as(table).isZero();
        }
        assertThat(row()).containsEntry("password_hash", null).containsEntry("enabled", false);
        assertThat(owner.get("/api/identity/session")).hasStatus(401);
        assertThat(asMachine(token, HttpMethod.GET, "/api/ledgers")).hasStatus(401);
    }

    @Test
    void whoeverIsOpenedAgainBeginsAnew() {
        assertThat(change(keeper, id, Map.of("enabled", false))).hasStatus(204);
        assertThat(change(keeper, id, Map.of("enabled", true))).hasStatus(204);

        assertThat(browser().signIn(name, PASSWORD)).hasStatus(422);
        assertThat(asMachine(token, HttpMethod.GET, "/api/ledgers")).hasStatus(401);
        var anybody = browser();
        var question = json(anybody.post("/api/identity/session/passkey/challenge", Map.of()));
        assertThat(anybody.post("/api/identity/session/passkey", key.answer(question)))
                .hasStatus(422);

        assertThat(accept(browser(), invitation(keeper, id), "Another-7-lamps at dawn"))
                .hasStatusOk();
        var back = browser();
        assertThat(json(back.signIn(name, "Another-7-lamps at dawn"))).containsEntry("awaitsSecondFactor", false);
        assertThat(json(back.get("/api/identity/session")))
                .containsEntry("lacks", List.of("SECOND_FACTOR"))
                .containsEntry("permissions", List.of());
    }

    @Test
    void whoeverComesBackHasNotLeft() {
        assertThat(keeper.post(ACCOUNTS + "/" + id + "/leaving", Map.of("reason", "调离")))
                .hasStatus(204);
        assertThat(row().get("left_at")).isNotNull();
        assertThat(left("provider_link")).isZero();

        assertThat(change(keeper, id, Map.of("enabled", true))).hasStatus(204);

        assertThat(row()).containsEntry("left_at", null).containsEntry("left_by", null);
    }

    @Test
    void whatSomebodyLeavesBehindASecondTimeIsOpenAgain() {
        institution("L-" + tag);
        for (var time : List.of("first", "second")) {
            database.sql("""
                            insert into identity.grant (account_id, holder, role, institution_id, purpose, starts_at, granted_at, granted_by)
                            select ?, '', 'OFFICER', id, 'DAILY', now() - interval '1 hour', now(), 'yiti' from organization.institution where code = ?
                            """).param(id).param("L-" + tag).update();

            assertThat(keeper.post(ACCOUNTS + "/" + id + "/leaving", Map.of("reason", time)))
                    .as(time)
                    .hasStatus(204);

            assertThat(database.sql(
                                    "select count(*) from identity.left_behind where account_id = ? and assigned_at is null")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .as(time)
                    .isEqualTo(1);
            database.sql(
                            "update identity.left_behind set successor = 'x', assigned_at = now(), assigned_by = 'x' where account_id = ?")
                    .param(id)
                    .update();
            change(keeper, id, Map.of("enabled", true));
        }
    }

    @Test
    void aDemonstrationAccountKeepsThePasswordThatIsNoSecret() {
        database.sql("update identity.account set demonstration = true where id = ?")
                .param(id)
                .update();
        change(keeper, id, Map.of("enabled", false));
        change(keeper, id, Map.of("enabled", true));

        assertThat(browser().signIn(name, PASSWORD)).hasStatusOk();
    }

    @Test
    void onesPersonIsNotGivenASecondOpenAccountByOpeningAnOldOne() {
        institution("P-" + tag);
        var person = person("P-" + tag);
        change(keeper, id, Map.of("personId", person, "enabled", false));
        opened(keeper, "again-" + tag, Map.of("personId", person));

        assertThat(problem(change(keeper, id, Map.of("enabled", true)))).isEqualTo("person-has-account");
    }
}
