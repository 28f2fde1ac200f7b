package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.Journey;

class RuleShelfJourneyTest extends Journey {

    @Test
    void showsARuleWithItsClauseItsNumbersAndItsExamples() {
        var rule = json(get(ADMINISTRATOR, "/api/supervision/rules/premises.office-area"));

        assertThat(rule.get("rule").toString()).contains("党政机关办公用房建设标准");
        assertThat(rule.get("parameters").toString())
                .contains("CITY_CHIEF", "42")
                .contains("市级正职");
        assertThat(rule.get("cases").toString()).contains("exactly the limit", "恰好等于正局级的面积上限");
    }

    @Test
    void keepsSwitchedOffWhatIsOnlyRemembered() {
        var rule = json(get(ADMINISTRATOR, "/api/supervision/rules/energy.non-heating-constraint"));

        assertThat(rule.get("rule").toString()).contains("TO_CONFIRM").contains("enabled=false");
    }

    @Test
    void isSwitchedOnlyWithAReason() {
        var switched = http.put()
                .uri("/api/supervision/rules/energy.night-load/enabled")
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"enabled\":false}")
                .exchange();

        assertThat(switched).hasStatus(422);
    }
}
