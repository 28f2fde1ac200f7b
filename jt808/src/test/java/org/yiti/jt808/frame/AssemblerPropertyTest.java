package org.yiti.jt808.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.layout.Bytes;

class AssemblerPropertyTest {

    private final Assembler assembler = new Assembler(Dialect.STANDARD);

    @Property
    void packagesInAnyOrderAndTwiceMakeTheSameMessage(
            @ForAll @IntRange(min = 2, max = 40) int total, @ForAll long seed) {
        var packets = new ArrayList<Packet>();
        for (var number = 1; number <= total; number++) {
            packets.add(packet(0xfff0, total, number));
        }
        Collections.shuffle(packets, new Random(seed));
        var last = packets.remove(total - 1);

        for (var packet : packets) {
            assertThat(assembler.offer(packet, 0)).last().isInstanceOf(Assembled.Waiting.class);
            assertThat(assembler.offer(packet, 0)).last().isInstanceOf(Assembled.Waiting.class);
        }
        assertThat(assembler.offer(last, 0)).last().isInstanceOfSatisfying(Assembled.Whole.class, whole -> {
            assertThat(whole.packet().body().length()).isEqualTo(3 * total);
            assertThat(whole.packet().body().at(3 * total - 1)).isEqualTo(total);
            assertThat(whole.packet().header().serial()).isEqualTo(0xfff0);
            assertThat(whole.packet().header().isInPackages()).isFalse();
        });
        assertThat(assembler.pending()).isZero();
    }

    private static Packet packet(int firstSerial, int total, int number) {
        var serial = firstSerial + number - 1 & 0xffff;
        var body = Bytes.of((byte) 0, (byte) 0, (byte) number);
        return new Packet(new Header(0x0801, 0x2003, 0, "013800138000", serial, total, number), body);
    }
}
