package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console is written of: text stays text, nothing is run that was read, nothing comes from elsewhere. */
class ConsoleSourcesTest {

    private static final Path CONSOLE = Path.of("../web");

    private static final Pattern RUNS = Pattern.compile(
            "v-html|innerHTML\\s*=|outerHTML\\s*=|insertAdjacentHTML|document\\.write|\\beval\\(|new Function\\(|javascript:|postMessage|srcdoc|\\$\\{.*}</script>");

    private static final Pattern ELSEWHERE =
            Pattern.compile("[\"'`(=](https?:)?//(?!www\\.w3\\.org/|here\\b)[a-zA-Z0-9.]+");

    private static List<Path> sources() throws IOException {
        try (var files = Stream.concat(
                Files.walk(CONSOLE.resolve("src")),
                Stream.of(CONSOLE.resolve("index.html"), CONSOLE.resolve("public/theme.js")))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(vue|ts|js|html|css|scss)"))
                    .filter(file -> !file.toString().endsWith(".spec.ts"))
                    .toList();
        }
    }

    private static boolean has(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void textIsNeverMadeMarkupOrScript() throws IOException {
        assertThat(sources())
                .hasSizeGreaterThan(50)
                // one word to the house's own worker, which reads nothing else
                .filteredOn(file -> !file.endsWith("app/along.ts"))
                .noneMatch(file -> has(file, RUNS));
        assertThat(Files.readString(CONSOLE.resolve("src/app/along.ts")))
                .containsOnlyOnce("postMessage")
                .contains(".postMessage('rest')");
    }

    @Test
    void nothingIsFetchedFromAnotherHost() throws IOException {
        assertThat(sources().stream()
                        .filter(file -> !file.endsWith("api/schema.ts"))
                        .filter(file -> has(file, ELSEWHERE)))
                .isEmpty();
    }

    /** A policy without inline script forbids them; the page would be white. */
    @Test
    void noScriptOrHandlerStandsInThePageItself() throws IOException {
        var page = Files.readString(CONSOLE.resolve("index.html"));

        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("<style");
    }

    @Test
    void aPasswordIsTypedUnseenAndMayBePasted() throws IOException {
        var typed = Pattern.compile("<[a-z-]*input[^>]*autocomplete=\"(current|new)-password\"[^>]*>");
        var fields = 0;
        for (var file : sources()) {
            var found = typed.matcher(Files.readString(file));
            while (found.find()) {
                fields++;
                assertThat(found.group()).contains("type=\"password\"");
            }
        }
        assertThat(fields).isGreaterThan(5);
        assertThat(sources()).noneMatch(file -> has(file, Pattern.compile("@paste\\.prevent|onpaste")));
    }
}
