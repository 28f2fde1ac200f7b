package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.video.Recordings;

/** Frames of real and simulated terminals that others have collected. */
class ReferenceFramesTest {

    @TestFactory
    Stream<DynamicTest> everyWholeFrameIsReadAndWrittenAgainAsItWas() {
        return ReferenceData.tests(folder -> whole(folder).stream()
                .map(hex -> DynamicTest.dynamicTest(hex.substring(2, Math.min(40, hex.length())), () -> {
                    var content = Frames.unwrap(Bytes.ofHex(hex).toArray(), Dialect.STANDARD);
                    var message = Jt808.STANDARD.decode(content, null);
                    assertThat(message.kind().zh()).isNotEqualTo("未知消息");
                    assertThat(Bytes.of(Jt808.STANDARD.encode(message)).hex()).isEqualToIgnoringCase(hex);
                })));
    }

    @TestFactory
    Stream<DynamicTest> whatOthersCallAnErrorIsRefusedOrKept() {
        return ReferenceData.tests(folder -> ReferenceData.jsonLines(folder.resolve("gojt808_cases.jsonl")).stream()
                .filter(one -> one.path("expectedFieldsGo").isNull())
                .map(one -> one.path("hex").asString())
                .filter(hex -> hex.length() % 2 == 0)
                .map(hex -> DynamicTest.dynamicTest(hex.substring(0, Math.min(40, hex.length())), () -> {
                    var wire = Bytes.ofHex(hex).toArray();
                    try {
                        var content = Frames.unwrap(wire, Dialect.STANDARD);
                        assertThat(Jt808.STANDARD.encode(Jt808.STANDARD.decode(content, null)))
                                .isEqualTo(wire);
                    } catch (Refused refused) {
                        assertThat(refused.offset()).isBetween(0, wire.length);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> recordingsInEighteenPackagesAreOneMessage() {
        return ReferenceData.tests(folder -> Stream.of(DynamicTest.dynamicTest("recordings", () -> {
            var assembler = new Assembler(Dialect.STANDARD);
            var whole = new ArrayList<Packet>();
            for (var hex : ReferenceData.firstColumn(folder.resolve("yezhihao_JT1078_frames.csv"))) {
                var packet =
                        Jt808.STANDARD.packet(Frames.unwrap(Bytes.ofHex(hex).toArray(), Dialect.STANDARD));
                for (var assembled : assembler.offer(packet, 0)) {
                    if (assembled instanceof Assembled.Whole complete) {
                        whole.add(complete.packet());
                    }
                }
            }
            assertThat(whole).isNotEmpty();
            assertThat(whole.stream()
                            .map(packet -> Jt808.STANDARD.decode(packet, null).as(Recordings.class)))
                    .anySatisfy(found -> assertThat(found)
                            .hasValueSatisfying(
                                    recordings -> assertThat(recordings.items()).hasSize((int) recordings.count())));
        })));
    }

    @TestFactory
    Stream<DynamicTest> escapesAreTakenOutAndPutIn() {
        return ReferenceData.tests(folder -> {
            var cases = ReferenceData.json(folder.resolve("traccar_framing_cases.json"));
            return cases.path("commands")
                    .valueStream()
                    .map(one -> DynamicTest.dynamicTest(one.path("type").asString(), () -> {
                        var wire = Bytes.ofHex(one.path("frame").asString()).toArray();
                        assertThat(new FrameReader(Dialect.STANDARD).read(wire))
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Received.Frame.class,
                                        frame -> assertThat(Frames.wrap(
                                                        frame.content().toArray(), Framing.STANDARD))
                                                .isEqualTo(wire));
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> escapedBytesBecomeTheFrameAndTheFrameThem() {
        return ReferenceData.tests(folder -> {
            var cases = ReferenceData.json(folder.resolve("traccar_framing_cases.json"));
            return Stream.of("unescape", "escape")
                    .flatMap(way -> cases.path(way)
                            .valueStream()
                            .map(one -> DynamicTest.dynamicTest(
                                    way + " " + one.path("raw").asString(), () -> {
                                        var raw = one.path("raw").asString();
                                        var wire = raw.substring(raw.indexOf("7e") + 2, raw.length() - 2);
                                        var frame = one.path("frame").asString();
                                        var content = frame.substring(2, frame.length() - 2);

                                        assertThat(Frames.unescape(Bytes.ofHex(wire), Framing.STANDARD))
                                                .isEqualTo(Bytes.ofHex(content));
                                        assertThat(Frames.escape(Bytes.ofHex(content), Framing.STANDARD))
                                                .isEqualTo(Bytes.ofHex(wire));
                                        assertThat(new FrameReader(Dialect.STANDARD)
                                                        .read(Bytes.ofHex(raw).toArray()))
                                                .last()
                                                .isInstanceOfSatisfying(
                                                        Received.Discarded.class,
                                                        tooShort -> assertThat(tooShort.sample())
                                                                .isEqualTo(Bytes.ofHex(content)));
                                    })));
        });
    }

    private static List<String> whole(Path folder) {
        var frames = new ArrayList<String>();
        for (var name : List.of("JT808", "JT1078", "TJSATL")) {
            frames.addAll(ReferenceData.firstColumn(folder.resolve("yezhihao_" + name + "_frames.csv")));
        }
        ReferenceData.jsonLines(folder.resolve("yezhihao_decode_pairs.jsonl"))
                .forEach(pair -> frames.add(pair.path("hex").asString()));
        ReferenceData.jsonLines(folder.resolve("gojt808_cases.jsonl")).stream()
                .filter(one -> !one.path("expectedFieldsGo").isNull()
                        && one.path("frame").path("delimited").asBoolean())
                .forEach(one -> frames.add(one.path("hex").asString()));
        return frames;
    }
}
