package org.yiti.meters.cjt188;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;

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

class WaterMeterTest {

    private static final String METER = "78330011223344";
    private static final Frame QUESTION = Frame.ask(0x10, METER, "1F90", 0);

    private static Frame reply(String data) {
        return new Frame(0, 0x10, METER, 0x81, Octets.hex(data));
    }

    private static final Frame REPLY = reply("901F 00 56341200 2C 00100000 2C 09050828112620 0500");

    @Test
    void theQuestionIsWrittenAsItIsPublished() {
        assertThat(Octets.of(QUESTION.encode()).toString()).isEqualTo("FEFEFEFE6810443322110033780103" + "1F90008016");
    }

    @Test
    void aReplyIsReadInEitherOrderOfItsIdentifier() {
        for (var reply : List.of(REPLY, reply(REPLY.data().toString().replace("901F", "1F90")))) {
            var reading = WaterReading.of(QUESTION, Frame.decode(reply.encode()));

            assertThat(reading.now()).isEqualTo("1234.56");
            assertThat(reading.unit()).isEqualTo("m³");
            assertThat(reading.settlement()).isEqualTo("10.00");
            assertThat(reading.clock()).isEqualTo("20261128080509");
            assertThat(reading.valve()).isEqualTo(WaterReading.Valve.CLOSED);
            assertThat(reading.batteryLow()).isTrue();
        }
    }

    @Test
    void whatIsNoReplyToTheQuestionIsRefused() {
        var any = Frame.ask(0x10, Frame.ANY, "1F90", 0);
        assertThat(WaterReading.of(any, REPLY).unit()).isEqualTo("m³");
        Refuses.with(
                REPLY_OF_ANOTHER_METER, () -> WaterReading.of(Frame.ask(0x10, "00000000000001", "1F90", 0), REPLY));
        Refuses.with(REPLY_TO_ANOTHER_QUESTION, () -> WaterReading.of(Frame.ask(0x10, METER, "1F90", 1), REPLY));
        Refuses.with(
                REPLY_TO_ANOTHER_QUESTION,
                () -> WaterReading.of(QUESTION, new Frame(0, 0x10, METER, 0xC1, REPLY.data())));
        Refuses.with(FRAME_LENGTH_WRONG, () -> WaterReading.of(QUESTION, reply("901F00")));
        Refuses.with(
                BCD_MALFORMED,
                () -> WaterReading.of(QUESTION, reply(REPLY.data().toString().replace("563412", "5634FF"))));
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(List.of(QUESTION.encode(), REPLY.encode()));
    }

    @Property(tries = 2000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        var found = new ArrayList<Frame>();
        var finder = Frame.finder();
        finder.feed(bytes, found::add);
        finder.quiet(found::add);
        found.forEach(frame -> Refuses.orTakes(f -> WaterReading.of(QUESTION, f), frame));
        Refuses.orTakes(garbage -> assertThat(Frame.decode(garbage).encode()).isEqualTo(garbage), bytes);
        found.clear();
        finder.feed(REPLY.encode(), found::add);
        assertThat(found).containsExactly(REPLY);
    }
}
