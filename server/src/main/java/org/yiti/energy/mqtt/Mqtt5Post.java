package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** MQTT 5: the broker hands over no more than we can hold, and keeps the rest for a day. */
final class Mqtt5Post extends Post {

    private static final int IN_HAND = 64;
    private static final int LARGEST = 1 << 21;
    private static final long KEPT_SECONDS = 86_400;

    private final Mqtt5AsyncClient client;

    Mqtt5Post(MqttClientBuilder builder, MqttSettings.Broker broker) {
        var edition = builder.addConnectedListener(connected -> connected()).useMqttVersion5();
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
    void hear(Consumer<Letter> reader, Executor readers) {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                letter -> reader.accept(
                        new Letter(letter.getTopic().toString(), letter.getPayloadAsBytes(), letter::acknowledge)),
                readers,
                true);
    }

    @Override
    CompletableFuture<?> connect() {
        return client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(KEPT_SECONDS)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(IN_HAND)
                .maximumPacketSize(LARGEST)
                .applyRestrictions()
                .send();
    }

    @Override
    CompletableFuture<?> subscribe(String topics) {
        return client.subscribeWith()
                .topicFilter(topics)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }

    @Override
    CompletableFuture<?> disconnect() {
        return client.disconnect();
    }

    @Override
    void send(String topic, byte[] payload) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    boolean isConnected() {
        return client.getState().isConnected();
    }
}
