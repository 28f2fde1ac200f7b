package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.Journey;

/** What a browser is told by every answer, whoever asks for whatever. */
class AnswerHeadersJourneyTest extends Journey {

    private MockHttpServletResponse answer(String path) {
        return http.get().uri(path).exchange().getResponse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/premises/rooms",
                "/assets/none.js",
                "/api/premises/rooms",
                "/api/nosuch",
                "/api/identity/demo-accounts",
                "/api/openapi",
                "/actuator/health",
                "/actuator/env"
            })
    void everyAnswerCarriesThePolicyOfTheHouse(String path) {
        var answer = answer(path);

        assertThat(answer.getHeaders("Content-Security-Policy")).containsExactly(AnswerHeaders.CONTENT_SECURITY_POLICY);
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.getHeaders("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.getHeaders("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.getHeaders("Permissions-Policy")).containsExactly(AnswerHeaders.PERMISSIONS_POLICY);
        assertThat(answer.getHeaders("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.getHeaders("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.getHeaders("Strict-Transport-Security")).isEmpty();
        assertThat(answer.getHeader("Server")).isNull();
        assertThat(answer.getHeader("X-Powered-By")).isNull();
    }

    @Test
    void noScriptStandsInAPageAndNoOtherSiteGivesOne() {
        assertThat(AnswerHeaders.CONTENT_SECURITY_POLICY)
                .contains("default-src 'none'", "script-src 'self';", "style-src-elem 'self';", "object-src 'none'")
                .contains("base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(AnswerHeaders.CONTENT_SECURITY_POLICY.replaceAll("style-src(-attr)? [^;]*", ""))
                .doesNotContain("unsafe-inline");
    }

    @Test
    void overHttpsABrowserIsToldToStayThere() {
        var answer = http.get()
                .uri("/api/identity/demo-accounts")
                .secure(true)
                .exchange()
                .getResponse();

        assertThat(answer.getHeader("Strict-Transport-Security"))
                .matches("max-age=(3153[6-9]|315[4-9]|31[6-9]|3[2-9])\\d*; includeSubDomains");
    }

    @Test
    void noAnswerOfTheApiIsKeptAnywhere() {
        assertThat(get(ADMINISTRATOR, "/api/premises/rooms").getResponse().getHeaders("Cache-Control"))
                .containsExactly("no-store");
        assertThat(answer("/api/premises/rooms").getHeaders("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void noOtherOriginMayReadAnything() {
        var asked = http.get()
                .uri("/api/identity/demo-accounts")
                .header("Origin", "https://evil.example")
                .exchange()
                .getResponse();
        var asking = http.options()
                .uri("/api/premises/rooms")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .getResponse();

        assertThat(asked.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(asking.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(asking.getStatus()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void anotherSiteGainsNothingBySpellingTheAddressOtherwise() {
        var asked = http.get()
                .uri(URI.create("/%61pi/premises/rooms"))
                .with(as(ADMINISTRATOR))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "no-cors")
                .exchange();

        assertThat(asked).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whatAnotherSiteMakesABrowserAskIsNotTaken(String site) {
        var asked = http.get()
                .uri("/api/premises/rooms")
                .with(as(ADMINISTRATOR))
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "no-cors")
                .exchange();

        assertThat(asked).hasStatus(403);
        assertThat(json(asked)).containsEntry("type", "/problems/kernel/foreign-site");
    }

    @Test
    void aPersonWhoFollowsALinkIsLetIn() {
        var asked = http.get()
                .uri("/api/premises/rooms")
                .with(as(ADMINISTRATOR))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .exchange();

        assertThat(asked).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "YITI"})
    void aMethodThatNobodyUsesIsRefused(String method) {
        var asked = http.method(HttpMethod.valueOf(method))
                .uri("/api/premises/rooms")
                .with(as(ADMINISTRATOR))
                .exchange();

        assertThat(asked).hasStatus(405);
        assertThat(asked.getResponse().getHeader("Allow")).contains("GET").doesNotContain("TRACE");
    }

    @Test
    void aWriteNeedsTheTokenOfThePage() {
        var without = http.post()
                .uri("/api/supervision/sweeps")
                .with(as(ADMINISTRATOR))
                .exchange();
        var wrong = http.post()
                .uri("/api/supervision/sweeps")
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf().useInvalidToken())
                .exchange();

        assertThat(without).hasStatus(403);
        assertThat(wrong).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/heapdump", "/loggers", "/mappings", "/metrics", "/shutdown"})
    void nothingOfTheMachineRoomIsShown(String path) {
        assertThat(get(ADMINISTRATOR, "/actuator" + path).getResponse().getStatus())
                .isBetween(400, 499);
    }

    @Test
    void moreThanAMegabyteOfJsonIsNotEvenRead() {
        var asked = http.post()
                .uri("/api/premises/rooms")
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType("application/json")
                .content("{\"number\": \"" + "1".repeat(1024 * 1024) + "\"}")
                .exchange();

        assertThat(asked).hasStatus(413);
        assertThat(json(asked)).containsEntry("type", "/problems/kernel/body-too-large");
    }
}
