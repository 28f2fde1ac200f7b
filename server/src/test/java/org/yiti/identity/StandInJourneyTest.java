package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.Browser;

/** Who stands in for whom, and what becomes of it when somebody leaves. */
class StandInJourneyTest extends AdministratorsJourney {

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
    void whoGivesBackWhatTheyStoodInWithGoesOnByTheirOwnRightsAndFromWhomItIsTakenChooses() {
        var away = opened("gone-" + n);
        var grant = granted("gone-" + n, Map.of("role", "OFFICER", "institutionId", office));
        var standIn = opened("back-" + n);
        granted("back-" + n, Map.of("role", "OFFICER", "institutionId", office));
        var wish = Map.of(
                "account",
                "back-" + n,
                "grants",
                List.of(grant),
                "reason",
                "休假",
                "endsAt",
                clock.instant().plus(Duration.ofDays(7)).toString());
        var behalf = Map.of("purpose", "STAND_IN", "onBehalfOf", "gone-" + n);

        var first = delegated(away, wish);
        assertThat(standIn.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", behalf))
                .hasStatus(204);
        assertThat(standIn.delete("/api/identity/own-rights/delegations/" + first))
                .hasStatus(204);
        assertThat(json(standIn.get("/api/identity/own-rights")).get("current").toString())
                .contains("DAILY")
                .doesNotContain("gone-" + n);
        assertThat(standIn.get("/api/ledgers")).hasStatusOk();

        var second = delegated(away, wish);
        assertThat(standIn.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", behalf))
                .hasStatus(204);
        assertThat(away.delete("/api/identity/own-rights/delegations/" + second))
                .hasStatus(204);
        assertThat(standIn.get("/api/ledgers")).hasStatus(403);
    }

    private String delegated(Browser giver, Map<String, ?> wish) {
        return (String) ((List<?>) json(giver.post("/api/identity/own-rights/delegations", wish))
                        .get("grants"))
                .get(0);
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
        var left = items(security.get("/api/identity/left-behind?limit=500")).stream()
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
    void whoHasNothingToPassOnLearnsOfNoName() {
        var curious = opened("cu-" + n);
        for (var name : List.of("sec", "nobody-" + n)) {
            assertThat(problem(curious.post(
                            "/api/identity/own-rights/delegations",
                            Map.of(
                                    "account",
                                    name,
                                    "grants",
                                    List.of(UUID.randomUUID()),
                                    "reason",
                                    "休假",
                                    "endsAt",
                                    clock.instant().plus(Duration.ofDays(1)).toString()))))
                    .as(name)
                    .isEqualTo("grant-not-found");
        }
    }
}
