package org.yiti.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yiti.meters.json.ReadingBatch;

/** What the guide shows is what is taken. */
class GuideExamplesTest {

    @Test
    void theBatchOfTheGuideIsTaken() throws IOException {
        var guide = Files.readString(Path.of("../docs/operate/meters.md"));
        var from = guide.indexOf("```json") + 7;
        var json = guide.substring(from, guide.indexOf("```", from));

        var batch = ReadingBatch.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThat(batch.readings()).hasSize(3);
        assertThat(batch.readings().get(2).isInterval()).isTrue();
    }
}
