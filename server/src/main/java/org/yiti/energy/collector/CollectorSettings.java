package org.yiti.energy.collector;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port −1 for no door at all
 * @param connections open at a time
 * @param silence after which a collector is gone
 * @param collectors by the name of their source in the ledger
 */
@ConfigurationProperties("yiti.energy.collector")
record CollectorSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("-1") int port,
        @DefaultValue("50") int connections,
        @DefaultValue("10m") Duration silence,
        @DefaultValue Map<String, Collector> collectors) {

    /**
     * @param aes the sixteen characters of its key, used for nothing else
     * @param md5 its other key, by which it shows who it is
     */
    record Collector(String building, String gateway, String aes, String md5) {}
}
