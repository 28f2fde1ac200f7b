package org.yiti.jt808.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Framing;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.layout.Bytes;

class FrameReaderTest {

    private static final String HEARTBEAT = "7e000200000138001380000001a97e";

    private final FrameReader reader = new FrameReader(Dialect.STANDARD);

    @Test
    void aFrameMayComeByteByByte() {
        var received = new ArrayList<Received>();
        for (var octet : bytes(HEARTBEAT)) {
            received.addAll(reader.read(new byte[] {octet}));
        }

        assertThat(received).containsExactly(frame("000200000138001380000001"));
        assertThat(reader.pending()).isZero();
    }

    @Test
    void oneDelimiterMayEndAFrameAndBeginTheNext() {
        var two = "7e000200000138001380000001a9" + HEARTBEAT;

        assertThat(reader.read(bytes(two))).hasSize(2).allMatch(Received.Frame.class::isInstance);
    }

    @Test
    void delimitersInARowAreNothing() {
        assertThat(reader.read(bytes("7e7e7e" + HEARTBEAT + "7e7e"))).hasSize(1);
    }

    @Test
    void garbageBeforeTheFirstFrameIsSkippedAndSaid() {
        var received = reader.read(bytes("2424" + HEARTBEAT));

        assertThat(received).hasSize(2);
        assertThat(received.get(0)).isInstanceOfSatisfying(Received.Discarded.class, noise -> {
            assertThat(noise.why()).isEqualTo(Refusal.NOISE);
            assertThat(noise.sample()).hasToString("2424");
        });
    }

    @Test
    void aBadFrameCostsItselfOnly() {
        var received = reader.read(bytes("7e000200000138001380000001aa7e" + HEARTBEAT + "7e0002007e" + HEARTBEAT));

        assertThat(received)
                .extracting(one -> one instanceof Received.Discarded discarded ? discarded.why() : null)
                .containsExactly(Refusal.CHECKSUM_WRONG, null, Refusal.FRAME_TOO_SHORT, null);
    }

    @ParameterizedTest
    @CsvSource({
        "7e7d037e, ESCAPE_UNKNOWN",
        "7e000200000138001380000001a97d7e, ESCAPE_DANGLING",
        "7e00020000013800138000000100a97d037e, ESCAPE_UNKNOWN",
        "7e00020000017e, FRAME_TOO_SHORT",
        "7e000200000138001380000001007e, CHECKSUM_WRONG"
    })
    void whatIsNoFrameIsThrownAwayByName(String hex, Refusal why) {
        assertThat(reader.read(bytes(hex)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Received.Discarded.class, it -> assertThat(it.why()).isEqualTo(why));
        assertThat(reader.read(bytes(HEARTBEAT))).hasSize(1).allMatch(Received.Frame.class::isInstance);
    }

    @Test
    void aFrameWithoutEndIsHeldToItsLimitOnly() {
        reader.read(bytes("7e"));
        for (var i = 0; i < 100; i++) {
            assertThat(reader.read(new byte[10_000])).isEmpty();
        }

        assertThat(reader.pending()).isEqualTo(FrameReader.MOST);
        assertThat(reader.read(bytes("7e")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Received.Discarded.class, it -> assertThat(it.why()).isEqualTo(Refusal.FRAME_TOO_LONG));
    }

    @Test
    void theEscapesOfTracCarsDecoderAreRead() {
        var trackers = new FrameReader(Dialects.CAPTURE);

        assertThat(trackers.read(bytes("7e307d02087d010000000000000000000000557e")))
                .containsExactly(frame("307e087d0000000000000000000000"));
    }

    @Test
    void theAlternativeFramingHasEscapesOfItsOwn() {
        var content = bytes("0200000012345678901234e6e73d3e7d7e");
        var wire = Frames.wrap(content, Framing.ALTERNATIVE);

        assertThat(Bytes.of(wire).hex())
                .startsWith("e702")
                .contains("e601e6023e023e017d7e")
                .endsWith("e7");
        assertThat(Frames.unwrap(wire, Dialects.ALTERNATIVE)).isEqualTo(Bytes.of(content));
    }

    @Test
    void aSentenceInBracketsIsGivenAsItIs() {
        assertThat(reader.read("(794104004140,1,001,BASE,2,TIME)".getBytes()))
                .containsExactly(new Received.Sentence("(794104004140,1,001,BASE,2,TIME)"));
        assertThat(reader.read(bytes(HEARTBEAT))).hasSize(1);
    }

    private static Received frame(String hex) {
        return new Received.Frame(Bytes.ofHex(hex));
    }

    private static byte[] bytes(String hex) {
        return Bytes.ofHex(hex).toArray();
    }
}
