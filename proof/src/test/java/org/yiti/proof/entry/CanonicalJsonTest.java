package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;

class CanonicalJsonTest {

    @Test
    void theExampleOfTheSpecificationIsSortedAndEscapedAsThere() {
        // RFC 8785 §3.2.2 and §3.2.3, without the numbers that are not taken here.
        var sorted = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        var escaped = Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/", "literals", Arrays.asList(null, true, false));

        assertThat(text(sorted))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(text(escaped))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whatWasWrittenIsRead() {
        var object = Map.of(
                "a", List.of(1L, -5L, List.of(), Map.of()),
                "b", Map.of("中文", "机关事务\t\u0001\b\f"),
                "z", 9_007_199_254_740_991L);

        assertThat(CanonicalJson.readCanonical(CanonicalJson.write(object))).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"a\":1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":1}\n",
                "{\"a\":\"\\u000F\"}"
            })
    void anotherTextOfTheSameValueIsReadButIsNotCanonical(String json) {
        assertThat(CanonicalJson.read(json.getBytes(UTF_8))).containsKey("a");
        Refuses.with(Refusal.JSON_NOT_CANONICAL, () -> CanonicalJson.readCanonical(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "null",
                "{",
                "{}}",
                "{}{}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":[1,2}",
                "{\"a\":/**/1}"
            })
    void whatReadersMightTakeDifferentlyIsRefused(String json) {
        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.read(json.getBytes(UTF_8)));
    }

    @Test
    void halfACharacterIsNeitherWrittenNorReadAsCanonical() {
        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.write(Map.of("a", "\ud800")));
        assertThatThrownBy(() -> CanonicalJson.readCanonical("{\"a\":\"\\ud800\"}".getBytes(UTF_8)))
                .isInstanceOf(ProofRefused.class);
        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.read(new byte[] {'{', (byte) 0x80, '}'}));
    }

    @Test
    void numbersThatADoubleCannotHoldAreNotWritten() {
        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.write(Map.of("a", 1L << 53)));
        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.write(Map.of("a", Long.MIN_VALUE)));
    }

    @Test
    void aTowerOfBracketsFallsEarly() {
        var tower = "{\"a\":" + "[".repeat(100_000);

        Refuses.with(Refusal.JSON_MALFORMED, () -> CanonicalJson.read(tower.getBytes(UTF_8)));
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), UTF_8);
    }
}
