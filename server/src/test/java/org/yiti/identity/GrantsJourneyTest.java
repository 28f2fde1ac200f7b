package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;
import org.yiti.Journey;

/** Three administrators, none of whom is another: who opens, who grants, who watches; and who stands in for whom. */
@TestPropertySource(properties = "yiti.of=GrantsJourneyTest")
class GrantsJourneyTest extends Journey {

    @Autowired
    private DemonstrationAccounts accounts;

    @Autowired
    private Clock clock;

    private final String n = UUID.randomUUID().toString().substring(0, 8);
    private Browser system;
    private Browser security;
    private Browser audit;
    private UUID office;

    @BeforeEach
    void threeAdministrators() {
        system = signedIn("sys", Role.SYSTEM_ADMINISTRATOR);
        security = signedIn("sec", Role.SECURITY_ADMINISTRATOR);
        audit = signedIn("aud", Role.AUDIT_ADMINISTRATOR);
        var division = "98" + (1000 + Math.floorMod(n.hashCode(), 9000));
        add("organization/divisions", Map.of("code", division, "name", n + "市", "level", "市级"));
        office = add(
                "organization/institutions",
                Map.of("code", n, "name", n + "局", "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    private Browser signedIn(String account, Role role) {
        accounts.open(account, account, role, null, true);
        var browser = new Browser(http, account);
        assertThat(browser.signIn(account, DemonstrationAccounts.PASSWORD)).hasStatusOk();
        return browser;
    }

    /** An account that the system administrator has opened, with the password of demonstrations. */
    private Browser opened(String account) {
        assertThat(system.post(
                        "/api/identity/accounts",
                        Map.of(
                                "account",
                                account,
                                "name",
                                account,
                                "role",
                                "OFFICER",
                                "institutionId",
                                office,
                                "everything",
                                false)))
                .hasStatus(201);
        database.sql("""
                        update identity.account set demonstration = true,
                               password_hash = (select password_hash from identity.account where account = 'sys') where account = ?
                        """).param(account).update();
        var browser = new Browser(http, account);
        assertThat(browser.signIn(account, DemonstrationAccounts.PASSWORD)).hasStatusOk();
        return browser;
    }

    private long id(String account) {
        return database.sql("select id from identity.account where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private MvcTestResult grant(String account, Map<String, ?> what) {
        var wish = new HashMap<String, Object>(Map.of("accountId", id(account), "purpose", "DAILY"));
        wish.putAll(what);
        return security.post("/api/identity/grants", wish);
    }

    private String granted(String account, Map<String, ?> what) {
        var result = grant(account, what);
        assertThat(result).hasStatus(201);
        return (String) json(result).get("id");
    }

    @Test
    void aNewAccountDoesNothingUntilItIsGrantedSomethingAndNothingAgainWhenThatIsRevoked() {
        var newcomer = opened("new-" + n);
        assertThat(newcomer.get("/api/ledgers")).hasStatus(403);

        var grant = granted("new-" + n, Map.of("role", "OFFICER", "institutionId", office));
        assertThat(newcomer.get("/api/ledgers")).hasStatusOk();

        assertThat(security.delete("/api/identity/grants/" + grant)).hasStatus(204);
        assertThat(newcomer.get("/api/ledgers")).hasStatus(403);
    }

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
    void worksForOnePurposeAtATime() {
        var officer = opened("o-" + n);
        granted("o-" + n, Map.of("permission", "READ", "institutionId", office));
        granted("o-" + n, Map.of("permission", "WRITE", "institutionId", office, "purpose", "INSPECTION"));
        var site = Map.of("code", n + "-S", "name", "院", "institutionCode", n);

        assertThat(officer.post("/api/premises/sites", site)).hasStatus(403);
        assertThat(officer.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", Map.of("purpose", "EMERGENCY")))
                .hasStatus(422);
        assertThat(officer.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", Map.of("purpose", "INSPECTION")))
                .hasStatus(204);
        assertThat(officer.post("/api/premises/sites", site)).hasStatus(201);
    }

    @Test
    void whoStandsInDoesItAsThemselvesForSomebodyUntilItEnds() {
        var away = opened("away-" + n);
        var grant = granted("away-" + n, Map.of("role", "OFFICER", "institutionId", office));
        var standIn = opened("in-" + n);
        var wish = new HashMap<String, Object>(Map.of(
                "account",
                "in-" + n,
                "grants",
                List.of(grant),
                "reason",
                "休假",
                "endsAt",
                clock.instant().plus(Duration.ofDays(31)).toString()));
        assertThat(away.post("/api/identity/own-rights/delegations", wish)).hasStatus(422);
        wish.put("endsAt", clock.instant().plus(Duration.ofDays(7)).toString());
        var delegated = away.post("/api/identity/own-rights/delegations", wish);
        assertThat(delegated).hasStatus(201);

        assertThat(standIn.post("/api/premises/sites", Map.of("code", n + "-D", "name", "院", "institutionCode", n)))
                .hasStatus(201);
        var told = json(standIn.get("/api/identity/own-rights"));
        assertThat(told.get("current").toString()).contains("STAND_IN", "away-" + n);
        var entry =
                items(audit.get("/api/safeguard/audit/entries?limit=1&action=ledger.created&actor=account/in-" + n));
        assertThat(json(audit.get("/api/safeguard/audit/entries/" + entry.get(0).get("seq")))
                        .toString())
                .contains("onBehalfOf", "value=away-" + n, "field=after", "matches=true")
                .doesNotContain("matches=false");

        var passed = (String) ((List<?>) json(delegated).get("grants")).get(0);
        var further = new HashMap<>(wish);
        further.put("account", "away-" + n);
        further.put("grants", List.of(passed));
        assertThat(standIn.post("/api/identity/own-rights/delegations", further))
                .hasStatus(422);

        security.delete("/api/identity/grants/" + grant);
        assertThat(standIn.get("/api/ledgers")).as("what it came from is gone").hasStatus(403);
    }

    @Test
    void noDutyOfAnAdministratorIsDelegated() {
        opened("z-" + n);
        var own = database.sql("select id from identity.grant where account_id = ? limit 1")
                .param(id("sec"))
                .query(UUID.class)
                .single();
        assertThat(security.post(
                        "/api/identity/own-rights/delegations",
                        Map.of(
                                "account",
                                "z-" + n,
                                "grants",
                                List.of(own),
                                "reason",
                                "休假",
                                "endsAt",
                                clock.instant().plus(Duration.ofDays(1)).toString())))
                .hasStatus(422);
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
    void whoLeavesLosesEverythingAtOnceAndWhatTheyHadToDoIsHandedOver() {
        var leaver = opened("gone-" + n);
        var grant = granted("gone-" + n, Map.of("role", "OFFICER", "institutionId", office));
        opened("next-" + n);
        granted("next-" + n, Map.of("role", "OFFICER", "institutionId", office, "purpose", "EMERGENCY"));
        database.sql("update identity.grant set revoked_at = now() where account_id = ?")
                .param(id("next-" + n))
                .update();
        var standIn = opened("help-" + n);
        leaver.post(
                "/api/identity/own-rights/delegations",
                Map.of(
                        "account",
                        "help-" + n,
                        "grants",
                        List.of(grant),
                        "reason",
                        "休假",
                        "endsAt",
                        clock.instant().plus(Duration.ofDays(1)).toString()));
        assertThat(standIn.get("/api/ledgers")).hasStatusOk();

        assertThat(system.post("/api/identity/accounts/" + id("gone-" + n) + "/leaving", Map.of("reason", "调离")))
                .hasStatus(204);

        assertThat(leaver.get("/api/identity/session")).hasStatus(401);
        assertThat(leaver.signIn("gone-" + n, DemonstrationAccounts.PASSWORD)).hasStatus(422);
        assertThat(standIn.get("/api/ledgers")).hasStatus(403);
        var left = list(security.get("/api/identity/left-behind")).stream()
                .filter(one -> one.get("leaver").equals("gone-" + n))
                .toList();
        assertThat(left).hasSize(1);
        assertThat(left.get(0)).containsEntry("kind", "institution").containsEntry("title", n + "局");
        assertThat(security.post(
                        "/api/identity/left-behind/" + left.get(0).get("id") + "/successor",
                        Map.of("successor", "next-" + n)))
                .hasStatus(204);
        assertThat(items(audit.get("/api/safeguard/audit/entries?limit=1&action=account.left")))
                .isNotEmpty();
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
}
