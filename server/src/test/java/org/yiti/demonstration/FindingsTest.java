package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiti.demonstration.JudgedWorld.Found;

/** The law that ships, held against what was planted: all of it is found, and nothing else. */
class FindingsTest {
    private static final Path PAGE = Path.of("..", "docs", "demonstration", "found.md");
    private static final Manifest MANIFEST = Told.WORLD.manifest();
    private static List<Found> findings = List.of();

    @BeforeAll
    static void judge() {
        findings = new JudgedWorld(Told.WORLD, Told.AS_OF).findings;
    }

    @Test
    void nothing_is_found_in_the_world_before_planting() {
        assertThat(new JudgedWorld(Told.CLEAN, Told.AS_OF).findings).isEmpty();
    }

    @Test
    void what_is_planted_is_worth_asking_for() {
        assertThat(MANIFEST.breaches()).hasSizeGreaterThan(300);
        assertThat(MANIFEST.nearMisses()).hasSizeGreaterThan(100);
        assertThat(MANIFEST.breaches())
                .as("with numbers")
                .filteredOn(breach -> breach.actual() != null && breach.limit() != null)
                .hasSizeGreaterThan(100);
        assertThat(MANIFEST.breaches())
                .as("with what is too much")
                .filteredOn(breach -> breach.excess() != null)
                .hasSizeGreaterThan(80);
    }

    @Test
    void every_breach_that_was_planted_is_found() {
        assertThat(MANIFEST.breaches())
                .filteredOn(breach -> findings.stream().noneMatch(found -> same(breach, found)))
                .isEmpty();
    }

    @Test
    void every_finding_was_planted_or_follows_from_what_was() {
        assertThat(findings)
                .filteredOn(found -> MANIFEST.breaches().stream().noneMatch(breach -> same(breach, found)))
                .isEmpty();
    }

    @Test
    void every_breach_is_found_with_its_numbers() {
        assertThat(MANIFEST.breaches())
                .filteredOn(breach -> breach.actual() != null)
                .allSatisfy(breach -> assertThat(findings)
                        .filteredOn(found -> same(breach, found))
                        .anySatisfy(found -> {
                            assertThat(near(breach.actual(), found.actual()))
                                    .as("actual of " + breach + " in " + found)
                                    .isTrue();
                            assertThat(near(breach.limit(), found.limit()))
                                    .as("limit of " + breach + " in " + found)
                                    .isTrue();
                        }));
    }

    @Test
    void every_breach_is_found_with_what_is_too_much() {
        assertThat(MANIFEST.breaches())
                .filteredOn(breach -> breach.excess() != null)
                .allSatisfy(breach -> assertThat(findings)
                        .filteredOn(found -> same(breach, found))
                        .anySatisfy(found -> assertThat(near(breach.excess(), found.excess()))
                                .as("excess of " + breach + " in " + found)
                                .isTrue()));
    }

    @Test
    void what_only_looks_like_a_breach_is_left_alone() {
        assertThat(MANIFEST.nearMisses())
                .filteredOn(miss -> findings.stream()
                        .anyMatch(found -> found.rule().equals(miss.rule())
                                && found.subject().equals(miss.subject())))
                .isEmpty();
    }

    @Test
    void the_page_of_the_documentation_says_how_much_is_found() throws IOException {
        var page = new FoundPage(JudgedWorld.shelf(), MANIFEST, findings).text();
        if (System.getenv("YITI_WRITE_DOCS") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    /** Two things under one number cannot be told apart by the numbers that a world is written in. */
    private static final Set<String> IN_NUMBERS = Set.of("VE-17", "OF-11");

    /** What people see on the spot stands in no ledger: nothing can be planted in one. */
    private static final String SEEN_BY_PEOPLE = "IC-01";

    /** Canteens have three years since the notice of 2024: nobody can be late before 2027. */
    private static final String NOT_YET = "CT-02b";

    /** A way is set for a terminal by a command that it answers: no ledger that a world is written in holds commands. */
    private static final String COMMANDED = "VD-04b";

    @Test
    void every_rule_has_breaches_planted_against_it() {
        Set<String> planted = MANIFEST.breaches().stream().map(Breach::rule).collect(Collectors.toSet());
        planted.addAll(IN_NUMBERS);
        planted.add(SEEN_BY_PEOPLE);
        planted.add(NOT_YET);
        planted.add(COMMANDED);
        assertThat(JudgedWorld.shelf())
                .extracting(rule -> rule.heading().code())
                .isSubsetOf(planted);
    }

    static boolean same(Breach breach, Found found) {
        return breach.rule().equals(found.rule())
                && breach.subject().equals(found.subject())
                && (breach.episode() == null || found.episode().contains(breach.episode()));
    }

    static boolean near(@Nullable Double planted, @Nullable Double found) {
        return planted == null || (found != null && Math.abs(planted - found) < 0.011);
    }
}
