package org.yiti.telemetry.facts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How positions are made into facts.
 *
 * @param threads of this server; 0 where others do it
 * @param gather what comes within so long is folded together
 * @param pause after which it looks by itself, should nobody have woken it
 * @param inHand timelines kept between two folds, 300 kB each at most; others are read again
 */
@ConfigurationProperties("yiti.telemetry.facts")
record FactSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("200ms") Duration gather,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("500") int inHand) {}
