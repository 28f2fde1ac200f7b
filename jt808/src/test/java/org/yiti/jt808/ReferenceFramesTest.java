package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import tools.jackson.databind.json.JsonMapper;

/** Frames of real and simulated terminals that others have collected. */
class ReferenceFramesTest {

    @TestFactory
    Stream<DynamicTest> everyWholeFrameIsReadAndWrittenAgainAsItWas() throws IOException {
        return frames().stream()
                .map(hex -> DynamicTest.dynamicTest(hex.substring(2, Math.min(40, hex.length())), () -> {
                    var content = Frames.unwrap(Bytes.ofHex(hex).toArray(), Dialect.STANDARD);
                    var message = Jt808.STANDARD.decode(content, null);
                    assertThat(Bytes.of(Jt808.STANDARD.encode(message)).hex()).isEqualToIgnoringCase(hex);
                }));
    }

    private static List<String> frames() throws IOException {
        var frames = new ArrayList<String>();
        for (var file : ReferenceData.files("jt808")) {
            var name = file.getFileName().toString();
            if (name.endsWith("_frames.csv")) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .forEach(frames::add);
            }
            if (name.startsWith("yezhihao") && name.endsWith(".jsonl")) {
                for (var line : Files.readAllLines(file)) {
                    frames.add(new JsonMapper().readTree(line).path("hex").asString());
                }
            }
        }
        return frames;
    }
}
