package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.demonstration.FindingsTest.near;
import static org.yiti.demonstration.FindingsTest.same;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiti.demonstration.JudgedWorld.Found;

/**
 * A house is drawn for the day of its first start: what holds of the world of the documentation holds of others. Each takes a
 * minute or two: one is held always, the rest by {@code YITI_OTHER_WORLDS=1}, and any by {@code YITI_OTHER_WORLDS=5:2026-02-20,7:2027-01-01}.
 */
class OtherWorldsTest {
    private static final String ASKED = "YITI_OTHER_WORLDS";

    private record World(long seed, LocalDate day) {
        static World of(String text) {
            var parts = text.strip().split(":");
            return new World(Long.parseLong(parts[0]), LocalDate.parse(parts[1]));
        }

        @Override
        public String toString() {
            return seed + ":" + day;
        }
    }

    /** Another seed, on the first day of a year whose workdays nobody knows yet: what is usual is cut off on every side. */
    private static final World ALWAYS = World.of("5:2027-01-01");

    /** Ends of months and the days after them, 28 and 29 February, quarters, seeds. */
    private static final List<String> YEAR = List.of(
            "5:2026-02-20",
            "2026:2026-05-31",
            "99:2026-07-01",
            "2026:2026-11-28",
            "2026:2026-11-29",
            "2026:2026-11-30",
            "2026:2026-12-01",
            "7:2026-12-31",
            "2026:2027-01-01",
            "2026:2027-02-28",
            "2026:2028-02-29");

    @Test
    void the_world_of_another_seed_and_another_day_is_found_out_as_well() {
        compare(ALWAYS);
    }

    static Stream<World> asked() {
        var asked = System.getenv(ASKED);
        return "1".equals(asked)
                ? YEAR.stream().map(World::of)
                : Arrays.stream(asked.split(",")).map(World::of);
    }

    @ParameterizedTest
    @MethodSource("asked")
    @EnabledIfEnvironmentVariable(named = ASKED, matches = ".+")
    void so_are_those_of_the_days_of_a_year(World world) {
        compare(world);
    }

    private static void compare(World of) {
        var world = Demonstration.of(of.seed(), Scale.CITY, of.day());
        var manifest = world.manifest();
        var judged = new JudgedWorld(world, of.day());
        var findings = judged.findings;
        var softly = new SoftAssertions();
        softly.assertThat(judged.problems).as("not taken in " + of).isEmpty();
        softly.assertThat(manifest.breaches())
                .as("planted and not found in " + of)
                .filteredOn(breach -> findings.stream().noneMatch(found -> same(breach, found)))
                .isEmpty();
        softly.assertThat(manifest.breaches())
                .as("found with other numbers in " + of)
                .filteredOn(breach -> findings.stream().anyMatch(found -> same(breach, found))
                        && findings.stream().noneMatch(found -> same(breach, found) && equal(breach, found)))
                .extracting(breach -> breach + " but "
                        + findings.stream().filter(found -> same(breach, found)).toList())
                .isEmpty();
        softly.assertThat(findings)
                .as("found and not planted in " + of)
                .filteredOn(found -> manifest.breaches().stream().noneMatch(breach -> same(breach, found)))
                .isEmpty();
        softly.assertThat(manifest.nearMisses())
                .as("only looks like a breach in " + of)
                .filteredOn(miss -> findings.stream()
                        .anyMatch(found -> found.rule().equals(miss.rule())
                                && found.subject().equals(miss.subject())))
                .isEmpty();
        softly.assertAll();
        assertThat(manifest.breaches()).as("planted in " + of).hasSizeGreaterThan(300);
    }

    private static boolean equal(Breach breach, Found found) {
        return near(breach.actual(), found.actual())
                && near(breach.limit(), found.limit())
                && near(breach.excess(), found.excess());
    }
}
