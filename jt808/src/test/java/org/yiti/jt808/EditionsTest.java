package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.area.AreaReply;
import org.yiti.jt808.area.Circle;
import org.yiti.jt808.control.TextMessage;
import org.yiti.jt808.driver.DriverIdentity;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaReply;
import org.yiti.jt808.parameter.Parameter;
import org.yiti.jt808.parameter.Parameters;
import org.yiti.jt808.parameter.ParametersReply;
import org.yiti.jt808.position.Alarm;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.ResendRequest;
import org.yiti.jt808.session.ServerTime;
import org.yiti.jt808.session.TerminalAttributes;

/** Where the editions differ, and where terminals mix them. */
class EditionsTest {

    private static final String PLATE = "b2e24131323334"; // 测A1234

    @Test
    void aRegistrationTellsItsEditionByItsLength() {
        var in2011 = "001f0073" + "7a68313233" + "6d6f64656c202020" + "37363534333231" + "01" + PLATE;
        var in2013 = "001f0073" + "7a68313233" + "6d6f64656c" + "00".repeat(15) + "37363534333231" + "01" + PLATE;

        assertThat(decode(0x0100, in2011, null).version()).isEqualTo(Version.V2011);
        assertThat(decode(0x0100, in2013, null).version()).isEqualTo(Version.V2013);
        for (var body : List.of(in2011, in2013)) {
            var registration = decode(0x0100, body, null).as(Registration.class).orElseThrow();
            assertThat(registration.model()).hasToString("model");
            assertThat(registration.terminal()).hasToString("7654321");
            assertThat(registration.plate()).hasToString("测A1234");
        }
    }

    @Test
    void aTerminalOf2019MayRegisterAndAuthenticateAsIn2013() {
        var registration = "001f0073" + "7a68313233" + "6d6f64656c" + "00".repeat(15) + "37363534333231" + "01" + PLATE;

        assertThat(decode2019(0x0100, registration)
                        .as(Registration.class)
                        .orElseThrow()
                        .terminal())
                .hasToString("7654321");
        assertThat(decode2019(0x0102, "4131423243334434")
                        .as(Authentication.class)
                        .orElseThrow()
                        .code())
                .hasToString("A1B2C3D4");
    }

    @Test
    void theEditionOfTheSessionCountsWhereNothingElseTells() {
        assertThat(decode(0x0002, "", Version.V2011).version()).isEqualTo(Version.V2011);
        assertThat(decode(0x0002, "", Version.V2019).version()).isEqualTo(Version.V2013);
        assertThat(decode(0x0002, "", null).version()).isEqualTo(Version.V2013);
        assertThat(decode2019(0x0002, "").version()).isEqualTo(Version.V2019);
    }

    @Test
    void terminalAttributesAreReadByTheRoomsThatFit() {
        var rest = "12345678901234567890" + "0331303001" + "31" + "0103";
        for (var maker : new int[] {5, 11}) {
            var body = "0001" + "4d".repeat(maker) + "4e".repeat(30) + "4f".repeat(30) + rest;
            var attributes =
                    decode2019(0x0107, body).as(TerminalAttributes.class).orElseThrow();
            assertThat(attributes.maker().bytes().length()).isEqualTo(maker);
            assertThat(attributes.hardware()).hasToString("100");
            assertThat(attributes.communication()).isEqualTo(3);
        }
        var of2013 = "0001" + "4d".repeat(5) + "4e".repeat(20) + "4f".repeat(7) + rest;
        assertThat(decode2019(0x0107, of2013)
                        .as(TerminalAttributes.class)
                        .orElseThrow()
                        .gnss())
                .isEqualTo(1);
    }

    @Test
    void aResendRequestCountsInOneByteOrTwo() {
        var request = new ResendRequest(100, List.of(2, 3));

        assertThat(hex(ResendRequest.PLATFORM, request, Version.V2013)).contains("0064" + "02" + "00020003");
        assertThat(hex(ResendRequest.PLATFORM, request, Version.V2019)).contains("0064" + "0002" + "00020003");
    }

    @Test
    void aTextHasATypeSince2019() {
        var text = new TextMessage(TextMessage.READ_ALOUD, 1, Text.of("好"));

        assertThat(hex(TextMessage.KIND, text, Version.V2013)).contains("08bac3");
        assertThat(hex(TextMessage.KIND, text, Version.V2019)).contains("0801bac3");
    }

    @Test
    void aDriverMayEndAfterTheTimeAndIn2011HasNone() {
        var out =
                decode(0x0702, "02260821103000", null).as(DriverIdentity.class).orElseThrow();
        assertThat(out.card()).isNull();

        var in2011 = "04d5c5c8fd" + "31".repeat(20) + "32".repeat(40) + "02d6d0";
        for (var session : new Version[] {Version.V2011, Version.V2013}) {
            var driver = decode(0x0702, in2011, session)
                    .as(DriverIdentity.class)
                    .orElseThrow()
                    .driver();
            assertThat(driver.name()).hasToString("张三");
            assertThat(driver.idCard()).hasToString("1".repeat(20));
        }
    }

    @Test
    void aMultimediaReplyOf2011BeginsWithASerial() {
        assertThat(decode(0x8800, "0007" + "0000c15f", null)
                        .as(MediaReply.class)
                        .orElseThrow()
                        .serial())
                .isEqualTo(7);
        assertThat(decode(0x8800, "0000c15f", Version.V2011)
                        .as(MediaReply.class)
                        .orElseThrow()
                        .id())
                .isEqualTo(0xc15f);
        assertThat(decode(0x8800, "0000c15f" + "02" + "00010002", null)
                        .as(MediaReply.class)
                        .orElseThrow()
                        .missing())
                .containsExactly(1, 2);
    }

    @Test
    void multimediaDataOf2011HaveNoLocation() {
        var event = "00000a070000017b";

        var part = decode(0x0801, event + "00000003" + "00000002" + "0102", Version.V2011)
                .as(MediaData.class)
                .orElseThrow();
        assertThat(part.part()).isEqualTo(new MediaData.Part(3, 2));
        assertThat(part.data()).hasToString("0102");
        for (var session : Version.values()) {
            var bare = decode(0x0801, event + "01020304", session)
                    .as(MediaData.class)
                    .orElseThrow();
            assertThat(bare.location()).isNull();
            assertThat(bare.data()).hasToString("01020304");
        }
    }

    @Test
    void areasThatWereAskedForComeInLotsOrWithout() {
        var circle = "000005f200de075bcd15075bcd15000000c8003cc8029a0008536d616c6c436869";

        for (var body : List.of("01" + "00000001" + "0101" + circle, "01" + "00000001" + circle)) {
            var message = decode2019(0x0608, body);
            assertThat(message.rest().isEmpty()).isTrue();
            assertThat(message.as(AreaReply.class).orElseThrow().areas())
                    .singleElement()
                    .isInstanceOfSatisfying(Circle.class, it -> {
                        assertThat(it.id()).isEqualTo(1522);
                        assertThat(it.addition().nightMaxSpeed()).isEqualTo(666);
                    });
        }
        assertThat(decode2019(0x0608, "05000000030000000100000002").rest().length())
                .isEqualTo(8);
    }

    @Test
    void serverTimeIsUtcAndEverythingElseBeijing() {
        var noon = Instant.parse("2026-08-21T04:00:00Z");

        assertThat(ServerTime.of(noon).utc()).hasToString("2026-08-21T04:00:00");
        assertThat(ServerTime.of(noon).instant()).contains(noon);
        assertThat(BcdTime.of(noon)).hasToString("2026-08-21T12:00:00");
    }

    @Test
    void anAlarmBitMeansWhatItsEditionSays() {
        assertThat(Alarm.of(1 << 3, Version.V2013)).containsExactly(Alarm.DANGER_WARNING);
        assertThat(Alarm.of(1 << 3, Version.V2019)).containsExactly(Alarm.DANGEROUS_DRIVING);
        assertThat(Alarm.of(1L << 31, Version.V2019)).isEmpty();
        assertThat(Alarm.DANGEROUS_DRIVING.isClearedByReply()).isFalse();
    }

    @Test
    void aParameterIsOfItsKindWhenItsLengthFits() {
        var reply = decode(0x0104, "0007" + "02" + "00000055" + "04" + "00000064" + "00000055" + "01" + "64", null)
                .as(ParametersReply.class)
                .orElseThrow();

        assertThat(reply.parameters().get(0).as(Parameters.MAX_SPEED)).contains(100L);
        assertThat(reply.parameters().get(1).as(Parameters.MAX_SPEED)).isEmpty();
        assertThat(Parameter.of(Parameters.PLATE, Text.of("京A12345")).value()).hasToString("bea9413132333435");
    }

    @Test
    void bytesThatAreNoTextAreKept() {
        var message = decode(0x8300, "00ff80c1", null);

        assertThat(message.as(TextMessage.class).orElseThrow().text().bytes()).hasToString("ff80c1");
        assertThat(new BcdTime(0x2613_3225_6199L).local()).isEmpty();
        assertThat(new BcdTime(0xabcd_efab_cdefL)).hasToString("abcdefabcdef");
    }

    private static Message<?> decode(int id, String body, Version session) {
        return Jt808.STANDARD.decode(
                new Packet(new Header(id, body.length() / 2, 0, "013800138000", 1, 0, 0), Bytes.ofHex(body)), session);
    }

    private static Message<?> decode2019(int id, String body) {
        var header = new Header(id, Header.VERSIONED | body.length() / 2, 1, "00000000013800138000", 1, 0, 0);
        var packet = new Packet(header, Bytes.ofHex(body));
        var message = Jt808.STANDARD.decode(packet, null);
        assertThat(Jt808.STANDARD.encode(message)).isEqualTo(Jt808.STANDARD.encode(packet));
        return message;
    }

    private static <T> String hex(Kind<T> kind, T body, Version version) {
        return Bytes.of(Jt808.STANDARD.encode(kind, body, version, "0138", 1).get(0))
                .hex();
    }
}
