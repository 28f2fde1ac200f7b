package org.yiti.energy.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.meters.Octets;
import org.yiti.meters.mohurd.Challenge;
import org.yiti.meters.mohurd.Collected;
import org.yiti.meters.mohurd.Common;
import org.yiti.meters.mohurd.Envelope;
import org.yiti.meters.mohurd.EnvelopeForm;
import org.yiti.meters.mohurd.EnvelopeReader;
import org.yiti.meters.mohurd.Message;
import org.yiti.meters.mohurd.PayloadCipher;

/** A collector calls on a real socket: challenged, believed when it knows its key, acknowledged when its readings are stored. */
class CollectorJourneyTest extends Journey {

    private static final Common SELF = new Common("330302G101", "01");
    private static final String AES = "0000000000123456";

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private StoreCollected store;

    @Autowired
    private Clock clock;

    private CollectorDoor door;
    private final List<Envelope> heard = new ArrayList<>();
    private final EnvelopeReader reader = new EnvelopeReader(EnvelopeForm.GUIDE);

    @BeforeEach
    void anOpenDoor() {
        var collector = new CollectorSettings.Collector("330302G101", "01", AES, "secret");
        door = new CollectorDoor(
                new CollectorSettings("127.0.0.1", 0, 5, Duration.ofSeconds(20), Map.of("col-" + tag, collector)),
                store,
                clock);
        door.start();
    }

    @AfterEach
    void closed() {
        door.stop();
    }

    private void say(Socket socket, Message message) throws IOException {
        socket.getOutputStream()
                .write(new Envelope(
                                Octets.hex("00000001"), PayloadCipher.of(AES).encrypt(message.xml()))
                        .encode(EnvelopeForm.GUIDE));
        socket.getOutputStream().flush();
    }

    private Message hear(Socket socket) throws IOException {
        var buffer = new byte[4096];
        while (heard.isEmpty()) {
            var length = socket.getInputStream().read(buffer);
            if (length < 0) {
                throw new IOException("hung up");
            }
            reader.feed(Arrays.copyOf(buffer, length), heard::add);
        }
        return Message.parse(PayloadCipher.of(AES).decrypt(heard.remove(0).payload()));
    }

    private Socket line() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private boolean admitted(Socket socket, String key) throws IOException {
        say(socket, new Message.Request(SELF));
        var sequence = ((Message.Sequence) hear(socket)).sequence();
        say(socket, new Message.Md5(SELF, Challenge.SEQUENCE_THEN_KEY.answer(sequence, key)));
        return ((Message.Result) hear(socket)).pass();
    }

    @Test
    void whatWasMadeUpAfterAnOutageIsAcknowledgedWhenItIsStored() throws IOException {
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", "采集器市" + tag, "level", "市级"));
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        "CL-" + tag,
                        "name",
                        "采集器局" + tag,
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
                        "CM-" + tag,
                        "name",
                        "总电表",
                        "institutionCode",
                        "CL-" + tag,
                        "level",
                        "分户",
                        "energyKind",
                        "电"));
        add("energy/sources", Map.of("institutionCode", "CL-" + tag, "name", "col-" + tag, "protocol", "MOHURD"));
        add(
                "energy/points",
                Map.of(
                        "institutionCode",
                        "CL-" + tag,
                        "sourceName",
                        "col-" + tag,
                        "meterCode",
                        "CM-" + tag,
                        "item",
                        "total",
                        "address",
                        "7"));
        try (var socket = line()) {
            assertThat(admitted(socket, "secret")).isTrue();
            assertThat(hear(socket)).isInstanceOf(Message.Time.class);
            var readings =
                    List.of(new Collected("7", "1", "01A00", "0", "812.5"), new Collected("8", "1", "01A00", "0", "1"));
            say(
                    socket,
                    new Message.Data(
                            SELF,
                            Message.Data.Occasion.CONTINUOUS,
                            "55",
                            true,
                            LocalDateTime.of(2026, 11, 1, 0, 0),
                            1,
                            1,
                            readings));

            assertThat(hear(socket)).isInstanceOf(Message.ContinuousAck.class);
        }
        assertThat(database.sql(
                                "select r.value from energy.raw_reading r join energy.meter m on m.number = r.meter where m.code = ?")
                        .param("CM-" + tag)
                        .query(BigDecimal.class)
                        .list())
                .containsExactly(new BigDecimal("812.5"));
    }

    @Test
    void whoDoesNotKnowTheKeyIsSentAway() throws IOException {
        try (var socket = line()) {
            assertThat(admitted(socket, "guess")).isFalse();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNoFrameEndsTheLine() throws IOException {
        try (var socket = line()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
