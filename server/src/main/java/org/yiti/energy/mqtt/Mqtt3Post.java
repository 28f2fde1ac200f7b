package org.yiti.energy.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 3.1.1. */
final class Mqtt3Post implements Post {

    private static final Logger log = LoggerFactory.getLogger(Mqtt3Post.class);
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Mqtt3AsyncClient client;
    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private String topics = "";

    Mqtt3Post(MqttClientBuilder builder, MqttSettings.Broker broker) {
        var edition = builder.addConnectedListener(connected -> subscribe()).useMqttVersion3();
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
        this.topics = topics;
        // Before there is a connection: what the broker has kept comes before anything is subscribed to anew.
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                letter -> reader.accept(new Letter(
                        letter.getTopic().toString(), letter.getPayloadAsBytes(), letter::acknowledge)),
                readers,
                true);
        client.connectWith().cleanSession(false).keepAlive(KEEP_ALIVE_SECONDS).send().whenComplete((ack, failure) -> {
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
