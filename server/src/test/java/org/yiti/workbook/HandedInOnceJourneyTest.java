package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** A file whose answer was lost is handed in again. */
class HandedInOnceJourneyTest extends ImportJourney {

    private static final Account OTHER = new Account("other-admin", "别人", Role.ADMINISTRATOR, null, true);

    private MvcTestResult handIn(Account account, String key, String content) {
        return http.post()
                .uri("/api/workbook/imports")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", null, content.getBytes(StandardCharsets.UTF_8)))
                .header("Idempotency-Key", key)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @Test
    void isTheSameImportUnderTheSameKey() {
        known(OTHER);
        var key = UUID.randomUUID().toString();

        var first = json(handIn(ADMINISTRATOR, key, "区划代码,区划名称,级别\n"));
        var again = handIn(ADMINISTRATOR, key, "区划代码,区划名称,级别\n");

        assertThat(again).hasStatus(202);
        assertThat(json(again)).isEqualTo(first);
        assertThat(json(handIn(OTHER, key, "区划代码,区划名称,级别\n"))).isNotEqualTo(first);
    }

    @Test
    void isRefusedWhenTheKeyWasForAnotherFile() {
        var key = UUID.randomUUID().toString();
        handIn(ADMINISTRATOR, key, "区划代码,区划名称,级别\n");

        var other = handIn(ADMINISTRATOR, key, "区划代码,区划名称\n");

        assertThat(other).hasStatus(422);
        assertThat(json(other)).containsEntry("type", "/problems/workbook/key-reused");
    }

    @Test
    void isCountedInTheListOfImports() {
        handIn(OTHER, UUID.randomUUID().toString(), "区划代码,区划名称,级别\n");

        var page = json(get(OTHER, "/api/workbook/imports?limit=1"));

        assertThat((Integer) page.get("total")).isPositive();
    }
}
