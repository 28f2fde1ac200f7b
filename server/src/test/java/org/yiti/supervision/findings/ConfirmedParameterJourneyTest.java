package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import tools.jackson.databind.json.JsonMapper;

/** What the law says is known from memory only until somebody has compared it with the text. */
class ConfirmedParameterJourneyTest extends Journey {

    private static final String PARAMETER = "service-area-per-post";
    private static final String RULE = "premises.service-rooms";

    private MvcTestResult confirm(Account account, String parameter, Map<String, ?> wish) {
        return http.put()
                .uri("/api/supervision/parameters/{id}/confirmation", parameter)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.builder().build().writeValueAsString(wish))
                .exchange();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> parameter() {
        return ((List<Map<String, Object>>) json(get(ADMINISTRATOR, "/api/supervision/rules/" + RULE))
                        .get("parameters"))
                .stream()
                        .filter(one -> one.get("id").equals(PARAMETER))
                        .findFirst()
                        .orElseThrow();
    }

    private long countiesInForce() {
        return database.sql("select count(*) from law.value_in_force where parameter_id = ? and d1 = 'COUNTY'")
                .param(PARAMETER)
                .query(Long.class)
                .single();
    }

    private long inForce() {
        return database.sql("select count(*) from law.value_in_force where parameter_id = ?")
                .param(PARAMETER)
                .query(Long.class)
                .single();
    }

    private OffsetDateTime lastRun() {
        return database.sql("select coalesce(last_run_at, '2000-01-01') from supervision.rule where id = ?")
                .param(RULE)
                .query(OffsetDateTime.class)
                .single();
    }

    @Test
    void whatSomebodyComparedWithTheTextIsJudgedByAndIsTakenBackAsWell() {
        add("organization/divisions", Map.of("code", "979902", "name", "核对市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        "CP-1",
                        "name",
                        "核对局",
                        "kind",
                        "GOVERNMENT_ORGAN",
                        "level",
                        "市级",
                        "divisionCode",
                        "979902"));
        Soon.soon("what is in force there", this::inForce, count -> count > 0);
        var before = lastRun();
        assertThat(countiesInForce()).isZero();
        assertThat(parameter()).containsEntry("waits", true).containsEntry("confirmed", null);

        assertThat(confirm(ADMINISTRATOR, PARAMETER, Map.of("confirmed", true, "reason", "已与文件第十六条核对")))
                .hasStatus(204);

        assertThat(countiesInForce()).isPositive();
        assertThat(parameter().get("confirmed").toString()).contains("admin").contains("已与文件第十六条核对");
        Soon.soon("the rule judges by it", this::lastRun, run -> run.isAfter(before));
        assertThat(database.sql("select clear->>'reason' from safeguard.entry where action = 'parameter.confirmed'")
                        .query(String.class)
                        .list())
                .contains("已与文件第十六条核对");

        assertThat(confirm(ADMINISTRATOR, PARAMETER, Map.of("confirmed", false, "reason", "第二次核对有出入")))
                .hasStatus(204);
        assertThat(countiesInForce()).isZero();
        assertThat(parameter()).containsEntry("confirmed", null);
    }

    @Test
    void itIsNotConfirmedWithoutAReasonNorByWhoeverDoesNotGovernRules() {
        assertThat(confirm(ADMINISTRATOR, PARAMETER, Map.of("confirmed", true))).hasStatus(422);
        assertThat(confirm(officer(UUID.randomUUID()), PARAMETER, Map.of("confirmed", true, "reason", "x")))
                .hasStatus(403);
        assertThat(countiesInForce()).isZero();
    }

    @Test
    void whatIsVerifiedHasNothingToConfirm() {
        assertThat(confirm(ADMINISTRATOR, "office-area", Map.of("confirmed", true, "reason", "x")))
                .hasStatus(404);
        assertThat(confirm(ADMINISTRATOR, "no-such-parameter", Map.of("confirmed", true, "reason", "x")))
                .hasStatus(404);
    }
}
