package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RegulationPagesTest {

    private static final Path FOLDER = Path.of("../docs/regulations");
    private static final LawFolder LAW = LawFolder.onClassPath();

    /** After a change in rules/: {@code make docs} writes them anew. */
    @Test
    void theCommittedPagesSayWhatTheRulesSay() throws IOException {
        for (var page : new RegulationPages(LAW).all().entrySet()) {
            var file = FOLDER.resolve(page.getKey());
            if (System.getenv("YITI_WRITE_DOCS") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page.getValue());
            }
            assertThat(Files.exists(file))
                    .as(file + " exists: make docs writes it")
                    .isTrue();
            assertThat(Files.readString(file)).isEqualTo(page.getValue());
        }
    }

    @Test
    void theFirstShelfAnswersTheCodesItWasMadeFor() {
        assertThat(LAW.rules().stream().map(rule -> rule.heading().code()))
                .contains("OF-01", "OF-02", "OF-05", "OF-15", "OF-16", "OF-19", "OF-20", "OF-21", "OF-24")
                .contains("VE-01", "VE-02", "VE-04", "VE-05", "VE-11", "VE-14")
                .contains("VD-01", "VD-02", "VD-09", "VD-10", "VD-11", "VD-13", "VD-15", "VD-17")
                .contains("EN-04", "EN-05", "EN-12", "EN-05b");
    }

    /** A lawyer is told what a rule leaves to people. */
    @Test
    void everyRuleSaysWhatItDoesNotCheck() {
        assertThat(LAW.rules())
                .allSatisfy(rule ->
                        assertThat(rule.grounds().unchecked()).as(rule.id()).isNotNull());
    }
}
