package org.yiti.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library stays small in its parts and knows no clock, no threads and no sockets. */
class ShapeTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern METHOD =
            Pattern.compile("^ {4,12}(?!return|new|throw|else|.*\\brecord\\b)[\\w<>@?,. \\[\\]]+\\(.*\\) *\\{$");

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void noFileGrowsPastThreeHundredLines() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(300);
        }
    }

    @Test
    void noMethodGrowsPastFortyLines() throws IOException {
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                if (METHOD.matcher(lines.get(i)).matches()) {
                    assertThat(length(lines, i)).as(file + ":" + (i + 1)).isLessThanOrEqualTo(40);
                }
            }
        }
    }

    private static int length(List<String> lines, int from) {
        var indent = lines.get(from).length() - lines.get(from).stripLeading().length();
        var end = " ".repeat(indent) + "}";
        var i = from;
        while (i < lines.size() && !lines.get(i).startsWith(end)) {
            i++;
        }
        return i - from + 1;
    }

    @Test
    void nothingAsksForTheTimeOrOpensAConnection() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(
                            ".now()", "currentTimeMillis", "nanoTime", "java.net.", "Thread", "org.springframework");
        }
    }
}
