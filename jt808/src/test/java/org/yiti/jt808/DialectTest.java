package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.parameter.ParametersReply;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.vendor.Trackers;

/** Deviations are put up with by the dialect that names them, and by no other. */
class DialectTest {

    private static final String POSITION = "00000000000000030260f55406f015a50034025d005a260821103000";

    @Test
    void aBatchThatPromisesMoreThanItHasGivesWhatIsWhole() {
        var packet = packet(0x0704, "000301001c" + POSITION + "001c" + POSITION.substring(0, 20));

        assertThatThrownBy(() -> Jt808.STANDARD.decode(packet, null)).isInstanceOf(Refused.class);
        var lenient = new Jt808(Dialect.STANDARD.with(Tolerance.COUNT_WRONG));
        var message = lenient.decode(packet, null);
        assertThat(message.as(LocationBatch.class).orElseThrow().locations()).hasSize(1);
        assertThat(message.rest().length()).isEqualTo(12);
        assertThat(lenient.encode(message)).isEqualTo(lenient.encode(packet));
    }

    @Test
    void aCountOfParametersThatIsWrongIsPutUpWithToo() {
        var packet = packet(0x0104, "000402000000010400000001");

        assertThatThrownBy(() -> Jt808.STANDARD.decode(packet, null))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.offset()).isEqualTo(24));
        var message = new Jt808(Dialect.LENIENT).decode(packet, null);
        assertThat(message.as(ParametersReply.class).orElseThrow().parameters()).hasSize(1);
    }

    @Test
    void aLengthThatIsNotTheBodysIsRefusedOrPutUpWith() {
        var content = content(packet(0x0002, "0102"));
        content[3] = 1;

        assertThatThrownBy(() -> Jt808.STANDARD.packet(Bytes.of(content)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.LENGTH_DIFFERS));
        var lenient = new Jt808(Dialect.LENIENT);
        assertThat(lenient.encode(lenient.decode(Bytes.of(content), null)))
                .isEqualTo(Frames.wrap(content, Framing.STANDARD));
    }

    @Test
    void aBodyThatFitsNoLayoutIsKeptAsItIs() {
        var packet = packet(0x0200, "0000");

        assertThatThrownBy(() -> Jt808.STANDARD.decode(packet, null)).isInstanceOf(Refused.class);
        assertThat(new Jt808(Dialect.LENIENT).decode(packet, null).as(Opaque.class))
                .isPresent();
    }

    @Test
    void anItemThatIsCutOffIsKeptBehindTheOthers() {
        var location = location(POSITION + "0104000000ff" + "eb2101");

        assertThat(location.extras()).hasSize(1);
        assertThat(location.tail()).hasToString("eb2101");
    }

    @Test
    void fixedBytesBehindAPositionAreNoAdditionalInformation() {
        var tracker = new Jt808(Dialect.STANDARD.with(Tolerance.FIXED_TAIL));
        var packet = packet(0x0200, POSITION + "0104000000ff0104000000ff0104000000ff0101");

        var location = tracker.decode(packet, null).as(Location.class).orElseThrow();
        assertThat(location.extras()).isEmpty();
        assertThat(location.tail().length()).isEqualTo(20);
    }

    @Test
    void aLengthThatIsNotTheStandardsIsHonoured() {
        var location = location(POSITION + "170101" + "180400000007" + "060164");

        assertThat(location.find(Extras.STORAGE_FAULT, Version.V2013)).isEmpty();
        assertThat(location.find(Extras.STORAGE_FAULT_SHORT, Version.V2013)).contains(1);
        assertThat(location.find(Extras.ABNORMAL_DRIVING_LONG, Version.V2013)).contains(7L);
        assertThat(location.find(Extras.CABIN_TEMPERATURE, Version.V2013)).isEmpty();
    }

    @Test
    void aMakersOwnInformationIsExplainedByItsDialectOnly() {
        var battery = Extras.word(0xE1, "电池电压", "battery", Meaning.scaled("V", 1000));
        var packet = packet(0x0200, POSITION + "e1020e10");

        var standard = Jt808.STANDARD.explain(packet, null).body();
        var own = new Jt808(Dialect.STANDARD.named("mine").withValues(List.of(battery)))
                .explain(packet, null)
                .body();
        assertThat(standard.toString()).contains("0e10").doesNotContain("battery");
        assertThat(own.toString()).contains("battery").contains("3.6 V");
    }

    @Test
    void aSerialOfOneByteIsReadWhereItIsSpoken() {
        var wire =
                "7E550100287001608180000127061008045322332880113555602E050031010000000608000010931435010002000300030100051B7E";
        var locks = new Jt808(Dialects.SHORT_SERIAL);

        var message = locks.decode(Frames.unwrap(Bytes.ofHex(wire).toArray(), Dialects.SHORT_SERIAL), null);
        assertThat(message.header().serial()).isEqualTo(1);
        assertThat(Bytes.of(locks.encode(message)).hex()).isEqualToIgnoringCase(wire);
    }

    @Test
    void aTrackersShortBatchIsReadByItsDialect() {
        var packet = packet(0x0210, "1c" + POSITION + "22" + POSITION + "0104000000ff");
        var tracker = new Jt808(Dialects.TRACKER);

        var message = tracker.decode(packet, null);
        assertThat(message.as(Trackers.SmallBatch.class).orElseThrow().locations())
                .hasSize(2);
        assertThat(tracker.encode(message)).isEqualTo(tracker.encode(packet));
        assertThat(Jt808.STANDARD.decode(packet, null).as(Opaque.class)).isPresent();
    }

    @Test
    void anImeiInPlaceOfANumberIsToldByItsNibbles() {
        assertThat(new Header(2, 0, 0, "4f07788ef676", 0, 0, 0).imei())
                .hasValueSatisfying(imei -> assertThat(imei).hasSize(15).matches("[0-9]{15}"));
        assertThat(new Header(2, 0, 0, "013800138000", 0, 0, 0).imei()).isEmpty();
        assertThat(new Header(2, 0, 0, "013800138000", 0, 0, 0).shortPhone()).isEqualTo("13800138000");
    }

    private static Location location(String body) {
        return Jt808.STANDARD
                .decode(packet(0x0200, body), null)
                .as(Location.class)
                .orElseThrow();
    }

    private static Packet packet(int id, String body) {
        return new Packet(new Header(id, body.length() / 2, 0, "013800138000", 1, 0, 0), Bytes.ofHex(body));
    }

    private static byte[] content(Packet packet) {
        return Frames.unwrap(Jt808.STANDARD.encode(packet), Dialect.STANDARD).toArray();
    }
}
