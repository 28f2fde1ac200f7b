package org.yiti.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** What was answered once is told again to whoever may still ask, and to nobody who may not any more. */
class EarlierAnswersJourneyTest extends Journey {

    private final String key = UUID.randomUUID().toString();

    private static Account acting(Role role) {
        return new Account("repeats", "重复", role, null, true);
    }

    private MvcTestResult asked(Account account) {
        return http.post()
                .uri("/api/organization/divisions")
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\":\"970666\",\"name\":\"重复市\",\"level\":\"市级\"}")
                .exchange();
    }

    @Test
    void whoLostTheRightIsRefusedAndNotTheAnswerRepeated() {
        known(acting(Role.ADMINISTRATOR));
        assertThat(asked(acting(Role.INSPECTOR))).as("a no is not kept").hasStatus(403);
        var first = asked(acting(Role.ADMINISTRATOR));
        assertThat(first).hasStatus(201);

        assertThat(asked(acting(Role.INSPECTOR))).hasStatus(403);
        var again = asked(acting(Role.ADMINISTRATOR));
        assertThat(again).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
    }
}
