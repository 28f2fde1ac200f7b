package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** A sweep that somebody asks for and listens to. */
class SweepJourneyTest extends Journey {

    @Test
    void tellsEveryRuleThatIsDoneUntilItIsOver() throws Exception {
        assertThat(post(ADMINISTRATOR, "/api/supervision/sweeps", Map.of())).hasStatus(202);

        var told = http.get()
                .uri("/api/supervision/sweeps/latest/events")
                .with(as(ADMINISTRATOR))
                .exchange(Duration.ofMinutes(2))
                .getResponse()
                .getContentAsString();

        assertThat(told).contains("event:progress").contains("\"state\":\"DONE\"");
        var last = told.substring(told.lastIndexOf("data:"));
        assertThat(last).contains("\"state\":\"DONE\"");
    }
}
