package org.yiti.energy.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.problem.Wording;
import org.yiti.meters.Octets;
import org.yiti.meters.dlt645.Frame;
import org.yiti.meters.dlt645.Function;
import org.yiti.meters.dlt645.MeterAddress;
import org.yiti.meters.modbus.Pdu;
import org.yiti.meters.modbus.ReadFunction;
import org.yiti.meters.modbus.TcpFrame;

/** Devices on real sockets are asked, and what they say is stored as readings of their meters. */
class PollingTest extends Journey {

    private static final byte[] REPLY_645 = HexFormat.of().parseHex("FEFEFEFE6801002108262068910833333433896745330E16");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Sources sources;

    @Autowired
    private Points points;

    @Autowired
    private Intake intake;

    @Autowired
    private Wording wording;

    @Autowired
    private Clock clock;

    private String institution;

    @BeforeEach
    void anInstitution() {
        database.sql("delete from energy.source").update();
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", "采集市" + tag, "level", "市级"));
        institution = "PL-" + tag;
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        institution,
                        "name",
                        "采集局" + tag,
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        division));
    }

    private PollSources poller(String... networks) {
        var settings = new PollingSettings(
                List.of(networks), 1, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(700));
        return new PollSources(settings, sources, points, intake, wording, clock);
    }

    private UUID meter(String code) {
        return add(
                "energy/meters",
                Map.of("code", code, "name", code, "institutionCode", institution, "level", "分户", "energyKind", "电"));
    }

    private void source(String protocol, int port, Map<String, Object> point) {
        add(
                "energy/sources",
                Map.of(
                        "institutionCode",
                        institution,
                        "name",
                        "dev-" + tag,
                        "protocol",
                        protocol,
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "periodMinutes",
                        15));
        var cells = new HashMap<>(point);
        cells.putAll(Map.of("institutionCode", institution, "sourceName", "dev-" + tag, "item", "total"));
        add("energy/points", cells);
    }

    private List<BigDecimal> told(UUID meter) {
        return database.sql(
                        "select r.value from energy.raw_reading r join energy.meter m on m.number = r.meter where m.id = ?")
                .param(meter)
                .query(BigDecimal.class)
                .list();
    }

    private Map<String, Object> state() {
        return database.sql("select * from energy.source_state").query().singleRow();
    }

    @Test
    void aMeterBehindASerialServerIsReadAndItsEchoPassedOver() throws IOException {
        var meter = meter("PD-" + tag);
        try (var device = new ScriptedDevice(question -> {
            var both = new byte[question.length + REPLY_645.length];
            System.arraycopy(question, 0, both, 0, question.length);
            System.arraycopy(REPLY_645, 0, both, question.length, REPLY_645.length);
            return both;
        })) {
            source("DLT645_TCP", device.port(), Map.of("meterCode", "PD-" + tag, "address", "202608210001"));

            assertThat(poller("127.0.0.0/8").askNext()).isPresent();

            assertThat(told(meter)).containsExactly(new BigDecimal("1234.56"));
            assertThat(state()).containsEntry("failure", null).containsEntry("failures", 0);
            assertThat(poller("127.0.0.0/8").askNext())
                    .as("before its period is over")
                    .isEmpty();
        }
    }

    /** As a meter of the address in the question says it; silent unless its last digit is odd. */
    private static byte[] answerOfOddMeters(byte[] question) {
        var finder = Frame.finder();
        var replies = new ArrayList<byte[]>();
        finder.feed(question, asked -> {
            if ((asked.address().digits().charAt(11) - '0') % 2 == 1) {
                var late = MeterAddress.of("202608219998");
                var data = asked.data().plus(Octets.hex("56341200"));
                // What another meter was too slow to say comes first.
                replies.add(Frame.reply(late, Function.READ, false, data).encode());
                replies.add(
                        Frame.reply(asked.address(), Function.READ, false, data).encode());
            }
        });
        return replies.isEmpty()
                ? null
                : Octets.of(replies.get(0)).plus(Octets.of(replies.get(1))).bytes();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aMeterThatIsSilentOnItsBusSaysSoWhileTheOthersAreRead() throws IOException {
        var odd = meter("PO-" + tag);
        var even = meter("PE-" + tag);
        try (var device = new ScriptedDevice(PollingTest::answerOfOddMeters)) {
            source("DLT645_TCP", device.port(), Map.of("meterCode", "PE-" + tag, "address", "202608210002"));
            add(
                    "energy/points",
                    Map.of(
                            "institutionCode",
                            institution,
                            "sourceName",
                            "dev-" + tag,
                            "item",
                            "total",
                            "meterCode",
                            "PO-" + tag,
                            "address",
                            "202608210001"));

            poller("127.0.0.0/8").askNext();
        }

        assertThat(told(odd)).containsExactly(new BigDecimal("1234.56"));
        assertThat(told(even)).isEmpty();
        assertThat(state()).containsEntry("failures", 0);
        var health = json(get(ADMINISTRATOR, "/api/energy/health"));
        assertThat((List<Map<String, Object>>) health.get("meters"))
                .filteredOn(meter -> meter.get("code").toString().endsWith(tag))
                .extracting(meter -> meter.get("id"), meter -> meter.get("state"), meter -> meter.get("failure"))
                .containsExactly(tuple(even.toString(), "NEVER", "没有按时应答"), tuple(odd.toString(), "REPORTING", null));
        assertThat((List<Map<String, Object>>) health.get("sources"))
                .filteredOn(source -> source.get("name").equals("dev-" + tag))
                .singleElement()
                .satisfies(
                        source -> assertThat(source).containsEntry("points", 2).containsEntry("failures", 0));
    }

    @Test
    void registersOfAModbusDeviceBecomeReadings() throws IOException {
        var meter = meter("PM-" + tag);
        try (var device = new ScriptedDevice(question -> {
            var asked = TcpFrame.decode(question);
            return new TcpFrame(
                            asked.transaction(),
                            asked.unit(),
                            Pdu.Values.ofRegisters(ReadFunction.HOLDING_REGISTERS, 1, 0xE240)
                                    .octets())
                    .encode();
        })) {
            source(
                    "MODBUS_TCP",
                    device.port(),
                    Map.of("meterCode", "PM-" + tag, "address", "3", "register", 4096, "kind", "U32", "scale", 0.01));

            poller("127.0.0.0/8").askNext();

            assertThat(told(meter)).containsExactly(new BigDecimal("1234.56"));
        }
    }

    @Test
    void whatLiesOutsideTheAllowedNetworksIsNeverConnectedTo() throws IOException {
        meter("PS-" + tag);
        try (var device = new ScriptedDevice(question -> REPLY_645)) {
            source("DLT645_TCP", device.port(), Map.of("meterCode", "PS-" + tag, "address", "202608210001"));

            poller("10.0.0.0/8").askNext();

            assertThat(device.questions).hasValue(0);
            assertThat(state().get("failure")).asString().contains("127.0.0.1");
        }
    }

    @Test
    void aSilentDeviceIsLeftAloneLongerEachTime() throws IOException {
        meter("PQ-" + tag);
        try (var device = new ScriptedDevice(question -> null)) {
            source("DLT645_TCP", device.port(), Map.of("meterCode", "PQ-" + tag, "address", "202608210001"));
            for (var times = 1; times <= 3; times++) {
                database.sql("update energy.source_state set taken_until = now()")
                        .update();
                assertThat(poller("127.0.0.0/8").askNext()).isPresent();
                assertThat(state()).containsEntry("failures", times);
            }
            assertThat(device.questions).hasValue(3);
            assertThat(state().get("failure")).asString().contains("no reply");
        }
    }

    @Test
    void aDeviceThatTalksNonsenseIsNotBelieved() throws IOException {
        var meter = meter("PN-" + tag);
        try (var device = new ScriptedDevice(question -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})) {
            source(
                    "MODBUS_TCP",
                    device.port(),
                    Map.of("meterCode", "PN-" + tag, "address", "3", "register", 0, "kind", "U32"));

            poller("127.0.0.0/8").askNext();

            assertThat(told(meter)).isEmpty();
            assertThat(state()).containsEntry("failures", 1);
        }
    }
}
