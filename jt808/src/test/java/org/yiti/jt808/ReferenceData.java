package org.yiti.jt808;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside data to measure against, in the folder named by the environment; tests that need it are skipped without. */
final class ReferenceData {

    private static final JsonMapper JSON = new JsonMapper();

    private ReferenceData() {}

    /** The tests that a folder gives, or one that is skipped and says why. */
    static Stream<DynamicTest> tests(Function<Path, Stream<DynamicTest>> made) {
        var root = System.getenv("YITI_REFERENCE_DATA");
        if (root == null || !Files.isDirectory(Path.of(root, "jt808"))) {
            return Stream.of(DynamicTest.dynamicTest(
                    "reference data",
                    () -> assumeTrue(false, "YITI_REFERENCE_DATA names no folder of reference data with jt808")));
        }
        return made.apply(Path.of(root, "jt808"));
    }

    static List<JsonNode> jsonLines(Path file) {
        return lines(file).stream().map(JSON::readTree).toList();
    }

    static JsonNode json(Path file) {
        return JSON.readTree(file);
    }

    /** The first column, without its head. */
    static List<String> firstColumn(Path file) {
        return lines(file).stream().skip(1).map(line -> line.split(",")[0]).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
