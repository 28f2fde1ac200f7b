package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped, by its bills of materials: free to be shipped, released, and of each library one version. */
class DependenciesTest {

    /** Those of CONTRIBUTING.md, as SPDX names them, and such as give even more freedom. */
    private static final Set<String> FREE = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "0BSD",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            // OpenPDF, which may be had by the MPL 2.0 as well
            "GNU Lesser General Public License (LGPL), Version 2.1",
            // MIT in other words
            "Bouncy Castle Licence");

    private record Shipped(String name, String version, List<String> licences) {}

    private static List<Shipped> ofServer() throws IOException {
        try (var bill = DependenciesTest.class.getResourceAsStream("/META-INF/sbom/server.cdx.json")) {
            assertThat(bill).as("the build makes a bill of materials").isNotNull();
            return JsonMapper.shared()
                    .readTree(bill)
                    .path("components")
                    .valueStream()
                    .filter(one -> !"org.yiti".equals(one.path("group").asString("")))
                    .map(one -> new Shipped(
                            one.path("group").asString("") + ":"
                                    + one.path("name").asString(),
                            one.path("version").asString(),
                            one.path("licenses")
                                    .valueStream()
                                    .map(DependenciesTest::licence)
                                    .toList()))
                    .toList();
        }
    }

    private static String licence(JsonNode written) {
        return Stream.of(
                        written.path("license").path("id"),
                        written.path("license").path("name"),
                        written.path("expression"))
                .map(one -> one.asString(""))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("?");
    }

    private static List<Shipped> ofConsole() {
        var lock =
                JsonMapper.shared().readTree(Path.of("../web/package-lock.json").toFile());
        var shipped = new ArrayList<Shipped>();
        for (var one : lock.path("packages").properties()) {
            var isOurs = one.getKey().isEmpty();
            // What is optional belongs to tools of the build on other machines; nothing of it is in the pages.
            var isShipped = Stream.of("dev", "optional", "devOptional")
                    .noneMatch(mark -> one.getValue().path(mark).asBoolean(false));
            if (!isOurs && isShipped) {
                shipped.add(new Shipped(
                        one.getKey().substring(one.getKey().lastIndexOf("node_modules/") + "node_modules/".length()),
                        one.getValue().path("version").asString(),
                        List.of(one.getValue().path("license").asString("?"))));
            }
        }
        return shipped;
    }

    @Test
    void everyLibraryOfTheServerIsFreeToShip() throws IOException {
        assertThat(ofServer())
                .hasSizeGreaterThan(50)
                .allSatisfy(one -> assertThat(one.licences()).as(one.name()).containsAnyElementsOf(FREE));
    }

    @Test
    void everyLibraryOfTheConsoleIsFreeToShip() {
        assertThat(ofConsole())
                .hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(one.licences()).as(one.name()).containsAnyElementsOf(FREE));
    }

    @Test
    void nothingUnreleasedIsShipped() throws IOException {
        assertThat(Stream.concat(ofServer().stream(), ofConsole().stream()))
                .extracting(Shipped::version)
                .allSatisfy(version ->
                        assertThat(version).doesNotContainPattern("(?i)snapshot|alpha|beta|\\brc|-m\\d|https?:|git"));
    }

    @Test
    void ofEachLibraryOfTheServerOneVersionIsShipped() throws IOException {
        var versions = new TreeMap<String, Set<String>>();
        ofServer()
                .forEach(one -> versions.computeIfAbsent(one.name(), unseen -> new TreeSet<>())
                        .add(one.version()));

        assertThat(versions.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    }
}
