package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.Browser;
import org.yiti.Granted;
import org.yiti.identity.passkey.SoftAuthenticator;

/** A token gives nobody more than they have: not its maker, not the purpose of another day, not an administrator's office. */
class MachineTokenJourneyTest extends SignedInJourney {

    private static final String OWN = "/api/identity/tokens";

    private static Map<String, Object> wish(String... permissions) {
        return new HashMap<>(
                Map.of("name", "对接", "permissions", List.of(permissions), "days", 30, "ranges", List.of()));
    }

    private Browser enrolled(String name) {
        var browser = signedIn(name);
        assertThat(passkey(browser, new SoftAuthenticator())).hasStatus(201);
        return browser;
    }

    @Test
    void aMachineThatMayMoreThanWhoAsksGetsNoTokenFromThem() {
        var office = institution("M-" + tag);
        var local = keeper(office);
        var id = opened(local, "m" + tag, Map.of("everything", false, "institutionId", office));
        Granted.only(database, "m" + tag, Role.INSPECTOR);
        var tokens = ACCOUNTS + "/" + id + "/tokens";
        assertThat(local.post(tokens, wish("ledger.read"))).hasStatus(201);

        database.sql("update identity.grant set institution_id = null where account_id = ?")
                .param((long) id)
                .update();

        assertThat(problem(local.post(tokens, wish("ledger.read")))).isEqualTo("rights-reach-further");
        assertThat(keeper(null).post(tokens, wish("ledger.read"))).hasStatus(201);

        var elsewhere = institution("N-" + tag);
        database.sql("update identity.grant set institution_id = ? where account_id = ?")
                .param(elsewhere)
                .param((long) id)
                .update();
        assertThat(problem(local.post(tokens, wish("ledger.read")))).isEqualTo("rights-reach-further");
    }

    @Test
    void aMachineInAnotherAdministratorsOfficeGetsNoneAtAll() {
        var keeper = keeper(null);
        var id = opened(keeper, "o" + tag, Map.of());
        Granted.only(database, "o" + tag, Role.AUDIT_ADMINISTRATOR, Role.INSPECTOR);

        assertThat(problem(keeper.post(ACCOUNTS + "/" + id + "/tokens", wish("ledger.read"))))
                .isEqualTo("holds-another-office");
    }

    @Test
    void noTokenReadsTheAuditLog() {
        account("u" + tag, Role.AUDIT_ADMINISTRATOR);
        var auditor = enrolled("u" + tag);
        assertThat(auditor.get("/api/safeguard/audit/entries?limit=1")).hasStatusOk();

        assertThat(problem(auditor.post(OWN, wish("audit.read")))).isEqualTo("permission-not-held");
        assertThat((List<?>) json(auditor.get(OWN)).get("permissions")).isEmpty();

        Granted.only(database, "u" + tag, Role.AUDIT_ADMINISTRATOR, Role.INSPECTOR);
        var old = (String) json(auditor.post(OWN, wish("ledger.read"))).get("token");
        database.sql("update identity.api_token set permissions = '{ledger.read,audit.read}' where account_id = ?")
                .param(id("u" + tag))
                .update();
        assertThat(asMachine(old, HttpMethod.GET, "/api/ledgers")).hasStatusOk();
        assertThat(asMachine(old, HttpMethod.GET, "/api/safeguard/audit/entries?limit=1"))
                .as("one that was made before")
                .hasStatus(403);
    }

    @Test
    void isMadeOfWhatItsOwnerFirstActsByAndNotOfTheirPurposeOfTheMoment() {
        account("d" + tag, Role.INSPECTOR);
        var owner = enrolled("d" + tag);
        database.sql("""
                        insert into identity.grant (account_id, holder, role, purpose, starts_at, granted_at, granted_by)
                        select id, '', 'ADMINISTRATOR', 'EMERGENCY', now() - interval '1 hour', now(), 'yiti' from identity.account where account = ?
                        """).param("d" + tag).update();
        assertThat(owner.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", Map.of("purpose", "EMERGENCY")))
                .hasStatus(204);

        assertThat(problem(owner.post(OWN, wish("ledger.write")))).isEqualTo("permission-not-held");
        assertThat((List<Object>) json(owner.get(OWN)).get("permissions")).doesNotContain("ledger.write");
    }

    @Test
    void oneThatMayOnlyChangeSeesWhatItChanges() {
        account("w" + tag, Role.OFFICER);
        var token = (String)
                json(enrolled("w" + tag).post(OWN, wish("ledger.write"))).get("token");

        assertThat(asMachine(token, HttpMethod.GET, "/api/premises/sites")).hasStatusOk();
    }
}
