package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** MQTT 3.1.1. */
final class Mqtt3Post extends Post {

    private final Mqtt3AsyncClient client;

    Mqtt3Post(MqttClientBuilder builder, MqttSettings.Broker broker) {
        var edition = builder.addConnectedListener(connected -> connected()).useMqttVersion3();
        if (broker.username() != null) {
            var auth = Mqtt3SimpleAuth.builder().username(broker.username());
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
                .cleanSession(false)
                .keepAlive(KEEP_ALIVE_SECONDS)
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
