package org.yiti.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.identity.Profile;

class PolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Policy proofLasting(Duration duration) {
        return new Policy(Profile.MLPS3, true, duration, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M0.001S", "PT1H", "PT0S", "-PT1M"})
    void aProofSufficesForTenMinutesAtMost(Duration duration) {
        assertThatThrownBy(() -> proofLasting(duration)).hasMessageContaining("YITI_CONFIRMED_FOR");
    }

    @Test
    void aProofIsTooOldOnceItsTimeIsOver() {
        var policy = proofLasting(Duration.ofMinutes(10));

        assertThat(policy.isStale(NOW.minus(Duration.ofMinutes(10)), CLOCK)).isFalse();
        assertThat(policy.isStale(NOW.minus(Duration.ofMinutes(10)).minusMillis(1), CLOCK))
                .isTrue();
        assertThat(proofLasting(Duration.ofMinutes(2)).isStale(NOW.minus(Duration.ofMinutes(3)), CLOCK))
                .isTrue();
    }
}
