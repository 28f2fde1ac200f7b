package org.yiti.energy.mqtt;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The site's own brokers, by a name for each; none unless somebody enters one.
 *
 * @param brokers by name: in the environment {@code YITI_ENERGY_MQTT_BROKERS_SITE_URL} and so on
 */
@ConfigurationProperties("yiti.energy.mqtt")
record MqttSettings(@DefaultValue Map<String, Broker> brokers) {

    /**
     * @param url {@code mqtt://host:1883}, or {@code mqtts://host:8883} with TLS
     * @param version 5 or 3 (3.1.1)
     * @param client what this house calls itself there; the broker keeps for it what it has not acknowledged
     */
    record Broker(
            String url,
            @DefaultValue("5") int version,
            @DefaultValue("yiti") String client,
            @Nullable String username,
            @Nullable String password) {}
}
