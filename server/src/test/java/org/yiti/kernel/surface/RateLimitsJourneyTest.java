package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.yiti.Browser;
import org.yiti.Journey;

@TestPropertySource(properties = "yiti.surface.anonymous-per-minute=4")
class RateLimitsJourneyTest extends Journey {

    @Test
    void whoeverTriesWithoutEndIsToldWhenToComeBack() {
        var browser = new Browser(http, "203.0.113.77");
        for (var i = 0; i < 4; i++) {
            browser.signIn("nobody-" + i, "wrong");
        }

        var refused = browser.signIn("nobody", "wrong");

        assertThat(refused).hasStatus(429);
        assertThat(json(refused)).containsEntry("type", "/problems/kernel/too-many-requests");
        assertThat(Integer.parseInt(refused.getResponse().getHeader("Retry-After")))
                .isBetween(1, 15);
        assertThat(refused.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
