package org.yiti.energy.aside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.ReadingBatch;

class ExcerptTest {

    private static Excerpt of(String text, int line, int column) {
        return Excerpt.of(text.getBytes(UTF_8), Map.of("line", line, "column", column));
    }

    @Test
    void itPartsWhereTheBatchIsWrong() {
        assertThat(of("{\"a\": 1,\n \"b\": ?}", 2, 7)).isEqualTo(new Excerpt("{\"a\": 1,\n \"b\": ", "?}"));
    }

    @Test
    void itPartsWhereTheReaderSaysThatItIs() {
        var text = "{\"version\": 1, \"batch\": \"b-1\",\n \"readings\": [{\"meter\": \"M\", \"qualty\": \"good\"}]}";
        try {
            ReadingBatch.parse(text.getBytes(UTF_8));
        } catch (MeterRefused unfit) {
            var excerpt = Excerpt.of(text.getBytes(UTF_8), unfit.facts());
            assertThat(excerpt.before()).endsWith("\"qualty\": ");
            assertThat(excerpt.after()).startsWith("\"good\"");
            return;
        }
        throw new AssertionError("It fits");
    }

    @Test
    void ofALargeBatchOnlyWhatStandsAroundThePlaceIsShown() {
        var excerpt = of("x".repeat(100_000), 1, 50_001);

        assertThat(excerpt.before()).hasSize(400);
        assertThat(excerpt.after()).hasSize(400);
    }

    @Test
    void aPlaceThatIsNotThereIsTheEnd() {
        assertThat(of("{}", 9, Integer.MAX_VALUE)).isEqualTo(new Excerpt("{}", ""));
        assertThat(of("", 1, -5)).isEqualTo(new Excerpt("", ""));
        assertThat(Excerpt.of("{}".getBytes(UTF_8), Map.of())).isEqualTo(new Excerpt("", "{}"));
    }

    @Test
    void whatIsNoTextAndWhatWouldTurnItAroundIsNotPassedOn() {
        var excerpt = Excerpt.of(new byte[] {'a', 0, 27, (byte) 0xff, '\n'}, Map.of());

        assertThat(excerpt.after()).isEqualTo("a␀␛\uFFFD\n");
        assertThat(of("a\u202Eb\u0085c\u200B", 1, 1).after()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }
}
