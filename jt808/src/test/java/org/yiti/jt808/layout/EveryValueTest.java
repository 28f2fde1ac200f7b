package org.yiti.jt808.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Version;
import org.yiti.jt808.parameter.Parameters;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.safety.Peripherals;
import org.yiti.jt808.safety.SafetyExtras;
import org.yiti.jt808.safety.SafetyParameters;

/** What holds for every additional information, parameter and kind of transparent data. */
class EveryValueTest {

    @Provide
    Arbitrary<ValueKind<?>> kinds() {
        return Arbitraries.of(
                Stream.of(Extras.ALL, SafetyExtras.ALL, Parameters.ALL, SafetyParameters.ALL, Peripherals.ALL)
                        .<ValueKind<?>>flatMap(List::stream)
                        .toList());
    }

    @Property(tries = 4000)
    void aValueThatIsMadeIsOfItsKindAndReadAsTheSameBytes(@ForAll("kinds") ValueKind<?> kind, @ForAll long seed) {
        check(kind, new Random(seed));
    }

    private static <T> void check(ValueKind<T> kind, Random random) {
        var context = Context.of(Version.V2019);
        var bytes = kind.bytes(kind.layout().pass(new Inventing<>(random, context)), Version.V2019);
        if (kind.family() == Family.EXTRA && bytes.length() > 255 || isOfAnyLength(kind)) {
            return;
        }

        assertThat(kind.fits(bytes.length()))
                .as(kind.key() + " of " + bytes.length() + " bytes")
                .isTrue();
        var read = kind.read(bytes, Version.V2019).orElseThrow();
        assertThat(kind.bytes(read, Version.V2019)).isEqualTo(bytes);
        assertThat(Dialect.STANDARD.values().find(kind.family(), kind.id(), bytes.length()))
                .isNotNull()
                .extracting(ValueKind::key)
                .isEqualTo(kind.key());
    }

    /** What is made up for a rest is of some length, not of the one that fits. */
    private static boolean isOfAnyLength(ValueKind<?> kind) {
        return List.of("wakeUp").contains(kind.key());
    }
}
