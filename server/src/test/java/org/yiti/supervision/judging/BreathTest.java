package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreathTest {

    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

    private final Breath breath = new Breath();

    private void judged(Duration took) {
        breath.after(NOON.minus(took), NOON);
    }

    @Test
    void whoHasNotJudgedYetBeginsAtOnce() {
        assertThat(breath.until(NOON)).isEmpty();
    }

    @Test
    void quickJudgingIsFollowedByTheNextAtOnce() {
        judged(Breath.QUICK);
        assertThat(breath.until(NOON)).isEmpty();
    }

    @Test
    void whatTookLongIsFollowedByNearlyAsLongAPause() {
        judged(Duration.ofSeconds(9));
        assertThat(breath.until(NOON)).contains(NOON.plusSeconds(8));
        assertThat(breath.until(NOON.plusSeconds(8))).isEmpty();
    }

    @Test
    void noPauseIsLongerThanPeopleWait() {
        judged(Duration.ofMinutes(20));
        assertThat(breath.until(NOON)).contains(NOON.plus(Breath.MOST));
    }
}
