package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;

/** The books of samples/county come in as they are, and the law finds in them what their README says. */
class SamplesJourneyTest extends ImportJourney {

    private static final Path FOLDER = Path.of("../samples/county");

    @Test
    void comeInOneAfterTheOtherAndAreJudged() throws Exception {
        for (var file : files()) {
            taken(file.getFileName().toString(), Files.readAllBytes(file));
        }

        var told = told();
        Soon.soon("what the README tells", this::found, found -> found.containsAll(told));
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** Lines of the README such as {@code | OF-01 | 201 | …}. */
    private static Set<String> told() throws IOException {
        try (var lines = Files.lines(FOLDER.resolve("README.md"))) {
            var told = new TreeSet<String>();
            lines.filter(line -> line.matches("\\| [A-Z]{2}-\\d+\\w* \\|.*"))
                    .forEach(line -> told.add(line.split("\\|")[1].strip() + " " + line.split("\\|")[2].strip()));
            assertThat(told).hasSizeGreaterThan(3);
            return told;
        }
    }

    private Set<String> found() {
        return new TreeSet<>(database.sql("""
                            select r.code || ' ' || f.subject_title
                              from supervision.finding f
                              join supervision.rule r on r.id = f.rule_id
                              join organization.institution i on i.id = f.institution_id
                             where i.code like 'YL-%' and f.state = 'NEW'
                            """).query(String.class).list());
    }
}
