package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Context;
import org.yiti.jt808.layout.Inventing;
import org.yiti.jt808.layout.Output;
import org.yiti.jt808.layout.Writing;

/** What holds for every message there is, in every edition. */
class EveryMessageTest {

    @Provide
    Arbitrary<Kind<?>> kinds() {
        return Arbitraries.of(Catalogue.ALL);
    }

    @Property(tries = 2000)
    void whatIsMadeIsReadAsTheSameBytes(@ForAll("kinds") Kind<?> kind, @ForAll Version version, @ForAll long seed) {
        var written = invented(kind, version, seed);

        var message = Jt808.STANDARD.decode(packet(kind.id(), version, written), version);
        assertThat(message.rest().isEmpty()).as("rest of " + written).isTrue();
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(rewritten(message)).isEqualTo(written);
    }

    @Property(tries = 1000)
    void whatIsMadeGoesThroughFramesAndPackages(
            @ForAll("kinds") Kind<?> kind, @ForAll Version version, @ForAll long seed) {
        whole(kind, version, seed);
    }

    private static <T> void whole(Kind<T> kind, Version version, long seed) {
        var body = kind.layout().pass(new Inventing<>(new Random(seed), Context.of(version)));
        var phone = version == Version.V2019 ? "00000000013800138000" : "013800138000";
        var assembler = new Assembler(Dialect.STANDARD);
        var frames = Jt808.STANDARD.encode(kind, body, version, phone, 0xffff);

        Assembled last = null;
        for (var frame : frames) {
            var packet = Jt808.STANDARD.packet(Frames.unwrap(frame, Dialect.STANDARD));
            last = assembler.offer(packet, 0).get(0);
        }
        assertThat(last).isInstanceOf(Assembled.Whole.class);
        assertThat(((Assembled.Whole) last).packet().body()).isEqualTo(invented(kind, version, seed));
    }

    @Property(tries = 8000)
    void whateverTheBodyItIsRefusedOrWrittenAgainAsItWas(
            @ForAll("kinds") Kind<?> kind, @ForAll Version version, @ForAll long seed) {
        var random = new Random(seed);
        var body = mutated(invented(kind, version, seed).toArray(), random);
        var packet = packet(kind.id(), version, Bytes.of(body));

        for (var dialect : new Dialect[] {Dialect.STANDARD, Dialect.LENIENT}) {
            var jt808 = new Jt808(dialect);
            try {
                var message = jt808.decode(packet, version);
                assertThat(Bytes.of(jt808.encode(message))).isEqualTo(Bytes.of(jt808.encode(packet)));
            } catch (Refused refused) {
                assertThat(dialect).isEqualTo(Dialect.STANDARD);
                assertThat(refused.offset()).isNotNegative();
            }
            var explanation = jt808.explain(packet, version);
            assertThat(explanation.version()).isEqualTo(Jt808.version(packet, version));
        }
    }

    private static byte[] mutated(byte[] body, Random random) {
        var changed = Arrays.copyOf(body, Math.min(1023, Math.max(0, body.length + random.nextInt(9) - 5)));
        for (var i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static <T> Bytes invented(Kind<T> kind, Version version, long seed) {
        var body = kind.layout().pass(new Inventing<>(new Random(seed), Context.of(version)));
        var out = new Output();
        new Writing<>(body, out, Context.of(version)).run(kind.layout());
        return Bytes.of(out.toArray());
    }

    private static <T> Bytes rewritten(Message<T> message) {
        var out = new Output();
        new Writing<>(message.body(), out, Context.of(message.version()))
                .run(message.kind().layout());
        return Bytes.of(out.toArray());
    }

    private static Packet packet(int id, Version version, Bytes body) {
        var versioned = version == Version.V2019;
        var attributes = (versioned ? Header.VERSIONED : 0) | Math.min(body.length(), 1023);
        var phone = versioned ? "00000000013800138000" : "013800138000";
        return new Packet(new Header(id, attributes, versioned ? 1 : 0, phone, 7, 0, 0), body);
    }
}
