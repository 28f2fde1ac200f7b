package org.yiti.jt808.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.jt808.command.Told.POSITION;
import static org.yiti.jt808.command.Told.field;
import static org.yiti.jt808.command.Told.frame;
import static org.yiti.jt808.command.Told.of;
import static org.yiti.jt808.command.Told.ofFrame;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.jt808.Framing;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;
import tools.jackson.databind.json.JsonMapper;

/** Editions, dialects, deviations, and the frame that is written again. */
class DecodedFramesTest {

    private static final String LOCATION = frame(0x0200, POSITION + "0104000000ff");
    private static final String VIN =
            "00" + Text.of("LSGAB52E8AH000017").bytes().hex();
    private static final String IN_2011 = "001f0073" + "7a68313233" + "6d6f64656c202020" + "37363534333231" + VIN;
    private static final String SHORT =
            "7e550100287001608180000127061008045322332880113555602e050031010000000608000010931435010002000300030100051b7e";

    @Test
    void theEditionThatWasAskedForIsTheOneThatIsRead() {
        var told = of(0x0100, IN_2011, "--version", "2011");

        assertThat(told.path("version").asString()).isEqualTo("2011");
        assertThat(told.at("/versionFrom/zh").asString()).isEqualTo("按要求");
        assertThat(field(told, "plate").path("value").asString()).isEqualTo("LSGAB52E8AH000017");
        assertThat(field(told, "model").path("value").asString()).isEqualTo("model");
        assertThat(of(0x0200, POSITION, "--version", "2019").path("version").asString())
                .isEqualTo("2019");
    }

    @Test
    void aVinDoesNotMakeARegistrationOf2011OneOf2013() {
        var told = of(0x0100, IN_2011);

        assertThat(told.path("version").asString()).isEqualTo("2011");
        assertThat(told.path("identical").asBoolean()).isTrue();
        var in2013 = IN_2011.replace("6d6f64656c202020", "6d6f64656c" + "00".repeat(15));
        assertThat(of(0x0100, in2013).path("version").asString()).isEqualTo("2013");
    }

    @Test
    void anEditionThatWasAskedForAgainstTheFramesOwnIsSaid() {
        var told = ofFrame(Told.frame2019(0x0200, POSITION), "--version", "2013");

        assertThat(told.path("version").asString()).isEqualTo("2013");
        assertThat(told.at("/deviations/0/reason").asString()).isEqualTo("edition-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6d6f64656c202020", "6d6f64656c000000", "2020206d6f64656c", "0000006d6f64656c"})
    void aModelOf2011IsPaddedAsItsMakerLikes(String model) {
        var told = of(0x0100, IN_2011.replace("6d6f64656c202020", model));

        assertThat(field(told, "model").path("value").asString()).isEqualTo("model");
        assertThat(told.path("identical").asBoolean()).isTrue();
    }

    @Test
    void aModelOf2011IsMadeWithSpacesBehindIt() {
        var order = """
                {"id": "0x0100", "version": "2011", "phone": "13800138000", "body": {"province": 31, "city": 115,
                 "maker": "zh123", "model": "model", "terminal": "7654321", "plateColor": 1, "plate": "测A1234"}}
                """;

        assertThat(Told.command("", "encode", order)).contains("6d6f64656c202020" + "37363534333231");
    }

    @Test
    void multimediaDataOf2011AreFoundByTheirContent() {
        var event = "00000001" + "00000301";
        var parts = of(0x0801, event + "00000003" + "00000002" + "ffd8".repeat(20));
        var located = of(0x0801, event + POSITION + "ffd8");

        assertThat(field(parts, "total").path("value").asInt()).isEqualTo(3);
        assertThat(field(parts, "data").path("value").asString()).startsWith("ffd8");
        assertThat(field(located, "speed").path("scaled").asDouble()).isEqualTo(60.5);
        assertThat(field(of(0x0801, event + POSITION + "ffd8", "--version", "2011"), "speed")
                        .path("scaled")
                        .asDouble())
                .isEqualTo(60.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 65535})
    void aBatchWhoseCountLiesGivesWhatIsThere(int count) {
        var told = of(0x0704, "%04x".formatted(count) + "01" + ("001c" + POSITION).repeat(2));

        assertThat(told.path("ok").asBoolean()).isTrue();
        assertThat(told.path("dialect").asString()).isEqualTo("lenient");
        assertThat(field(told, "locations").path("parts")).hasSize(2);
        assertThat(told.at("/deviations/0/reason").asString()).isEqualTo("count-differs");
        assertThat(told.path("identical").asBoolean()).isTrue();
    }

    @Test
    void parametersWhoseCountLiesGiveWhatIsThereToo() {
        var two = "00000055" + "04" + "00000064" + "00000056" + "04" + "00000005";

        assertThat(field(of(0x0104, "0007" + "01" + two), "overspeedDuration")
                        .path("scaled")
                        .asInt())
                .isEqualTo(5);
        assertThat(field(of(0x0104, "0007" + "05" + two), "parameters").path("parts"))
                .hasSize(2);
        assertThat(of(0x0104, "0007" + "02" + two).path("deviations")).isEmpty();
        assertThat(of(0x0104, "0007" + "02" + two).path("dialect").asString()).isEqualTo("standard");
    }

    @Test
    void aFrameWithAWrongLengthIsRefusedAndExplainedAllTheSame() {
        var told = ofFrame(frame(0x0200, 5, "013800138000", 0, POSITION));

        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.at("/error/reason").asString()).isEqualTo("length-differs");
        assertThat(field(told, "speed").path("scaled").asDouble()).isEqualTo(60.5);
    }

    @Test
    void aFrameWithAWrongChecksumIsRefusedAndExplainedAllTheSame() {
        var told = ofFrame(LOCATION.substring(0, LOCATION.length() - 4) + "007e");

        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.at("/error/reason").asString()).isEqualTo("checksum-wrong");
        assertThat(field(told, "odometer").path("scaled").asDouble()).isEqualTo(25.5);
        assertThat(told.path("identical").asBoolean()).isFalse();
        assertThat(told.path("again").asString()).isEqualTo(LOCATION);
    }

    @Test
    void aFrameThatLostADelimiterIsRefusedAndExplainedAllTheSame() {
        var last = LOCATION.length() - 2;

        for (var hex : new String[] {LOCATION.substring(2, last), LOCATION.substring(0, last), LOCATION.substring(2)}) {
            var told = ofFrame(hex);
            assertThat(told.path("ok").asBoolean()).isFalse();
            assertThat(told.at("/error/reason").asString()).isEqualTo("frame-unfinished");
            assertThat(field(told, "odometer").path("scaled").asDouble()).isEqualTo(25.5);
        }
    }

    @Test
    void whatIsNoMessageIsSaidToBeWhatItIs() {
        assertThat(ofFrame("30316364" + "81e2").at("/error/reason").asString()).isEqualTo("media-stream");
        assertThat(ofFrame("7".repeat(Decoding.MOST_CHARACTERS + 2))
                        .at("/error/reason")
                        .asString())
                .isEqualTo("line-too-long");
        assertThat(ofFrame("[0x7E, 0x00, 0x02]").at("/error/reason").asString()).isEqualTo("frame-unfinished");
    }

    @Test
    void aTrackersFrameIsReadInItsDialectAndSaidToBeAGuess() {
        var told = ofFrame(SHORT);

        assertThat(told.path("dialect").asString()).isEqualTo("tracker");
        assertThat(told.at("/dialectFrom/zh").asString()).contains("推测");
        assertThat(field(told, "latitude").at("/meaning/0/zh").asString()).isEqualTo("22.554800°");
        assertThat(Told.words(field(told, "longitude"))).isEqualTo("113.926003°|未定位|北纬|东经|");
        assertThat(field(told, "battery").path("scaled").asInt()).isEqualTo(8);
        assertThat(told.path("identical").asBoolean()).isTrue();
        assertThat(ofFrame(LOCATION).has("dialectFrom")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                SHORT,
                "7e08012003013800138000006400020001010101e67e",
            })
    void whatMakesAFrameAgainIsThere(String given) {
        var hex = given.isEmpty() ? frame(0x0704, "0003" + "01" + "001c" + POSITION + "0102") : given;
        var told = ofFrame(hex);

        assertThat(told.path("again").asString()).isEqualTo(hex);
        assertThat(told.path("identical").asBoolean()).isTrue();
        var again = Told.command(told.path("order").toString(), "encode");
        assertThat(again.strip()).isEqualTo(hex);
    }

    @Test
    void anEncryptedBodyIsNotLookedIntoAndMadeAgain() {
        var hex = frame(0x0200, 0x0400 | 28, "013800138000", 0, POSITION);
        var told = ofFrame(hex);

        assertThat(field(told, "content").at("/name/zh").asString()).isEqualTo("加密的消息体");
        assertThat(Told.command(told.path("order").toString(), "encode").strip())
                .isEqualTo(hex);
    }

    @Test
    void theSameFrameIsToldInTheSameWords() {
        assertThat(Told.run(LOCATION)).isEqualTo(Told.run(LOCATION));
    }

    @Test
    void fixedBytesBehindAPositionHaveNamesInTheirDialect() {
        var tail = "00000000" + "00000064" + "007d" + "00000001" + "1f" + "000000";
        var told = of(0x0200, POSITION + tail, "--dialect", "fixed-tail");

        assertThat(field(told, "odometer").path("scaled").asInt()).isEqualTo(100);
        assertThat(field(told, "battery").path("scaled").asDouble()).isEqualTo(12.5);
        assertThat(told.path("identical").asBoolean()).isTrue();
    }

    @Test
    void packagesWithOneSerialAreAMessageInTheirDialect() {
        var parts = "7e08012003013800138000006400020001010101e67e";
        var first = Bytes.ofHex(parts.replace("7e", "")).toArray();
        var second = first.clone();
        second[15] = 2;

        var lines = Told.run(wrap(first) + "\n" + wrap(second), "--dialect", "repeated-serial");
        assertThat(lines).contains("\"assembled\":2");
        assertThat(Told.run(wrap(first) + "\n" + wrap(second), "--dialect", "standard"))
                .doesNotContain("assembled");
    }

    private static String wrap(byte[] content) {
        return Bytes.of(Frames.wrap(Arrays.copyOf(content, content.length - 1), Framing.STANDARD))
                .hex();
    }

    /** Whatever is given, a line of JSON comes out for every frame, and what is read is written again. */
    @Property(tries = 3000)
    void nothingEscapes(@ForAll long seed) {
        var random = new Random(seed);
        var ids = new int[] {0x0200, 0x0704, 0x0104, 0x0801, 0x5501, 0x0210, 0x0100, 0x0702, 0x1210, 0x0900, 0x0608};
        var body = Bytes.ofHex(POSITION + "0104000000ff" + "e102000a" + "eb0600040089ffff")
                .toArray();
        for (var i = 0; i < random.nextInt(6); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        var cut = Bytes.of(Arrays.copyOf(body, random.nextInt(body.length + 1))).hex();
        var id = ids[random.nextInt(ids.length)];

        var told = new JsonMapper()
                .readTree(Told.run(frame(id, cut)).lines().findFirst().orElseThrow());
        assertThat(told.has("ok")).isTrue();
        assertThat(told.path("identical").asBoolean())
                .isEqualTo(told.path("ok").asBoolean()
                        || told.at("/error/reason").asString().equals("length-differs"));
    }
}
