package org.yiti.identity.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yiti.identity.Profile;

/**
 * What the house has chosen.
 *
 * @param profile how strict passwords and sessions are
 * @param secondFactor whether everybody must have a second factor; a house without falls short of both standards
 * @param confirmedFor how long a proof of who one is suffices for a grave act; shorter than {@link Profile#CONFIRMED_FOR} at will, never longer
 * @param url how people reach this house, such as {@code https://yiti.example.gov.cn}; empty where it is not said
 */
@ConfigurationProperties("yiti.identity")
public record Policy(
        @DefaultValue("MLPS3") Profile profile,
        @DefaultValue("true") boolean secondFactor,
        @DefaultValue("10m") Duration confirmedFor,
        @DefaultValue("") String url) {

    public Policy {
        if (confirmedFor.isNegative() || confirmedFor.isZero() || confirmedFor.compareTo(Profile.CONFIRMED_FOR) > 0) {
            throw new IllegalArgumentException(
                    "yiti.identity.confirmed-for (YITI_CONFIRMED_FOR) must be at most ten minutes: " + confirmedFor);
        }
    }

    /** Whether the proof of who they are, given at this moment, suffices no longer. */
    public boolean isStale(Instant confirmedAt, Clock clock) {
        return confirmedAt.isBefore(clock.instant().minus(confirmedFor));
    }
}
