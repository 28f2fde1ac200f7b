package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the console can do is told to the people who use it. */
class GuideTest {

    /** Told on the page of another, with which people meet it. */
    private static final Map<String, String> TOLD_WITH = Map.of(
            "identity/own", "identity/accounts",
            "identity/session", "identity/accounts",
            "kernel/ledger", "ledger/listing",
            "kernel/object", "ledger/listing",
            "supervision/rules", "supervision/shelf",
            "supervision/workshop", "supervision/laboratory");

    @Test
    void everyCapabilityOfTheConsoleHasItsGuidePage() throws IOException {
        var console = Path.of("../web/src/capabilities");
        try (var folders = Files.walk(console, 2)) {
            var untold = folders.filter(Files::isDirectory)
                    .map(folder -> console.relativize(folder).toString())
                    .filter(capability -> capability.contains("/"))
                    .map(capability -> TOLD_WITH.getOrDefault(capability, capability))
                    .filter(page -> !Files.exists(Path.of("../docs/guide", page + ".md")))
                    .toList();

            assertThat(untold).isEmpty();
        }
    }
}
