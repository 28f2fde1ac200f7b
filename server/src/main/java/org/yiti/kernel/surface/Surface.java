package org.yiti.kernel.surface;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the server stands in its network.
 *
 * @param proxies addresses or networks (CIDR) whose word about where a request came from is believed
 * @param anonymousPerMinute writes of whoever is not signed in, by address: each may cost a hash of a password
 * @param workPerMinute exports, imports, proofs and sweeps of one account
 */
@ConfigurationProperties("yiti.surface")
record Surface(
        @DefaultValue List<String> proxies,
        @DefaultValue("120") int anonymousPerMinute,
        @DefaultValue("60") int workPerMinute) {}
