package org.yiti.meters.dlt645;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yiti.meters.Mutations;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;

class FrameFinderTest {

    private static final String REPLY = "68 010021082620 68 91 08 33333433 89674533 0E 16";
    private static final List<byte[]> REAL = List.of(
            Octets.hex(REPLY).bytes(),
            Octets.hex("FEFEFEFE68AAAAAAAAAAAA681300DF16").bytes(),
            Octets.hex("68 010021082620 68 D1 01 35 47 16").bytes(),
            Octets.hex("6808020241220068910a353733373b35357455335116").bytes());

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(REAL);
    }

    @Property(tries = 3000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        Refuses.orTakes(
                garbage -> {
                    var frame = Frame.decode(garbage);
                    assertThat(frame.encode()).isEqualTo(garbage);
                    for (var id : List.of("00010000", "0001FF00", "01010000", "04000403", "9010")) {
                        Refuses.orTakes(f -> ask(Question.read(MeterAddress.ANY, DataId.of(id)), f), frame);
                    }
                    Refuses.orTakes(f -> ask(Question.whoIsThere(), f), frame);
                    Refuses.orTakes(f -> ask(Question.follow(f.address(), DataId.of("0001FF00"), 1), f), frame);
                },
                bytes);
    }

    private static void ask(Question question, Frame frame) {
        if (Answer.to(question, frame) instanceof Answer.Data data) {
            assertThat(data.values()).hasSizeLessThanOrEqualTo(200);
        }
    }

    @Property(tries = 1000)
    void aFrameIsFoundAfterAnyGarbageAndMemoryStaysBounded(
            @ForAll("broken") byte[] garbage, @ForAll("broken") byte[] more) {
        var reader = Frame.finder();
        var found = new ArrayList<Frame>();
        for (var round = 0; round < 3; round++) {
            reader.feed(garbage, found::add);
            assertThat(reader.kept()).isLessThanOrEqualTo(32 + 10 + 200 + 2);
            reader.feed(more, found::add);
        }
        // Garbage may hold a sum that happens to fit; once the line was quiet nothing of it is left to swallow what
        // comes.
        reader.quiet(found::add);
        found.clear();
        reader.feed(Octets.hex(REPLY).bytes(), found::add);

        assertThat(found).map(Frame::address).containsExactly(MeterAddress.of("202608210001"));
        assertThat(reader.kept()).isZero();
    }

    @Test
    void framesAreFoundHoweverTheStreamIsCut() {
        var stream = new ByteArrayOutputStream();
        REAL.forEach(stream::writeBytes);
        for (var size = 1; size < 40; size++) {
            var reader = Frame.finder();
            var found = new ArrayList<Frame>();
            var bytes = stream.toByteArray();
            for (var from = 0; from < bytes.length; from += size) {
                reader.feed(
                        Octets.of(bytes, from, Math.min(bytes.length, from + size))
                                .bytes(),
                        found::add);
            }
            assertThat(found).hasSize(REAL.size());
            assertThat(reader.dropped()).isZero();
        }
    }

    @Test
    void aFalseStartHidesNothing() {
        var reader = Frame.finder();
        var found = new ArrayList<Frame>();
        reader.feed(Octets.hex("68 000000000000 68 91 C8").bytes(), found::add);
        reader.feed(Octets.hex(REPLY).bytes(), found::add);
        assertThat(found).isEmpty();

        reader.quiet(found::add);

        assertThat(found).hasSize(1);
        assertThat(reader.dropped()).isEqualTo(10);
    }
}
