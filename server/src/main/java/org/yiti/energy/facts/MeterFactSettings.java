package org.yiti.energy.facts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hours of meters are made into facts.
 *
 * @param threads of this server; 0 where others do it
 * @param pause after which it looks whether days have changed, when it has nothing to do
 */
@ConfigurationProperties("yiti.energy.facts")
record MeterFactSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("300ms") Duration pause) {}
