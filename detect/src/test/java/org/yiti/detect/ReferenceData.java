package org.yiti.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Outside data to measure against, in the folder named by the environment; tests that need it are skipped without. */
public final class ReferenceData {

    private ReferenceData() {}

    public static Path file(String path) {
        var root = System.getenv("YITI_REFERENCE_DATA");
        assumeTrue(root != null, "YITI_REFERENCE_DATA names no folder of reference data");
        var file = Path.of(root, path);
        assumeTrue(Files.exists(file), "The reference data has no " + path);
        return file;
    }

    public static List<String> lines(String path) {
        try {
            return Files.readAllLines(file(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
