package org.yiti.energy.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient.Mqtt3Publishes;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.Soon;
import tools.jackson.databind.json.JsonMapper;

/** A gateway publishes to a real broker: what it says is stored, and acknowledged when it is. */
abstract class MqttJourney extends Journey {

    private final int edition;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String gateway = "gw-" + tag;

    @Autowired
    private ReadLetters readLetters;

    private AutoCloseable server;
    private int port;
    private Brokers brokers;
    private Mqtt3BlockingClient client;
    private Mqtt3Publishes receipts;

    /** @param edition of MQTT that the house speaks to it; gateways speak 3.1.1 */
    MqttJourney(int edition) {
        this.edition = edition;
    }

    /** @return what closes it */
    abstract AutoCloseable broker(int port) throws Exception;

    @BeforeEach
    void aBrokerAGatewayAndTheHouse() throws Exception {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = broker(port);
        brokers = brokers();
        brokers.start();
        client = MqttClient.builder()
                .identifier(gateway)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion3()
                .buildBlocking();
        receipts = client.publishes(MqttGlobalPublishFilter.SUBSCRIBED);
        // A broker that has only just begun to listen may drop its first guest.
        Soon.soon("the gateway is at the broker", this::comesIn, isIn -> isIn);
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", "网关市" + tag, "level", "市级"));
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        "GW-" + tag,
                        "name",
                        "网关局" + tag,
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        division));
        add(
                "energy/meters",
                Map.of(
                        "code",
                        "GM-" + tag,
                        "name",
                        "总电表",
                        "institutionCode",
                        "GW-" + tag,
                        "level",
                        "分户",
                        "energyKind",
                        "电"));
        Soon.soon("the house is at the broker", () -> brokers.isConnected(), connected -> connected);
    }

    private boolean comesIn() {
        try {
            if (!client.getState().isConnected()) {
                client.connect();
            }
            client.subscribeWith()
                    .topicFilter("yiti/" + gateway + "/receipts")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            return true;
        } catch (MqttClientStateException | MqttSessionExpiredException | ConnectionClosedException away) {
            return false;
        }
    }

    private Brokers brokers() {
        var broker = new MqttSettings.Broker("mqtt://127.0.0.1:" + port, edition, "yiti-" + tag, null, null);
        return new Brokers(new MqttSettings(Map.of("site", broker)), readLetters);
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        if (client != null) {
            brokers.stop();
            receipts.close();
            client.disconnect();
            server.close();
        }
    }

    private void entered() {
        add("energy/sources", Map.of("institutionCode", "GW-" + tag, "name", gateway, "protocol", "MQTT"));
    }

    private void publish(String body) {
        client.publishWith()
                .topic("yiti/" + gateway + "/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private String batch(String id, String time, String register) {
        return """
                {"version": 1, "batch": "%s", "readings": [{"meter": "GM-%s", "time": "%s", "register": %s, "unit": "kWh"}]}
                """.formatted(id, tag, time, register);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> receipt() throws InterruptedException {
        var letter = receipts.receive(2, TimeUnit.MINUTES);
        assertThat(letter).as("a receipt").isPresent();
        return JsonMapper.shared().readValue(letter.get().getPayloadAsBytes(), Map.class);
    }

    private long stored() {
        return database.sql(
                        "select count(*) from energy.raw_reading r join energy.meter m on m.number = r.meter where m.code = ?")
                .param("GM-" + tag)
                .query(Long.class)
                .single();
    }

    @Test
    void whatAGatewayPublishesIsStoredOnceAndItIsTold() throws InterruptedException {
        entered();
        publish(batch("m-1", "2026-11-01T00:00:00+08:00", "1.5"));
        assertThat(receipt()).containsEntry("batch", "m-1").containsEntry("stored", 1);
        publish(batch("m-1", "2026-11-01T00:00:00+08:00", "1.5"));
        assertThat(receipt()).containsEntry("stored", 0).containsEntry("repeated", 1);

        assertThat(stored()).isEqualTo(1);
        assertThat(database.sql(
                                "select count(*) from energy.source_state t join energy.source s on s.id = t.source_id where s.name = ? and t.heard_at is not null")
                        .param(gateway)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aGatewayThatNobodyHasEnteredIsToldSoAndWhatItSaidWaits() throws InterruptedException {
        publish(batch("m-2", "2026-11-01T00:00:00+08:00", "1.5"));

        assertThat(receipt()).containsEntry("type", "/problems/energy/source-not-known");
        assertThat(stored()).isZero();
        assertThat(items(get(ADMINISTRATOR, "/api/energy/set-aside?device=GM-" + tag)))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("source", "mqtt/" + gateway)
                        .containsEntry("batch", "m-2")
                        .containsEntry("reason", "energy/source-not-known")
                        .containsEntry("institutionId", null));
    }

    @Test
    void whatIsNoBatchIsToldWithItsPlace() throws InterruptedException {
        entered();
        publish("{\"version\": 1, \"batch\": \"m\", \"readings\": [{}]}");

        assertThat(receipt()).containsEntry("type", "/problems/meters/json-unfit");
        assertThat(items(get(ADMINISTRATOR, "/api/energy/batches/set-aside?device=" + gateway)))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("source", "mqtt/" + gateway)
                        .containsEntry("institutionName", "网关局" + tag)
                        .containsEntry("reason", "meters/json-unfit"));
    }

    @Test
    void aBatchThatNamesAnotherGatewayIsToldSoAndWaits() throws InterruptedException {
        entered();
        publish(batch("m-5", "2026-11-01T00:00:00+08:00", "1.5")
                .replace("\"batch\"", "\"gateway\": \"gw-other\", \"batch\""));

        assertThat(receipt()).containsEntry("type", "/problems/energy/source-is-another");
        assertThat(stored()).isZero();
        assertThat(items(get(ADMINISTRATOR, "/api/energy/batches/set-aside?device=" + gateway)))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("reason", "energy/source-is-another"));
    }

    @Test
    void whatComesWhileTheHouseIsAwayIsStoredWhenItIsBack() throws InterruptedException {
        entered();
        publish(batch("m-3", "2026-11-01T00:00:00+08:00", "1.5"));
        receipt();
        brokers.stop();
        publish(batch("m-4", "2026-11-01T01:00:00+08:00", "2.5"));

        brokers = brokers();
        brokers.start();

        assertThat(receipt()).containsEntry("batch", "m-4").containsEntry("stored", 1);
        assertThat(stored()).isEqualTo(2);
    }
}
