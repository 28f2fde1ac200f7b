package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiti.meters.json.ReadingTopic;

/**
 * Subscribes to the readings of all gateways at the site's own brokers. What a gateway published is acknowledged to the
 * broker once it is stored; until then the broker keeps it, also while the house is down.
 */
@Component
@EnableConfigurationProperties(MqttSettings.class)
class Brokers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Brokers.class);

    private final MqttSettings settings;
    private final ReadLetters readLetters;
    private final List<Post> posts = new ArrayList<>();

    Brokers(MqttSettings settings, ReadLetters readLetters) {
        this.settings = settings;
        this.readLetters = readLetters;
    }

    @Override
    public void start() {
        settings.brokers().forEach((name, broker) -> {
            var post = post(broker);
            posts.add(post);
            post.open(ReadingTopic.ALL, letter -> readLetters.read(letter, post));
            log.info("Readings are heard from the broker {}", name);
        });
    }

    private static Post post(MqttSettings.Broker broker) {
        var url = URI.create(broker.url());
        var isSecure = "mqtts".equals(url.getScheme());
        var builder = MqttClient.builder()
                .identifier(broker.client())
                .serverHost(url.getHost())
                .serverPort(url.getPort() > 0 ? url.getPort() : isSecure ? 8883 : 1883)
                .automaticReconnect()
                .initialDelay(1, TimeUnit.SECONDS)
                .maxDelay(2, TimeUnit.MINUTES)
                .applyAutomaticReconnect();
        if (isSecure) {
            builder = builder.sslWithDefaultConfig();
        }
        return broker.version() == 3 ? new Mqtt3Post(builder, broker) : new Mqtt5Post(builder, broker);
    }

    boolean isConnected() {
        return posts.stream().allMatch(Post::isConnected);
    }

    @Override
    public void stop() {
        posts.forEach(Post::close);
        posts.clear();
    }

    @Override
    public boolean isRunning() {
        return !posts.isEmpty();
    }

    /** Hears nobody before the intake is open, and nobody any more when it closes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 15;
    }
}
