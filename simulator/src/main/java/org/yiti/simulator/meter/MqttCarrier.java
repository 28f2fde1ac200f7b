package org.yiti.simulator.meter;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.meters.json.ReadingTopic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Batches over a broker, and receipts back, as docs/operate/meters.md says. */
public final class MqttCarrier implements Carrier {

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final long PATIENCE_SECONDS = 30;

    private final ReadingTopic topic;
    private final Consumer<String> complain;
    private final Mqtt3AsyncClient client;
    private final Map<String, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();

    /**
     * @param broker {@code mqtt://user:password@host:1883}, or {@code mqtts}
     * @param gateway the name it publishes under
     */
    public MqttCarrier(URI broker, String gateway, Consumer<String> complain) {
        this.topic = new ReadingTopic(gateway);
        this.complain = complain;
        var tls = "mqtts".equals(broker.getScheme());
        var builder = MqttClient.builder()
                .useMqttVersion3()
                .identifier(gateway)
                .serverHost(broker.getHost())
                .serverPort(broker.getPort() >= 0 ? broker.getPort() : tls ? TLS_PORT : PORT)
                .automaticReconnectWithDefaultConfig();
        if (tls) {
            builder = builder.sslWithDefaultConfig();
        }
        var user = broker.getUserInfo();
        if (user != null) {
            var parts = user.split(":", 2);
            builder = builder.simpleAuth()
                    .username(parts[0])
                    .password((parts.length == 2 ? parts[1] : "").getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        client = builder.buildAsync();
        client.connectWith()
                .cleanSession(false)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(topic.receipts())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .callback(this::heard)
                        .send());
    }

    @Override
    public CompletableFuture<Outcome> bring(ReadingBatch batch) {
        var receipt = awaited.computeIfAbsent(batch.id(), id -> new CompletableFuture<>());
        client.publishWith()
                .topic(topic.readings())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(batch.json())
                .send();
        return receipt.completeOnTimeout(Outcome.UNKNOWN, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((outcome, failure) -> awaited.remove(batch.id()));
    }

    /** A receipt names its batch. What could not be read as one is refused without a name, and only one is under way. */
    private void heard(Mqtt3Publish message) {
        try {
            var receipt = JsonMapper.shared().readTree(message.getPayloadAsBytes());
            var waiting = awaited.get(receipt.path("batch").asString(""));
            if (waiting != null) {
                HttpCarrier.complain(receipt, complain);
                waiting.complete(Outcome.of(receipt));
            } else if (receipt.has("type")) {
                complain.accept(receipt.path("message").asString(receipt.toString()));
                awaited.values().forEach(one -> one.complete(Outcome.REFUSED));
            }
        } catch (JacksonException unreadable) {
            complain.accept("A receipt that is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
