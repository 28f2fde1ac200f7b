package org.yiti.energy.polling;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be asked, and with how much patience. A ledger names hosts, and ledgers are written by many: nothing is asked
 * that does not lie in a network whoever runs the house has named.
 *
 * @param networks CIDR ranges; empty for nothing at all
 * @param threads sources asked at a time
 */
@ConfigurationProperties("yiti.energy.polling")
record PollingSettings(
        @DefaultValue List<String> networks,
        @DefaultValue("4") int threads,
        @DefaultValue("1s") Duration look,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("3s") Duration reply) {}
