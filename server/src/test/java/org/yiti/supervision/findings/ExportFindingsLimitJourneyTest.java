package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;

/** Findings leave in a file as lists of ledgers do: not without end, and not without a name on them. */
@TestPropertySource(properties = "yiti.exports.most-rows=2")
@DirtiesContext
class ExportFindingsLimitJourneyTest extends Journey {

    private void finding(UUID office, int number) {
        database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, state, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                        values (:number, 'premises.no-use-agreement', '', 'institution', gen_random_uuid(), '甲', :office,
                               'VIOLATION', 'NEW', '{"title": "甲楼"}', '[]', '[]', '', current_date, current_date, current_date)
                        """)
                .param("number", "XL-" + number)
                .param("office", office)
                .update();
    }

    private MvcTestResult file(UUID office) {
        return http.get()
                .uri("/api/supervision/findings/export?format=csv&institution=" + office)
                .with(as(ADMINISTRATOR))
                .exchange(Duration.ofSeconds(20));
    }

    @Test
    void tooManyDoNotLeaveAndThoseThatDoSayWhoTookThem() {
        add("organization/divisions", Map.of("code", "970555", "name", "限量市", "level", "市级"));
        var office = add(
                "organization/institutions",
                Map.of("code", "XL-1", "name", "限量局", "kind", "政府机关", "level", "市级", "divisionCode", "970555"));
        finding(office, 1);
        finding(office, 2);

        var answer = file(office);
        assertThat(answer).hasStatusOk();
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .last()
                .asString()
                .contains(ADMINISTRATOR.name() + " " + ADMINISTRATOR.account());

        finding(office, 3);
        assertThat(file(office)).hasStatus(403);
    }
}
