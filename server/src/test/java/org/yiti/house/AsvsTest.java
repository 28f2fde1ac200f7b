package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ASVS says what is so: the tests it names are there, and its sums are those of its rows. */
class AsvsTest {

    private static final Path TABLE = Path.of("../docs/operate/asvs.md");
    private static final List<String> STATUSES = List.of("tested", "reviewed", "operator", "deviation", "not yet");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| L([123]) \\| ([^|]+) \\| ([^|]+) \\| (.*) \\|");
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9]+(?:/[a-zA-Z]+)+)(?:#([a-zA-Z_]+))?`");

    private record Row(int chapter, int section, int number, int level, String status, String shownBy) {

        String id() {
            return chapter + "." + section + "." + number;
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> new Row(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4)),
                        found.group(6).strip(),
                        found.group(7)))
                .toList();
    }

    @Test
    void eachRequirementStandsOnceInItsOrderWithAStatus() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(150)
                .allSatisfy(row -> assertThat(STATUSES).as(row.id()).contains(row.status()));
        assertThat(rows())
                .isSortedAccordingTo(Comparator.comparing(Row::chapter)
                        .thenComparing(Row::section)
                        .thenComparing(Row::number));
        assertThat(rows().stream().map(Row::id)).doesNotHaveDuplicates();
    }

    @Test
    void noRowLooksLikeOneAndIsNotRead() throws IOException {
        var looksLikeOne = Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| *\\d+\\.\\d+\\.\\d+.*"))
                .count();

        assertThat(rows()).hasSize((int) looksLikeOne);
    }

    @Test
    void whatIsTestedNamesTestsThatAreThere() throws IOException {
        for (var row : rows()) {
            var named = NAMED.matcher(row.shownBy()).results().toList();
            if (row.status().equals("tested")) {
                assertThat(named).as(row.id() + " names its tests").isNotEmpty();
            }
            for (var test : named) {
                assertThat(exists(test.group(1), test.group(2)))
                        .as(row.id() + " names " + test.group())
                        .isTrue();
            }
        }
    }

    /** A class of the tests, with or without a method, or a journey in the browser. */
    private static boolean exists(String path, String method) throws IOException {
        var file = Stream.of(
                        Path.of("src/test/java/org/yiti", path + ".java"),
                        Path.of("../proof/src/test/java/org/yiti", path + ".java"),
                        Path.of("../web", path + ".journey.ts"))
                .filter(Files::exists)
                .findFirst();
        return file.isPresent()
                && (method == null
                        || Pattern.compile("\\b" + method + "\\b")
                                .matcher(Files.readString(file.get()))
                                .find());
    }

    @Test
    void theSumsAtTheTopAreTrue() throws IOException {
        var counted = rows().stream().collect(Collectors.groupingBy(Row::status, TreeMap::new, Collectors.counting()));
        var told = new TreeMap<String, Long>();
        Pattern.compile("\\| (" + String.join("|", STATUSES) + ") \\| (\\d+) \\|")
                .matcher(Files.readString(TABLE))
                .results()
                .forEach(sum -> told.put(sum.group(1), Long.valueOf(sum.group(2))));

        assertThat(told).isEqualTo(Map.copyOf(counted));
    }
}
