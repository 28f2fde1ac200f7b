package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.kernel.identifier.SocialCreditCode;
import org.yiti.kernel.identifier.SocialCreditCode.Verdict;

class DemonstrationTest {

    @Test
    void the_same_seed_tells_the_same_world_to_the_last_byte() {
        assertThat(hash(Demonstration.of(2026, Scale.CITY, Told.AS_OF))).isEqualTo(hash(Told.WORLD));
    }

    @Test
    void another_seed_tells_another_world() {
        assertThat(Told.rows(Demonstration.of(2, Scale.CITY, Told.AS_OF), "organization.person"))
                .isNotEqualTo(Told.rows(Told.WORLD, "organization.person"));
    }

    @Test
    void a_sheet_may_be_read_twice() {
        Sheet trips = Told.WORLD.sheets().stream()
                .filter(s -> s.ledger().equals("fleet.trip"))
                .findFirst()
                .orElseThrow();
        assertThat(trips.rows().count()).isEqualTo(trips.rows().count());
    }

    @Test
    void the_city_is_as_large_as_it_is_said_to_be() {
        assertThat(count("organization.institution")).isBetween(115L, 130L);
        assertThat(count("organization.person")).isBetween(5_800L, 6_600L);
        assertThat(count("premises.building")).isBetween(58L, 64L);
        assertThat(count("premises.room")).isBetween(4_700L, 5_300L);
        assertThat(count("fleet.vehicle")).isBetween(680L, 740L);
        assertThat(count("energy.meter")).isBetween(295L, 305L);
    }

    @Test
    void a_province_is_told_one_city_at_a_time() {
        Demonstration province = Demonstration.of(1, Scale.PROVINCE, Told.AS_OF).clean();
        Set<String> wanted =
                Set.of("organization.institution", "organization.person", "premises.room", "fleet.vehicle");
        long rows = province.sheets().stream()
                .filter(s -> wanted.contains(s.ledger()))
                .mapToLong(s -> s.rows().limit(16_000).count())
                .sum();
        assertThat(rows).isGreaterThan(35_000);
    }

    /** A meter that was taken away once left what it had been before, and whoever drew that seed or day could not load their city. */
    @ParameterizedTest
    @ValueSource(longs = {3, 7, 14, 21, 28, 35, 42, 49})
    void what_something_was_before_is_told_of_what_is_there(long seed) {
        Demonstration world = Demonstration.of(seed, Scale.CITY, Told.AS_OF);
        for (String[] past : new String[][] {
            {"energy.meter_past", "meterCode", "energy.meter", "code"},
            {"fleet.driver_past", "driverCode", "fleet.driver", "code"},
            {"fleet.vehicle_past", "plate", "fleet.vehicle", "plate"},
            {"premises.site_past", "siteCode", "premises.site", "code"},
            {"premises.building_past", "buildingCode", "premises.building", "code"}
        }) {
            Set<String> there = Told.rows(world, past[2]).stream()
                    .map(row -> row.get(past[3]))
                    .collect(Collectors.toSet());
            assertThat(Told.rows(world, past[0]))
                    .as(past[0])
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(there).contains(row.get(past[1])));
        }
    }

    @Test
    void every_credit_code_has_the_right_check_character() {
        assertThat(Told.rows(Told.CLEAN, "organization.institution"))
                .allSatisfy(row -> assertThat(
                                SocialCreditCode.of(row.get("creditCode")).verdict())
                        .isEqualTo(Verdict.VALID));
    }

    @Test
    void no_division_exists() {
        assertThat(Told.rows(Told.CLEAN, "organization.division"))
                .allSatisfy(row -> assertThat(row.get("code")).startsWith("98"));
    }

    private static long count(String ledger) {
        return Told.rows(Told.CLEAN, ledger).size();
    }

    private static String hash(Demonstration world) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Sheet sheet : world.sheets()) {
                digest.update((sheet.ledger() + sheet.columns()).getBytes(StandardCharsets.UTF_8));
                sheet.rows()
                        .forEach(cells -> digest.update(Arrays.stream(cells)
                                .map(String::valueOf)
                                .collect(Collectors.joining("|", "", "\n"))
                                .getBytes(StandardCharsets.UTF_8)));
            }
            world.readings()
                    .limit(100_000)
                    .forEach(r -> digest.update(r.toString().getBytes(StandardCharsets.UTF_8)));
            digest.update(world.manifest().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
