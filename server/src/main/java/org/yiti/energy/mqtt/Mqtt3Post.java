package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 3.1.1. */
final class Mqtt3Post implements Post {

    private static final Logger log = LoggerFactory.getLogger(Mqtt3Post.class);

    private final Mqtt3AsyncClient client;

    Mqtt3Post(MqttClientBuilder builder, MqttSettings.Broker broker) {
        var edition = builder.useMqttVersion3();
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
    public void open(String topics, Consumer<Letter> reader) {
        client.connectWith().cleanSession(false).keepAlive(30).send().whenComplete((ack, failure) -> {
            if (failure != null) {
                log.warn("The broker lets nobody in: {}", failure.getMessage());
            }
        });
        client.subscribeWith()
                .topicFilter(topics)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(letter -> reader.accept(new Letter(
                        letter.getTopic().toString(), letter.getPayloadAsBytes(), letter::acknowledge)))
                .manualAcknowledgement(true)
                .send();
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
        client.disconnect();
    }
}
