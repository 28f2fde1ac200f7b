package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Work that leaves the thread of whoever asked could end in the log as the house's: each place says in whose name it goes on. */
class OtherThreadsTest {

    private static final Path PAGE = Path.of("../docs/operate/audit.md");
    private static final Pattern LEAVES = Pattern.compile(
            "extends Crew<|@ApplicationModuleListener|@Async\\b|@Scheduled|new Thread\\(|Executors\\.new|\\.(runAsync|supplyAsync|delayedExecutor)\\(|Tasks\\.(oneTime|recurring)|ResponseEntity<StreamingResponseBody>|AsyncTaskExecutor|\\.parallel\\(\\)");

    @Test
    void everyPlaceThatGoesOnOnAnotherThreadIsToldOf() throws IOException {
        var told = Files.readString(PAGE);
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(OtherThreadsTest::leaves))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(told)
                            .contains("`" + file.getFileName().toString().replace(".java", "") + "`"));
        }
    }

    private static boolean leaves(Path file) {
        try {
            return LEAVES.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
