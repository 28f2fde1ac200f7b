package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestTest {

    /** Reports that nobody is late with in February. */
    private static final Set<String> DUE_IN_MARCH = Set.of("EN-04", "EN-04b", "EN-18b");

    @Test
    void the_manifest_in_the_documentation_is_that_of_this_world() throws IOException {
        Manifest manifest = Told.WORLD.manifest();
        Path folder = Path.of("..", "docs", "demonstration");
        assertThat(Files.readString(folder.resolve("manifest.csv"))).isEqualTo(WriteManifest.csv(manifest));
        assertThat(Files.readString(folder.resolve("manifest.json"))).isEqualTo(WriteManifest.json(manifest));
    }

    @Test
    void everything_finds_something_to_be_planted_on() {
        assertThat(Told.WORLD.manifest().omitted()).isEmpty();
    }

    @Test
    void a_world_of_another_day_and_another_seed_is_planted_too() {
        Manifest manifest =
                Demonstration.of(5, Scale.CITY, LocalDate.of(2026, 2, 20)).manifest();
        assertThat(manifest.omitted()).isEmpty();
        Set<String> expected = rules(Told.WORLD.manifest());
        expected.removeAll(DUE_IN_MARCH);
        assertThat(rules(manifest)).isEqualTo(expected);
        assertThat(manifest.breaches())
                .extracting(Breach::subject)
                .isNotEqualTo(Told.WORLD.manifest().breaches().stream()
                        .map(Breach::subject)
                        .toList());
    }

    private static Set<String> rules(Manifest manifest) {
        return manifest.breaches().stream().map(Breach::rule).collect(Collectors.toSet());
    }
}
