package org.yiti.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside data to measure against, in the folder named by the environment; tests that need it are skipped without. */
public final class ReferenceData {

    private static final JsonMapper JSON = new JsonMapper();

    private ReferenceData() {}

    public static Path folder(String path) {
        var root = System.getenv("YITI_REFERENCE_DATA");
        assumeTrue(root != null, "YITI_REFERENCE_DATA names no folder of reference data");
        var folder = Path.of(root, path);
        assumeTrue(Files.isDirectory(folder), "The reference data has no folder " + path);
        return folder;
    }

    public static List<Path> files(String path) {
        try (var files = Files.walk(folder(path))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Vectors that stand in the repository, so that a clone measures itself against something as well. */
    public static JsonNode own(String name) {
        try (var file = ReferenceData.class.getResourceAsStream("/vectors/" + name)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode json(Path file) {
        return JSON.readTree(file);
    }
}
