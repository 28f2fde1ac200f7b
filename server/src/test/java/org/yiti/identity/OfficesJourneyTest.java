package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.Browser;

/** The three offices: who opens, who grants, who watches; nobody is two of them, and none stands empty. */
class OfficesJourneyTest extends AdministratorsJourney {

    @Test
    void eachOfTheThreeDoesTheirOwnPartAndNoOther() {
        opened("x-" + n);
        var opening = Map.of("account", "y-" + n, "name", "y", "role", "OFFICER", "institutionId", office);
        for (var other : List.of(security, audit)) {
            assertThat(other.get("/api/identity/accounts")).hasStatus(403);
            assertThat(other.post("/api/identity/accounts", opening)).hasStatus(403);
        }
        var wish = Map.of("accountId", id("x-" + n), "role", "OFFICER", "institutionId", office, "purpose", "DAILY");
        for (var other : List.of(system, audit)) {
            assertThat(other.get("/api/identity/grants")).hasStatus(403);
            assertThat(other.post("/api/identity/grants", wish)).hasStatus(403);
        }
        for (var other : List.of(system, security)) {
            assertThat(other.get("/api/safeguard/audit/entries")).hasStatus(403);
        }
        for (var each : List.of(system, security, audit)) {
            assertThat(each.get("/api/ledgers")).hasStatus(403);
            assertThat(each.get("/api/premises/sites")).hasStatus(403);
        }
    }

    @Test
    void nobodyIsTwoOfTheThreeByWhateverWay() {
        assertThat(grant("sys", Map.of("role", "AUDIT_ADMINISTRATOR"))).hasStatus(409);
        assertThat(grant("aud", Map.of("permission", "GRANT"))).hasStatus(422);
        var person = UUID.randomUUID();
        opened("p1-" + n);
        opened("p2-" + n);
        granted("p1-" + n, Map.of("role", "AUDIT_ADMINISTRATOR"));
        granted("p2-" + n, Map.of("role", "SECURITY_ADMINISTRATOR"));
        database.sql("update identity.account set person_id = ? where account = ?")
                .param(person)
                .param("p1-" + n)
                .update();
        database.sql("update identity.account set enabled = false where account = ?")
                .param("p1-" + n)
                .update();
        assertThatThrownBy(() -> database.sql("update identity.account set person_id = ? where account = ?")
                        .param(person)
                        .param("p2-" + n)
                        .update())
                .as("two accounts of one person")
                .hasStackTraceContaining("one_person_has_one_administrators_duty");
    }

    @Test
    void theSystemAdministratorDoesNotBecomeAnotherByALink() {
        for (var other : List.of("sec", "aud")) {
            opened(other + "2-" + n);
            granted(
                    other + "2-" + n,
                    Map.of("role", other.equals("sec") ? "SECURITY_ADMINISTRATOR" : "AUDIT_ADMINISTRATOR"));
            database.sql("update identity.account set demonstration = false where account = ?")
                    .param(other + "2-" + n)
                    .update();
            var path = "/api/identity/accounts/" + id(other + "2-" + n);
            assertThat(system.post(path + "/invitation", Map.of())).hasStatus(409);
            assertThat(system.delete(path + "/authenticators")).hasStatus(409);
        }
    }

    @Test
    void nobodyGrantsThemselvesOrTakesTheLastOfficeAway() {
        assertThat(grant("sec", Map.of("role", "OFFICER", "institutionId", office)))
                .hasStatus(409);
        assertThatThrownBy(() -> database.sql("""
                                insert into identity.grant (account_id, holder, role, purpose, starts_at, granted_at, granted_by)
                                values (?, '', 'OFFICER', 'DAILY', now(), now(), 'sec')
                                """).param(id("sec")).update())
                .hasStackTraceContaining("nobody grants themselves");
        var last = database.sql("select id from identity.grant where account_id = ?")
                .param(id("sys"))
                .query(UUID.class)
                .single();
        database.sql("update identity.grant set revoked_at = now() where role = 'SYSTEM_ADMINISTRATOR' and id <> ?")
                .param(last)
                .update();
        assertThat(security.delete("/api/identity/grants/" + last)).hasStatus(409);
    }

    @Test
    void theSystemAdministratorBringsTheOthersIntoOfficeOnlyAsLongAsThereIsNobodyToGrant() {
        opened("s-" + n);
        var wish = Map.of("accountId", id("s-" + n), "role", "SECURITY_ADMINISTRATOR");
        assertThat(system.post("/api/identity/grants/first", wish)).hasStatus(409);

        database.sql(
                        "update identity.grant set ends_at = now() where role = 'SECURITY_ADMINISTRATOR' and ends_at is null")
                .update();
        try {
            assertThat(system.post(
                            "/api/identity/grants/first", Map.of("accountId", id("s-" + n), "role", "ADMINISTRATOR")))
                    .hasStatus(403);
            assertThat(system.post("/api/identity/grants/first", wish)).hasStatus(201);
            assertThat(system.post("/api/identity/grants/first", wish)).hasStatus(409);
        } finally {
            database.sql(
                            "update identity.grant set ends_at = null where role = 'SECURITY_ADMINISTRATOR' and delegated_from is null")
                    .update();
        }
    }

    @Test
    void theOthersSeeThatTheAuditLogWasRead() {
        assertThat(audit.get("/api/safeguard/audit/entries?limit=1")).hasStatusOk();

        for (var other : List.of(system, security)) {
            assertThat(list(other.get("/api/safeguard/audit/readers")).get(0))
                    .containsEntry("actor", "account/aud")
                    .containsEntry("action", "audit.read");
        }
    }

    @Test
    void theLastSystemAdministratorDoesNotLeave() {
        database.sql(
                        "update identity.grant set revoked_at = now() where role = 'SYSTEM_ADMINISTRATOR' and account_id <> ?")
                .param(id("sys"))
                .update();
        opened("sys2-" + n);
        granted("sys2-" + n, Map.of("role", "SYSTEM_ADMINISTRATOR"));
        var second = new Browser(http, "sys2");
        assertThat(second.signIn("sys2-" + n, DemonstrationAccounts.PASSWORD)).hasStatusOk();
        var leaving = Map.of("reason", "调离");

        assertThat(second.post("/api/identity/accounts/" + id("sys2-" + n) + "/leaving", leaving))
                .as("oneself")
                .hasStatus(409);
        assertThat(system.post("/api/identity/accounts/" + id("sys2-" + n) + "/leaving", leaving))
                .hasStatus(204);
        assertThat(second.post("/api/identity/accounts/" + id("sys") + "/leaving", leaving))
                .hasStatus(401);
        var local = known(new Account("lsys-" + n, "县", Role.SYSTEM_ADMINISTRATOR, null, true));
        database.sql("update identity.grant set institution_id = ? where account_id = ?")
                .param(office)
                .param(id(local.account()))
                .update();
        assertThat(security.delete("/api/identity/grants/"
                        + database.sql("select id from identity.grant where account_id = ? and revoked_at is null")
                                .param(id("sys"))
                                .query(UUID.class)
                                .single()))
                .as("somebody of a part is not somebody of the whole")
                .hasStatus(409);
    }

    @Test
    void theLastOfAnOfficeIsNeitherLetGoNorClosed() {
        for (var last : List.of("sec", "aud")) {
            database.sql("""
                            update identity.grant g set revoked_at = now() where revoked_at is null and account_id <> :last
                               and duty = (select o.duty from identity.grant o where o.account_id = :last limit 1)
                            """).param("last", id(last)).update();
            var path = ACCOUNTS + "/" + id(last);

            assertThat(problem(system.post(path + "/leaving", Map.of("reason", "调离"))))
                    .as(last)
                    .isEqualTo("last-administrator");
            assertThat(problem(change(system, id(last), Map.of("enabled", false))))
                    .as(last)
                    .isEqualTo("last-administrator");
        }
        assertThat(security.get("/api/identity/grants")).as("nothing was taken").hasStatusOk();
        assertThat(audit.get("/api/safeguard/audit/entries?limit=1")).hasStatusOk();
    }

    @Test
    void anOfficeGoesToNobodyWhomNoPersonStandsBehind() {
        opened("nb-" + n);
        database.sql("update identity.account set demonstration = false where account = ?")
                .param("nb-" + n)
                .update();

        assertThat(problem(grant("nb-" + n, Map.of("role", "AUDIT_ADMINISTRATOR"))))
                .isEqualTo("office-of-nobody");
        assertThatThrownBy(() -> database.sql("""
                                insert into identity.grant (account_id, holder, role, purpose, starts_at, granted_at, granted_by)
                                values (?, '', 'SECURITY_ADMINISTRATOR', 'DAILY', now(), now(), 'sys')
                                """).param(id("nb-" + n)).update())
                .as("as the first of its office, once there was one")
                .hasStackTraceContaining("an office is somebody's");

        database.sql("update identity.account set person_id = gen_random_uuid() where account = ?")
                .param("nb-" + n)
                .update();
        granted("nb-" + n, Map.of("role", "AUDIT_ADMINISTRATOR"));
        assertThatThrownBy(() -> database.sql("update identity.account set person_id = null where account = ?")
                        .param("nb-" + n)
                        .update())
                .hasStackTraceContaining("an office is somebody's");
    }

    @Test
    void nobodyIsCalledLikeTheHouse() {
        var wish =
                Map.of("account", "yiti", "name", "x", "role", "OFFICER", "institutionId", office, "everything", false);
        assertThat(problem(system.post(ACCOUNTS, wish))).isEqualTo("account-taken");
    }

    @Test
    void whoActsEndsGrantsAndChangesNothingOfWhatTheyWere() {
        opened("gr-" + n);
        var grant = UUID.fromString(granted("gr-" + n, Map.of("role", "OFFICER", "institutionId", office)));
        var somebody = known(new Account("gw-" + n, "某", Role.ADMINISTRATOR, null, true));

        for (var change : List.of("reason = 'x'", "institution_id = null", "ends_at = now() + interval '9 days'")) {
            assertThatThrownBy(() -> Acting.as(
                            somebody,
                            () -> database.sql("update identity.grant set " + change + " where id = ?")
                                    .param(grant)
                                    .update()))
                    .as(change)
                    .hasStackTraceContaining("a grant is ended, never changed");
        }
        assertThat(security.delete("/api/identity/grants/" + grant)).hasStatus(204);
        assertThatThrownBy(() -> Acting.as(
                        somebody,
                        () -> database.sql(
                                        "update identity.grant set revoked_at = null, revoked_by = null where id = ?")
                                .param(grant)
                                .update()))
                .hasStackTraceContaining("a grant is ended, never changed");
    }

    @Test
    void whoReadTheLogIsToldToThoseInWhosePartTheyWork() {
        assertThat(audit.get("/api/safeguard/audit/entries?limit=1")).hasStatusOk();
        var local = known(new Account("lr-" + n, "县", Role.SYSTEM_ADMINISTRATOR, office, false));

        assertThat(list(get(local, "/api/safeguard/audit/readers"))).isEmpty();
    }

    @Test
    void aRefusalOfTheDoorsIsSealedWhateverKindItIs() {
        assertThat(grant("sec", Map.of("role", "OFFICER", "institutionId", office)))
                .hasStatus(409);

        assertThat(items(audit.get("/api/safeguard/audit/entries?limit=1&action=request.refused"))
                        .get(0))
                .containsEntry("actor", "account/sec")
                .containsEntry("outcome", "identity.own-account");
    }
}
