package org.yiti.supervision.campaigns.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static Draw.Unit unit(int n, String stratum, double weight) {
        return new Draw.Unit(new UUID(7, n), stratum, BigDecimal.valueOf(weight));
    }

    private static List<Draw.Unit> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> unit(n, n % 3 == 0 ? "PARTY_ORGAN" : "GOVERNMENT_ORGAN", 5 + n % 90))
                .toList();
    }

    @Test
    void theSameSeedDrawsTheSameWhateverTheOrder() {
        var random = new Random(11);
        for (var seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(some(120));
            Collections.shuffle(shuffled, random);
            assertThat(Draw.of("种子" + seed, 17, shuffled)).isEqualTo(Draw.of("种子" + seed, 17, some(120)));
            assertThat(Draw.hash(shuffled)).isEqualTo(Draw.hash(some(120)));
        }
    }

    /** A draw that was made can be made again by another program: these numbers were worked out by Python. */
    @Test
    void chanceIsWhatTheDecisionRecordSaysItIs() {
        assertThat(Draw.chance("2026-S1", UUID.fromString("00000000-0000-4000-8000-000000000001")))
                .isEqualTo(CHANCE);
        assertThat(Draw.key(
                        "2026-S1",
                        new Draw.Unit(
                                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                                "COURT",
                                new BigDecimal("62.5"))))
                .isCloseTo(KEY, within(1e-15));
    }

    private static final double CHANCE = 0.987197052438457;
    private static final double KEY = 0.0002061697858398718;

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(Draw.of("a", 10, some(120))).isNotEqualTo(Draw.of("b", 10, some(120)));
    }

    /** Of one place the chance is exactly the share of the weight. */
    @Test
    void whoIsDrawnFirstFollowsTheWeights() {
        var frame = List.of(unit(1, "A", 10), unit(2, "A", 20), unit(3, "A", 70));
        var counts = new HashMap<UUID, Integer>();
        var draws = 20_000;
        for (var seed = 0; seed < draws; seed++) {
            Draw.of("first " + seed, 1, frame).forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        var square = 0.0;
        for (var unit : frame) {
            var expected = draws * unit.weight().doubleValue() / 100;
            square += Math.pow(counts.get(unit.id()) - expected, 2) / expected;
        }
        assertThat(square).isLessThan(13.8); // two degrees, 0.1 %
    }

    /** Drawn without putting back, as one draw after another: worked out by hand for two of three. */
    @Test
    void whoIsAmongTwoOfThreeFollowsTheWeights() {
        var frame = List.of(unit(1, "A", 1), unit(2, "A", 2), unit(3, "A", 3));
        var counts = new HashMap<UUID, Integer>();
        var draws = 20_000;
        for (var seed = 0; seed < draws; seed++) {
            Draw.of("two " + seed, 2, frame).forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        var expected =
                Map.of(1, 1 / 6.0 + 2 / 6.0 * 1 / 4 + 3 / 6.0 * 1 / 3, 3, 3 / 6.0 + 1 / 6.0 * 3 / 5 + 2 / 6.0 * 3 / 4);
        expected.forEach((n, share) ->
                assertThat(counts.get(new UUID(7, n)) / (double) draws).isCloseTo(share, within(0.012)));
    }

    @Test
    void everyKindOfInstitutionIsThereByItsSize() {
        var random = new Random(3);
        for (var round = 0; round < 500; round++) {
            var sizes = new HashMap<String, Integer>();
            for (var n = 0; n <= random.nextInt(8); n++) {
                sizes.put("K" + n, 1 + random.nextInt(60));
            }
            var all = sizes.values().stream().mapToInt(one -> one).sum();
            var wanted = 1 + random.nextInt(all + 5);
            var places = Draw.places(sizes, wanted);
            assertThat(places.values().stream().mapToInt(one -> one).sum()).isEqualTo(Math.min(wanted, all));
            assertThat(places)
                    .allSatisfy((kind, count) ->
                            assertThat(count).isBetween(wanted >= sizes.size() ? 1 : 0, sizes.get(kind)));
        }
    }

    @Test
    void theHashOfTheFrameTellsWhetherAWeightWasChanged() {
        var before = Draw.hash(some(20));
        var changed = new ArrayList<>(some(20));
        changed.set(4, unit(4, "GOVERNMENT_ORGAN", 9.1));
        assertThat(Draw.hash(changed)).isNotEqualTo(before);
    }
}
