package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Context;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Inventing;
import org.yiti.jt808.layout.Output;
import org.yiti.jt808.layout.Writing;
import org.yiti.jt808.vendor.ShortPosition;
import org.yiti.jt808.vendor.TrackerExtras;
import org.yiti.jt808.vendor.Trackers;

/** Messages and additional information of low-cost trackers, known to their dialect and to no other. */
class TrackersTest {

    private static final String POSITION = "00000000000000030260f55406f015a50034025d005a260821103000";
    private static final Jt808 TRACKER = new Jt808(Dialects.TRACKER);

    @Provide
    Arbitrary<Kind<?>> kinds() {
        return Arbitraries.of(Trackers.ALL);
    }

    @Property(tries = 600)
    void whatIsMadeIsReadAsTheSameBytes(@ForAll("kinds") Kind<?> kind, @ForAll long seed) {
        check(kind, seed);
    }

    private static <T> void check(Kind<T> kind, long seed) {
        var context = Context.of(Version.V2013);
        var body = kind.layout().pass(new Inventing<>(new Random(seed), context));
        var out = new Output();
        new Writing<>(body, out, context).run(kind.layout());
        var packet = packet(kind.id(), Bytes.of(out.toArray()).hex());

        var message = TRACKER.decode(packet, null);
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.rest().isEmpty()).isTrue();
        assertThat(TRACKER.encode(message)).isEqualTo(TRACKER.encode(packet));
        assertThat(Jt808.STANDARD.decode(packet, null).kind()).isNotEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "060164, batteryLevel, 100 %",
        "5102 80fa, temperatures, -25 °C",
        "5602 0500, level, ",
        "6802 1388, batteryLevel, 50 %",
        "6902 019a, battery, 4.1 V",
        "8202 007d, power, 12.5 V",
        "ac04 000003e8, odometer, 1000 m",
        "d302 0078, power, 12 V",
        "d401 32, batteryLevel, 50 %",
        "d502 0190, battery, 4 V",
        "e102 007b, power, 12.3 V",
        "e204 000001f4, fuel, 50 L",
        "e304 0032019a, battery, 4.1 V",
        "ec07 aabbccddeeffc4, signal, -60 dBm",
        "f104 00002ee0, power, 12 V",
        "f702 0222, humidity, 54.6 %",
        "f704 00001068, battery, 4.2 V",
        "f802 02ee, temperature, 25 °C",
        "fe01 50, batteryLevel, 80 %",
        "fe02 007d, power, 12.5 V",
        "fe04 000003e8, odometer, 1000 m"
    })
    void aValueIsKnownByItsIdAndLength(String item, String key, String measure) {
        var explanation = TRACKER.explain(packet(0x0200, POSITION + item.replace(" ", "")), null);

        var extras = explanation.body().get(8);
        var field = find(extras.parts().get(0).parts(), key);
        assertThat(field).as(key + " in " + extras).isNotNull();
        if (measure != null) {
            assertThat(String.valueOf(field.measure())).isEqualTo(measure);
        }
    }

    private static Explained find(List<Explained> fields, String key) {
        for (var field : fields) {
            if (field.measure() != null
                    && (field.key().equals(key) || field.key().equals("1"))) {
                return field;
            }
            var inside = find(field.parts(), key);
            if (inside != null) {
                return inside;
            }
            if (field.key().equals(key)) {
                return field;
            }
        }
        return null;
    }

    @Test
    void everyIdOfTheFieldIsKnownInSomeLength() {
        var ids = TrackerExtras.ALL.stream()
                .filter(kind -> kind.family() == Family.EXTRA)
                .map(kind -> (int) kind.id())
                .distinct()
                .toList();

        assertThat(ids)
                .contains(0x51, 0x56, 0x57, 0x60, 0x63, 0x80, 0x82, 0x91, 0xA7, 0xAC, 0xBC, 0xBD, 0xD0, 0xD3, 0xD4)
                .contains(0xD5, 0xDA, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEC, 0xF4, 0xF5, 0xF6)
                .contains(0xF7, 0xF8, 0xF9, 0xFB, 0xFC, 0xFE);
    }

    @Test
    void aShortPositionHasDegreesAndSigns() {
        var body = "270610080453" + "22332880" + "1135556021" + "05" + "2d" + "31010000000608000010931435010002000300";
        var position = TRACKER.decode(packet(0x5501, body), null)
                .as(ShortPosition.class)
                .orElseThrow();

        assertThat(position.latitudeDegrees()).isCloseTo(-22.5548, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(position.longitudeDegrees()).isCloseTo(-113.926, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(position.isFixed()).isTrue();
    }

    private static Packet packet(int id, String body) {
        return new Packet(new Header(id, body.length() / 2, 0, "013800138000", 1, 0, 0), Bytes.ofHex(body));
    }
}
