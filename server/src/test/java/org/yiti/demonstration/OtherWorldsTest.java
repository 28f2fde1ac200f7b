package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.demonstration.FindingsTest.same;

import java.time.LocalDate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house is drawn for the day of its first start: what holds of the world of the documentation holds of others. */
class OtherWorldsTest {

    /** Red: the generator plants a refuelling too weakly and buys one car with petrol that the law wants electric. */
    @EnabledIfEnvironmentVariable(named = "YITI_OTHER_WORLDS", matches = "1")
    @Test
    void the_world_of_another_seed_and_another_day_is_found_out_as_well() {
        compare(5, LocalDate.of(2026, 2, 20));
    }

    @ParameterizedTest
    @CsvSource({"2026,2026-11-28", "2026,2026-05-31", "99,2026-07-01", "2026,2026-01-10"})
    @EnabledIfEnvironmentVariable(named = "YITI_OTHER_WORLDS", matches = "1")
    void so_are_those_of_the_days_of_a_year(long seed, LocalDate day) {
        compare(seed, day);
    }

    private static void compare(long seed, LocalDate day) {
        var world = Demonstration.of(seed, Scale.CITY, day);
        var manifest = world.manifest();
        var findings = new JudgedWorld(world, day).findings;
        var softly = new SoftAssertions();
        softly.assertThat(manifest.breaches())
                .as("planted and not found on " + day)
                .filteredOn(breach -> findings.stream().noneMatch(found -> same(breach, found)))
                .isEmpty();
        softly.assertThat(findings)
                .as("found and not planted on " + day)
                .filteredOn(found -> manifest.breaches().stream().noneMatch(breach -> same(breach, found)))
                .isEmpty();
        softly.assertThat(manifest.nearMisses())
                .as("only looks like a breach on " + day)
                .filteredOn(miss -> findings.stream()
                        .anyMatch(found -> found.rule().equals(miss.rule())
                                && found.subject().equals(miss.subject())))
                .isEmpty();
        softly.assertAll();
        assertThat(manifest.breaches()).hasSizeGreaterThan(70);
    }
}
