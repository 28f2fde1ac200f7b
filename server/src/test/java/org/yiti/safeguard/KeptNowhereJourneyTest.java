package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/** The console sends a key with every write: of guarded values the answers are kept no more for that. */
class KeptNowhereJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("kept-inspector", "督查", Role.INSPECTOR, null, true);
    private static final String PHONE = "13912344321";
    private static UUID institution;
    private static UUID person;

    @BeforeEach
    void somebodyWithATelephone() {
        if (institution != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "971800", "name", "不留市", "level", "市级"));
        institution = add(
                "organization/institutions",
                Map.of("code", "KN-1", "name", "不留局", "kind", "政府机关", "level", "市级", "divisionCode", "971800"));
        person = add(
                "organization/people",
                Map.of("code", "KN-P1", "name", "欧阳修", "institutionCode", "KN-1", "rank", "局(处)级以下", "phone", PHONE));
    }

    private MvcTestResult keyed(Account account, String key, String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(new JsonMapper().writeValueAsString(body))
                .exchange();
    }

    private long rows(String key) {
        return database.sql(
                        "select count(*) from kernel.answered_request where key = encode(sha256(convert_to(?, 'UTF8')), 'hex')")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long revealed() {
        return database.sql("select count(*) from safeguard.entry where action = 'data.revealed' and object = ?")
                .param("organization.person/" + person)
                .query(Long.class)
                .single();
    }

    @Test
    void aValueShownUnderAKeyIsNotKeptAndShownAgainItIsCountedAgain() {
        var key = UUID.randomUUID().toString();
        var before = revealed();

        for (var time = 1; time <= 2; time++) {
            var shown = keyed(
                    INSPECTOR,
                    key,
                    "/api/objects/person/" + person + "/reveal",
                    Map.of("column", "phone", "purpose", "CONTACT", "reason", "通知开会时间"));

            assertThat(json(shown)).containsEntry("value", PHONE);
            assertThat(rows(key)).isZero();
            assertThat(revealed()).isEqualTo(before + time);
        }
    }

    @Test
    void aFileTakenUnderAKeyHasItsRows() {
        var asked = json(post(
                ADMINISTRATOR,
                "/api/workbook/export-requests",
                Map.of(
                        "ledger",
                        "organization/people",
                        "format",
                        "csv",
                        "filters",
                        Map.of(),
                        "institution",
                        institution,
                        "purpose",
                        "SERVICE",
                        "reason",
                        "给人事部门核对名册")));
        var path = "/api/workbook/export-requests/" + asked.get("id");
        post(INSPECTOR, path + "/decision", Map.of("approve", true));
        var key = UUID.randomUUID().toString();

        var file = keyed(ADMINISTRATOR, key, path + "/file", Map.of());

        assertThat(new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("KN-P1")
                .contains(PHONE);
        assertThat(rows(key)).isZero();
    }

    @Test
    void anythingElseIsStillAnsweredAsItWas() {
        var key = UUID.randomUUID().toString();
        var cells = Map.of("code", "KN-2", "name", "不留二局", "kind", "政府机关", "level", "市级", "divisionCode", "971800");

        var first = keyed(ADMINISTRATOR, key, "/api/organization/institutions", cells);
        var again = keyed(ADMINISTRATOR, key, "/api/organization/institutions", cells);

        assertThat(first).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(rows(key)).isOne();
    }
}
