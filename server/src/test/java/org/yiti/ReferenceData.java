package org.yiti;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Outside data to measure against, in the folder named by the environment; tests that need it are skipped without. */
public final class ReferenceData {

    private ReferenceData() {}

    public static Path folder(String path) {
        var root = System.getenv("YITI_REFERENCE_DATA");
        assumeTrue(root != null, "YITI_REFERENCE_DATA names no folder of reference data");
        var folder = Path.of(root, path);
        assumeTrue(Files.isDirectory(folder), "The reference data has no folder " + path);
        return folder;
    }
}
