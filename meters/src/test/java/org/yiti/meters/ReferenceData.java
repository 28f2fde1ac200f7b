package org.yiti.meters;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Frames of real meters, in the folder named by the environment; tests that need it are skipped without. */
public final class ReferenceData {

    private static final JsonMapper JSON = new JsonMapper();

    private ReferenceData() {}

    public static Path folder(String path) {
        var root = System.getenv("YITI_REFERENCE_DATA");
        assumeTrue(root != null, "YITI_REFERENCE_DATA names no folder of reference data");
        var folder = Path.of(root, path);
        assumeTrue(Files.exists(folder), "The reference data have no " + path);
        return folder;
    }

    public static List<Path> files(String path, String suffix) {
        try (var files = Files.walk(folder(path))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode json(String path) {
        return JSON.readTree(folder(path));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
