package org.yiti.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;

/** A write whose server died before it answered is sent again under its key. */
class KilledRequestJourneyTest extends Journey {

    private static final String DIVISION = "{\"code\":\"983300\",\"name\":\"重试市\",\"level\":\"市级\"}";

    private MvcTestResult add(String key) {
        return http.post()
                .uri("/api/organization/divisions")
                .header(Idempotency.HEADER, key)
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(DIVISION)
                .exchange();
    }

    private void begun(String key, String ago) {
        var asked = AnsweredRequests.Question.of(
                ADMINISTRATOR.account(),
                key,
                "POST /api/organization/divisions",
                DIVISION.getBytes(StandardCharsets.UTF_8));
        database.sql("""
                        insert into kernel.answered_request (principal, key, fingerprint, at)
                        values (:principal, :key, :fingerprint, now() - cast(:ago as interval))
                        """)
                .param("principal", ADMINISTRATOR.account())
                .param("key", asked.key())
                .param("fingerprint", asked.fingerprint())
                .param("ago", ago)
                .update();
    }

    @Test
    void waitsWhileTheFirstMayStillBeUnderWayAndIsDoneWhenItCannot() {
        begun("killed-1", "10 seconds");
        begun("killed-2", "3 minutes");

        assertThat(add("killed-1")).hasStatus(409);
        assertThat(add("killed-2")).hasStatus(201);
        assertThat(add("killed-2")).hasStatus(201);
    }
}
