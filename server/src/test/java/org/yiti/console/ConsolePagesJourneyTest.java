package org.yiti.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiti.Journey;

class ConsolePagesJourneyTest extends Journey {

    @Test
    void everyAddressOfTheConsoleAnswersWithItsOnePage() {
        for (var address : new String[] {"/ledgers/premises/rooms?use=OFFICE", "/rules/fleet.price-cap", "/sign-in"}) {
            assertThat(http.get().uri(address)).hasStatusOk().bodyText().contains("<div id=\"app\">");
        }
    }

    @Test
    void thePageIsAskedForEveryTimeSoThatAnUpgradeIsSeenAtOnce() {
        assertThat(http.get().uri("/objects/room/1"))
                .hasHeader("Cache-Control", "no-cache")
                .doesNotContainHeader("Last-Modified");
    }

    /** A browser asks for it anew, sees that it is a script and lets it speak to this server alone. */
    @Test
    void theWorkerThatKeepsTheConsoleOnAPhoneIsAFileOfItsOwn() {
        assertThat(http.get().uri("/sw.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .satisfies(headers -> {
                    assertThat(headers.getFirst("Content-Type")).contains("javascript");
                    assertThat(headers.getFirst("Content-Security-Policy"))
                            .contains("worker-src 'self'", "connect-src 'self'");
                });
        assertThat(http.get().uri("/sw.js"))
                .bodyText()
                .contains("/assets/", "/theme.js")
                .doesNotContain("__BUILD__");
    }

    @Test
    void anUnknownAddressOfTheInterfaceIsNoPage() {
        assertThat(get(ADMINISTRATOR, "/api/nothing-of-the-kind")).hasStatus(404);
        assertThat(http.get().uri("/assets/gone-0000.js")).hasStatus(404);
    }
}
