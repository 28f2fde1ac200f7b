package org.yiti.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BytesTest {

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll long integer,
            @ForAll double real,
            @ForAll String text,
            @ForAll double[] reals,
            @ForAll float[] floats) {
        var to = new ByteSink();
        to.integer(integer).real(real).text(text).reals(reals).floats(floats).flag(true);
        var from = new ByteSource(to.bytes());
        assertThat(from.integer()).isEqualTo(integer);
        assertThat(from.real()).isEqualTo(real);
        assertThat(from.text())
                .isEqualTo(new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(from.reals()).containsExactly(reals);
        assertThat(from.floats()).containsExactly(floats);
        assertThat(from.flag()).isTrue();
        assertThat(from.atEnd()).isTrue();
    }

    @Example
    void whatIsAllTheSameTakesOneBitEach() {
        var values = new double[800];
        java.util.Arrays.fill(values, Double.NaN);
        assertThat(new ByteSink().reals(values).bytes()).hasSizeLessThan(115);
    }

    @Property
    void whateverBytesAreReadNothingButARefusalEscapes(@ForAll long seed) {
        var bytes = new byte[64];
        new Random(seed).nextBytes(bytes);
        for (var kind = 0; kind < 5; kind++) {
            try {
                var from = new ByteSource(bytes);
                switch (kind) {
                    case 0 -> from.reals();
                    case 1 -> from.floats();
                    case 2 -> from.text();
                    case 3 -> from.integers();
                    default -> Fact.read(from);
                }
            } catch (StateRefused refused) {
                assertThat(refused.refusal()).isEqualTo(Refusal.BYTES_DAMAGED);
            }
        }
    }
}
