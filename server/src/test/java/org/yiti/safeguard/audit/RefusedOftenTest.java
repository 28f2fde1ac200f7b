package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusedOftenTest {

    private Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private final RefusedOften often = new RefusedOften(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private int told(String account, int times) {
        var told = 0;
        for (var i = 0; i < times; i++) {
            told += often.isTold(account) ? 1 : 0;
        }
        return told;
    }

    @Test
    void oneAccountFillsTheLogWithNoMoreThanSomeRefusalsAMinuteAndOneSum() {
        assertThat(told("li", 1000)).isEqualTo(RefusedOften.A_MINUTE);
        assertThat(told("wang", 3)).as("nobody else").isEqualTo(3);
        assertThat(often.ended()).as("the minute is not over").isEmpty();

        now = now.plus(Duration.ofMinutes(1));

        assertThat(often.ended()).containsExactly(new RefusedOften.Untold("li", 1000 - RefusedOften.A_MINUTE));
        assertThat(often.ended()).as("once").isEmpty();
        assertThat(told("li", 1)).as("a minute of its own").isEqualTo(1);
    }

    @Test
    void whoeverGoesTellsOfTheMinuteThatIsNotOver() {
        told("li", 100);

        assertThat(often.all()).containsExactly(new RefusedOften.Untold("li", 100 - RefusedOften.A_MINUTE));
        assertThat(often.all()).as("once").isEmpty();
    }
}
