package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;

/** What deletes, lets data out or switches a watch off asks who it is who asks. */
class GraveActsJourneyTest extends SignedInJourney {

    private Browser stale(Role role) {
        var name = "g-" + role.name().toLowerCase(java.util.Locale.ROOT) + "-" + tag;
        account(name, role);
        database.sql("update identity.account set demonstration = true where account = ?")
                .param(name)
                .update();
        var browser = signedIn(name);
        confirmed(name, "now() - interval '11 minutes'");
        return browser;
    }

    @Test
    void purgingLettingOutAndSwitchingOffNeedAFreshProof() {
        var administrator = stale(Role.ADMINISTRATOR);
        var request = "/api/workbook/export-requests/" + UUID.randomUUID();
        Map<String, MvcTestResult> acts = Map.of(
                "purge", administrator.post("/api/safeguard/retention/runs", Map.of()),
                "agree to a file", administrator.post(request + "/decision", Map.of("approve", true)),
                "take a file", administrator.post(request + "/file", Map.of()),
                "switch a rule off",
                        administrator.send(
                                HttpMethod.PUT,
                                "/api/supervision/rules/energy.night-load/enabled",
                                Map.of("enabled", false, "reason", "试用")),
                "take the log", stale(Role.AUDIT_ADMINISTRATOR).get("/api/safeguard/audit/export"));

        acts.forEach((act, answer) -> assertThat(problem(answer)).as(act).isEqualTo("confirmation-needed"));
    }

    private MvcTestResult purged(Browser browser, String key) {
        return http.post()
                .uri("/api/safeguard/retention/runs")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .cookie(new Cookie("YITI_SESSION", browser.token().orElseThrow()))
                .header("Idempotency-Key", key)
                .exchange();
    }

    @Test
    void whatWasAnsweredBeforeIsNotRepeatedToASessionThatWouldBeRefusedByNow() {
        account("r" + tag, Role.ADMINISTRATOR);
        database.sql("update identity.account set demonstration = true where account = ?")
                .param("r" + tag)
                .update();
        var browser = signedIn("r" + tag);
        var key = UUID.randomUUID().toString();
        assertThat(purged(browser, key)).hasStatusOk();

        confirmed("r" + tag, "now() - interval '11 minutes'");
        assertThat(problem(purged(browser, key))).isEqualTo("confirmation-needed");

        confirmed("r" + tag, "now()");
        assertThat(purged(browser, key)).as("the answer, and not the no").hasStatusOk();
    }

    private void confirmed(String name, String at) {
        database.sql("update identity.session set confirmed_at = " + at + " where account_id = ?")
                .param(id(name))
                .update();
    }
}
