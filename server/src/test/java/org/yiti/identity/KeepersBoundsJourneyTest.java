package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;

/** Whoever keeps the accounts of a part of the tree becomes nobody whose rights reach out of it, and ends nobody's either. */
class KeepersBoundsJourneyTest extends SignedInJourney {

    private long id;

    private void granted(UUID institution, String from) {
        database.sql("""
                        insert into identity.grant (account_id, holder, role, institution_id, purpose, starts_at, granted_at, granted_by)
                        values (?, '', 'OFFICER', ?, 'EMERGENCY', now() + cast(? as interval), now(), 'yiti')
                        """).param(id).param(institution).param(from).update();
    }

    private Map<String, MvcTestResult> attempts(Browser keeper, UUID office) {
        var path = ACCOUNTS + "/" + id;
        return Map.of(
                "invite", keeper.post(path + "/invitation", Map.of()),
                "take factors", keeper.delete(path + "/authenticators"),
                "let go", keeper.post(path + "/leaving", Map.of("reason", "调离")),
                "close", change(keeper, id, Map.of("everything", false, "institutionId", office, "enabled", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 hour", "1 day"})
    void nobodyIsTakenWhoseRightsReachFurtherNowOrToComeForWhateverPurpose(String from) {
        var office = institution("B-" + tag);
        var local = keeper(office);
        id = account("b" + tag, Role.OFFICER, office);
        granted(null, from);

        attempts(local, office)
                .forEach((what, answer) -> assertThat(problem(answer)).as(what).isEqualTo("rights-reach-further"));
        assertThat(keeper(null).post(ACCOUNTS + "/" + id + "/invitation", Map.of()))
                .hasStatus2xxSuccessful();
    }

    @Test
    void whoReachesNoFurtherIsKeptAsBefore() {
        var office = institution("B-" + tag);
        id = account("b" + tag, Role.OFFICER, office);
        granted(office, "-1 hour");

        var local = keeper(office);
        assertThat(local.post(ACCOUNTS + "/" + id + "/invitation", Map.of())).hasStatus2xxSuccessful();
        assertThat(local.delete(ACCOUNTS + "/" + id + "/authenticators")).hasStatus(204);
        assertThat(local.post(ACCOUNTS + "/" + id + "/leaving", Map.of("reason", "调离")))
                .hasStatus(204);
    }

    /** Whoever could reset an approver would agree to their own export. */
    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"EXPORT_APPROVAL", "PROTECTION", "RULE"})
    void whoeverAgreesForOthersIsNotResetUntilSomebodyElseHasTakenThatAway(Permission permission) {
        var name = "b" + tag;
        id = account(name, Role.OFFICER);
        signedIn(name);
        granted(permission);
        var keeper = keeper(null);
        var path = ACCOUNTS + "/" + id;

        assertThat(problem(keeper.post(path + "/invitation", Map.of()))).isEqualTo("agrees-for-others");
        assertThat(problem(keeper.delete(path + "/authenticators"))).isEqualTo("agrees-for-others");

        database.sql(
                        "update identity.grant set revoked_at = now(), revoked_by = 'yiti' where account_id = ? and permission = ?")
                .params(id, permission.name())
                .update();
        assertThat(keeper.post(path + "/invitation", Map.of())).hasStatus2xxSuccessful();
    }

    private void granted(Permission permission) {
        database.sql("""
                        insert into identity.grant (account_id, holder, permission, purpose, starts_at, granted_at, granted_by)
                        values (?, '', ?, 'EMERGENCY', now() + interval '1 day', now(), 'yiti')
                        """).param(id).param(permission.name()).update();
    }

    /** Names are the whole house's: one that is taken says that there is somebody, perhaps where the keeper sees nobody. */
    @Test
    void whoeverTriesNamesThatOthersHaveHasToWait() {
        account("far-" + tag, Role.OFFICER, institution("F-" + tag));
        var office = institution("B-" + tag);
        var local = keeper(office);
        var wish = Map.of(
                "account", "far-" + tag, "name", "新人", "role", "OFFICER", "everything", false, "institutionId", office);

        for (var i = 0; i < 5; i++) {
            assertThat(problem(local.post(ACCOUNTS, wish))).isEqualTo("account-taken");
        }

        assertThat(problem(local.post(ACCOUNTS, wish))).isEqualTo("too-many-failures");
        var free = new java.util.HashMap<>(wish);
        free.put("account", "free-" + tag);
        assertThat(problem(local.post(ACCOUNTS, free)))
                .as("it tells nothing any more")
                .isEqualTo("too-many-failures");
        assertThat(keeper(office).post(ACCOUNTS, free)).as("nobody else waits").hasStatus(201);
    }

    @Test
    void rightsAreDelegatedWithinOnesPartAndANameOutsideOfItIsAsNoName() {
        var office = institution("B-" + tag);
        account("giver-" + tag, Role.OFFICER, office);
        account("near-" + tag, Role.OFFICER, office);
        account("far-" + tag, Role.OFFICER, institution("F-" + tag));
        database.sql("update identity.account set demonstration = true where account = ?")
                .param("giver-" + tag)
                .update();
        var giver = signedIn("giver-" + tag);
        var own = database.sql("select id from identity.grant where account_id = ?")
                .param(id("giver-" + tag))
                .query(UUID.class)
                .list();

        assertThat(problem(delegated(giver, own, "far-" + tag))).isEqualTo("account-not-found");
        assertThat(problem(delegated(giver, own, "nobody-" + tag))).isEqualTo("account-not-found");
        assertThat(delegated(giver, own, "near-" + tag)).hasStatus(201);
    }

    private MvcTestResult delegated(Browser giver, java.util.List<UUID> grants, String to) {
        return giver.post(
                "/api/identity/own-rights/delegations",
                Map.of(
                        "account",
                        to,
                        "grants",
                        grants,
                        "reason",
                        "休假",
                        "endsAt",
                        clock.instant().plus(java.time.Duration.ofDays(7)).toString()));
    }
}
