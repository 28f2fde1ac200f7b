package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 5: the broker hands over no more than we can hold, and keeps the rest for a day. */
final class Mqtt5Post implements Post {

    private static final Logger log = LoggerFactory.getLogger(Mqtt5Post.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int IN_HAND = 64;
    private static final int LARGEST = 1 << 21;
    private static final long KEPT_SECONDS = 86_400;

    private final Mqtt5AsyncClient client;
    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private String topics = "";

    Mqtt5Post(MqttClientBuilder builder, MqttSettings.Broker broker) {
        var edition = builder.addConnectedListener(connected -> subscribe()).useMqttVersion5();
        if (broker.username() != null) {
            var auth = Mqtt5SimpleAuth.builder().username(broker.username());
            edition = edition.simpleAuth(
                    broker.password() == null
                            ? auth.build()
                            : auth.password(broker.password().getBytes(StandardCharsets.UTF_8))
                                    .build());
        }
        client = edition.buildAsync();
    }

    @Override
    public void open(String topics, Consumer<Letter> reader) {
        this.topics = topics;
        // Before there is a connection: what the broker has kept comes before anything is subscribed to anew.
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                letter -> reader.accept(new Letter(
                        letter.getTopic().toString(), letter.getPayloadAsBytes(), letter::acknowledge)),
                readers,
                true);
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(KEPT_SECONDS)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(IN_HAND)
                .maximumPacketSize(LARGEST)
                .applyRestrictions()
                .send()
                .whenComplete((ack, failure) -> {
                    if (failure != null) {
                        log.warn("The broker lets nobody in: {}", failure.getMessage());
                    }
                });
    }

    private void subscribe() {
        client.subscribeWith().topicFilter(topics).qos(MqttQos.AT_LEAST_ONCE).send().whenComplete((ack, failure) -> {
            if (failure != null) {
                log.warn("The broker lets nobody hear {}: {}", topics, failure.getMessage());
            }
        });
    }

    @Override
    public void send(String topic, byte[] payload) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public void close() {
        client.disconnect().whenComplete((gone, failure) -> readers.shutdown());
    }
}
