package org.yiti.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.Journey;

/** Every no has a type that stays and a title in the language asked for, the framework's own included. */
class ProblemJourneyTest extends Journey {

    @ParameterizedTest
    @CsvSource({
        "/api/premises/rooms?limit=abc, 400, /problems/bad-parameter, limit",
        "/api/premises/rooms?institution=xyz, 400, /problems/bad-parameter, institution",
        "/api/nosuch, 404, /problems/not-found, 没有这个地址",
        "/api/workbook/imports?limit=abc, 400, /problems/bad-parameter, limit",
        "/api/premises/rooms?usableArea=1E400000000, 422, /problems/ledger/unreadable-filter, usableArea",
        "/api/premises/rooms?usableArea.from=1E-400000000, 422, /problems/ledger/unreadable-filter, usableArea",
        "/api/calendar/days?from=+999999999-01-01&to=+999999999-12-31, 400, /problems/bad-parameter, from",
        "/api/calendar/days?from=%2B999999999-01-01&to=%2B999999999-12-31, 400, /problems/bad-parameter, from",
        "/api/supervision/findings?minAgeDays=2147483647, 422, /problems/supervision/unreadable-filter, minAgeDays",
    })
    void aRequestThatCannotBeReadIsRefusedInTheWordsOfTheHouse(String path, int status, String type, String told) {
        var answer = http.get()
                .uri(path)
                .with(as(ADMINISTRATOR))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                .exchange();

        assertThat(answer).hasStatus(status);
        assertThat(json(answer)).containsEntry("type", type);
        assertThat((String) json(answer).get("title")).contains(told).matches(".*[\\u4e00-\\u9fff].*");
    }

    @Test
    void anAddressThatIsNotUsedThatWaySaysSo() {
        var answer = post(ADMINISTRATOR, "/api/search", Map.of());

        assertThat(answer).hasStatus(405);
        assertThat(json(answer)).containsEntry("type", "/problems/method-not-allowed");
    }

    @Test
    void aZeroAmongTheLettersIsNotTakenForAConflict() {
        for (var path : new String[] {"/api/search?q={q}", "/api/premises/rooms?q={q}"}) {
            var answer = get(ADMINISTRATOR, path, "a\0b");
            assertThat(answer).hasStatus(422);
            assertThat(json(answer)).containsEntry("type", "/problems/unreadable");
        }
    }

    /** What is asked to go on after is read by the database, which says no by an error of its own. */
    @ParameterizedTest
    @CsvSource({
        "/api/premises/rooms, usableArea, 1E99999999",
        "/api/premises/rooms, usableArea, nonsense",
        "/api/premises/buildings, builtOn, +999999999-01-01",
    })
    void aValueTheDatabaseCannotReadIsTheMistakeOfWhoeverSentIt(String path, String sort, String key) {
        var after = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + "+" + UUID.randomUUID() + " " + key).getBytes(StandardCharsets.UTF_8));

        var answer = get(ADMINISTRATOR, path + "?sort=" + sort + "&after=" + after);

        assertThat(answer).hasStatus(422);
        assertThat(json(answer)).containsEntry("type", "/problems/unreadable");
    }

    @Test
    void aNumberOfABodyThatIsNoneIsLocated() {
        var answer = http.post()
                .uri("/api/premises/rooms")
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"usableArea\": 1E400000000, \"number\": 1E400000000}")
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("errors").toString()).contains("/usableArea");
    }

    @Test
    void aBodyThatLacksAFieldNamesIt() {
        var answer =
                post(ADMINISTRATOR, "/api/workbook/imports/" + UUID.randomUUID() + "/apply", Map.of("skipBad", "x"));

        assertThat(answer).hasStatus(400);
        assertThat(json(answer).get("errors").toString()).contains("/skipBad");
    }

    @Test
    void aWriteWithoutItsTokenIsNotBlamedOnTheRole() {
        var answer = http.post()
                .uri("/api/supervision/sweeps")
                .with(as(ADMINISTRATOR))
                .exchange();

        assertThat(answer).hasStatus(403);
        assertThat(json(answer)).containsEntry("type", "/problems/identity/token-missing");
    }
}
