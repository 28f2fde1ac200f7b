package org.yiti.meters.mohurd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.meters.Mutations;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;
import org.yiti.meters.mohurd.Message.Data.Occasion;

class MohurdTest {

    private static final Common SELF = new Common("330302G101", "01");
    private static final String KEY = "0000000000123456";
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 8, 0, 5);
    private static final Message.Data DATA = new Message.Data(
            SELF,
            Occasion.CONTINUOUS,
            "17",
            true,
            NOW.minusHours(1),
            3,
            2,
            List.of(
                    new Collected("M1", "F1", "01A10", "0", "123.45"),
                    new Collected("M1", "F2", "01A20", "0", "0"),
                    new Collected("M2", "F1", "01B00", "7", "")));

    private static byte[] sealed(Message message) {
        var payload = PayloadCipher.of(KEY).encrypt(message.xml());
        return new Envelope(Octets.hex("00000001"), payload).encode(EnvelopeForm.GUIDE);
    }

    private static Message opened(byte[] bytes) {
        var payload = Envelope.decode(EnvelopeForm.GUIDE, bytes).payload();
        return Message.parse(PayloadCipher.of(KEY).decrypt(payload));
    }

    @Test
    void anEnvelopeIsFormedAsTheGuideSays() {
        var bytes = Octets.of(
                new Envelope(Octets.hex("1692EC42"), Octets.hex("313233343536373839")).encode(EnvelopeForm.GUIDE));

        // 0D = 4 + 9, lowest byte first. The CRC of the digits alone would be 31C3.
        assertThat(bytes.toString())
                .startsWith("686816160D0000001692EC42313233343536373839")
                .endsWith("55AA55AA");
        assertThat(Envelope.decode(EnvelopeForm.GUIDE, bytes.bytes()).serial()).isEqualTo(Octets.hex("1692EC42"));
    }

    @Test
    void theChecksumIsCrc16Xmodem() {
        var form = new EnvelopeForm(Octets.hex("31323334"), Octets.hex("00000000"), false, false, 100);
        var bytes = new Envelope(Octets.hex("35363738"), Octets.hex("39")).encode(form);

        assertThat(crcByTable(bytes, bytes.length - 6))
                .isEqualTo((bytes[bytes.length - 6] & 0xFF) << 8 | bytes[bytes.length - 5] & 0xFF);
        assertThat(crcByTable("123456789".getBytes(StandardCharsets.US_ASCII), 9))
                .isEqualTo(0x31C3);
    }

    /** By division of polynomials: nothing in common with what is tested. */
    private static int crcByTable(byte[] bytes, int length) {
        var remainder = new BigInteger(1, Arrays.copyOf(bytes, length)).shiftLeft(16);
        var divisor = BigInteger.valueOf(0x11021);
        while (remainder.bitLength() > 16) {
            remainder = remainder.xor(divisor.shiftLeft(remainder.bitLength() - 17));
        }
        return remainder.intValue();
    }

    @Test
    void everyMessageIsReadAsItWasWritten() {
        var all = List.of(
                new Message.Request(SELF),
                new Message.Request(new Common("110000015", "1100000140202", true)),
                new Message.Sequence(SELF, "a<&\"b"),
                new Message.Md5(SELF, "d41d8cd98f00b204e9800998ecf8427e"),
                new Message.Result(SELF, true),
                new Message.Result(SELF, false),
                new Message.HeartBeat(SELF),
                new Message.Time(SELF, NOW),
                new Message.Query(SELF),
                DATA,
                new Message.ContinuousAck(SELF, "17", 2),
                new Message.Period(SELF, 15),
                new Message.PeriodAck(SELF),
                new Message.Other(SELF, "control", "reboot"));

        for (var message : all) {
            assertThat(opened(sealed(message))).isEqualTo(message);
        }
    }

    @Test
    void readingsHaveTheirItemAndTheirStatus() {
        var data = (Message.Data) Message.parse(DATA.xml());

        assertThat(data.readings().get(0).value())
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("123.45"));
        assertThat(data.readings().get(2).value()).isEmpty();
        assertThat(data.readings().get(2).isGood()).isFalse();
        assertThat(new EnergyItem(data.readings().get(0).coding()).item()).isEqualTo('A');
        assertThat(new BuildingCode(data.common().building()).kind()).isEqualTo(BuildingCode.Kind.MIXED);
        assertThat(new BuildingCode("330302G101").division()).isEqualTo("330302");
        Refuses.with(CODE_MALFORMED, () -> new BuildingCode("330302X101"));
        Refuses.with(CODE_MALFORMED, () -> new EnergyItem("1A10"));
    }

    private static CentreSession centre() {
        var numbers = List.of("s1", "s2").iterator();
        return new CentreSession(
                common -> common.equals(SELF) ? Optional.of("secret") : Optional.empty(),
                numbers::next,
                Challenge.SEQUENCE_THEN_KEY);
    }

    @Test
    void aCollectorThatKnowsItsKeyIsAdmittedAndHeard() {
        var centre = centre();
        var collector = new CollectorSession(SELF, "secret", Challenge.SEQUENCE_THEN_KEY);

        var challenge = centre.on(collector.start(), NOW).replies().get(0);
        var answer = collector.on(challenge).orElseThrow();
        var admitted = centre.on(answer, NOW);
        admitted.replies().forEach(collector::on);

        assertThat(collector.isAdmitted()).isTrue();
        assertThat(admitted.close()).isFalse();
        assertThat(admitted.replies()).contains(new Message.Time(SELF, NOW));
        assertThat(centre.on(DATA, NOW).data()).contains(DATA);
        assertThat(centre.acknowledge(DATA)).contains(new Message.ContinuousAck(SELF, "17", 2));
        assertThat(centre.on(new Message.HeartBeat(SELF), NOW).replies()).containsExactly(new Message.Time(SELF, NOW));
        assertThat(centre.on(new Message.Other(SELF, "modify", "sql"), NOW).replies())
                .isEmpty();
        assertThat(collector.on(new Message.Period(SELF, 5))).contains(new Message.PeriodAck(SELF));
    }

    @Test
    void nobodyIsHeardBeforeOrInTheNameOfAnother() {
        var centre = centre();
        Refuses.with(MESSAGE_OUT_OF_ORDER, () -> centre.on(DATA, NOW));
        centre.on(new Message.Request(SELF), NOW);
        Refuses.with(MESSAGE_OUT_OF_ORDER, () -> centre.on(DATA, NOW));
        Refuses.with(MESSAGE_OUT_OF_ORDER, () -> centre.on(new Message.Request(SELF), NOW));

        var wrong = centre.on(new Message.Md5(SELF, Challenge.SEQUENCE_THEN_KEY.answer("s1", "guess")), NOW);
        assertThat(wrong.close()).isTrue();
        assertThat(wrong.replies()).containsExactly(new Message.Result(SELF, false));
        // The text was good for one guess.
        var right = new Message.Md5(SELF, Challenge.SEQUENCE_THEN_KEY.answer("s1", "secret"));
        Refuses.with(MESSAGE_OUT_OF_ORDER, () -> centre.on(right, NOW));

        var other = centre();
        other.on(new Message.Request(SELF), NOW);
        other.on(right, NOW);
        assertThat(other.isAdmitted()).isTrue();
        Refuses.with(MESSAGE_OUT_OF_ORDER, () -> other.on(new Message.HeartBeat(new Common("330302G102", "01")), NOW));
    }

    @Test
    void aCollectorThatIsOnNoBookIsNotAdmitted() {
        var centre = centre();
        var stranger = new Common("330302G999", "01");
        centre.on(new Message.Request(stranger), NOW);

        assertThat(centre.on(new Message.Md5(stranger, Challenge.SEQUENCE_THEN_KEY.answer("s1", "")), NOW)
                        .close())
                .isTrue();
        assertThat(centre.isAdmitted()).isFalse();
    }

    @Test
    void provincesThatPutItOtherwiseAreReadToo() {
        var form = new EnvelopeForm(Octets.hex("55AA55AA"), Octets.hex("68681616"), true, true, 4096);
        var cipher = PayloadCipher.of(KEY, StandardCharsets.UTF_16LE);
        var bytes = new Envelope(Octets.hex("00000009"), cipher.encrypt(DATA.xml())).encode(form);

        assertThat(Message.parse(cipher.decrypt(Envelope.decode(form, bytes).payload())))
                .isEqualTo(DATA);
        Refuses.with(FRAME_START_MISSING, () -> Envelope.decode(EnvelopeForm.GUIDE, bytes));
        Refuses.with(KEY_MALFORMED, () -> PayloadCipher.of("short"));
        Refuses.with(KEY_MALFORMED, () -> PayloadCipher.of("十六个汉字做不成密钥的不是吗对吧"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root><common><building_id>&x;</building_id></common></root>",
                "<!DOCTYPE root SYSTEM \"http://example.invalid/x.dtd\"><root/>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>",
                "<root>&unknown;</root>",
                "<root><a></root>",
                "",
                "no",
            })
    void documentTypesAndEntitiesAreRefused(String xml) {
        Refuses.with(XML_MALFORMED, () -> Message.parse(xml));
    }

    @Test
    void documentsOfAnySizeAreBounded() {
        Refuses.with(XML_MALFORMED, () -> Message.parse("<a>".repeat(9) + "</a>".repeat(9)));
        Refuses.with(XML_MALFORMED, () -> Message.parse("<root>" + "<a/>".repeat(20_001) + "</root>"));
        Refuses.with(XML_MALFORMED, () -> Message.parse("<root>" + "x".repeat(1 << 20) + "</root>"));
        Refuses.with(XML_UNFIT, () -> Message.parse("<root/>"));
        Refuses.with(XML_UNFIT, () -> Message.parse(DATA.xml().replace("20261128070005", "20261328070005")));
        Refuses.with(XML_UNFIT, () -> Message.parse(DATA.xml().replace("<total>3", "<total>three")));
    }

    @Test
    void aLengthThatIsOnlyClaimedCostsNothing() {
        var reader = new EnvelopeReader(EnvelopeForm.GUIDE);
        reader.feed(Octets.hex("68681616 00001000 00000001").bytes(), envelope -> {});
        assertThat(reader.kept()).isLessThanOrEqualTo(512);
        Refuses.with(
                FRAME_LENGTH_WRONG,
                () -> new EnvelopeReader(EnvelopeForm.GUIDE)
                        .feed(Octets.hex("68681616 FFFFFFFF").bytes(), e -> {}));
    }

    @Test
    void envelopesAreFoundHoweverTheStreamIsCut() {
        var stream = Octets.of(sealed(DATA)).plus(Octets.of(sealed(new Message.HeartBeat(SELF))));
        for (var size = 1; size < 600; size += 13) {
            var found = new ArrayList<Envelope>();
            var reader = new EnvelopeReader(EnvelopeForm.GUIDE);
            for (var from = 0; from < stream.length(); from += size) {
                reader.feed(
                        stream.slice(from, Math.min(stream.length(), from + size))
                                .bytes(),
                        found::add);
            }
            assertThat(found).hasSize(2);
        }
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(List.of(
                sealed(DATA), sealed(new Message.Request(SELF)), DATA.xml().getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 3000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        Refuses.orTakes(
                garbage -> assertThat(
                                Envelope.decode(EnvelopeForm.GUIDE, garbage).encode(EnvelopeForm.GUIDE))
                        .isEqualTo(garbage),
                bytes);
        Refuses.orTakes(garbage -> new EnvelopeReader(EnvelopeForm.GUIDE).feed(garbage, envelope -> {}), bytes);
        Refuses.orTakes(garbage -> Message.parse(PayloadCipher.of(KEY).decrypt(Octets.of(garbage))), bytes);
        Refuses.orTakes(Message::parse, new String(bytes, StandardCharsets.UTF_8));
        Refuses.orTakes(xml -> centre().on(Message.parse(xml), NOW), new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
