package org.yiti.detect.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class OddnessTest {

    private static final long QUARTER = 900_000;

    private final Oddness oddness = new Oddness();
    private long at;

    private double most(int values, IntToDoubleFunction value) {
        var most = 0.0;
        for (var i = 0; i < values; i++) {
            most = Math.max(most, next(value.applyAsDouble(i)));
        }
        return most;
    }

    private double next(double value) {
        return oddness.next(at += QUARTER, value);
    }

    @Test
    void noiseOfAnyShapeIsHardlyEverOdd() {
        var random = new SplittableRandom(1);
        IntToDoubleFunction even = i -> random.nextDouble();
        IntToDoubleFunction heavyTailed = i -> 1 / Math.sqrt(1 - random.nextDouble());
        for (var noise : java.util.List.of(even, heavyTailed)) {
            most(1_000, noise);
            var odd = 0;
            for (var i = 0; i < 10_000; i++) {
                odd += next(noise.applyAsDouble(i)) >= Oddness.ODD ? 1 : 0;
            }
            assertThat(odd).isLessThan(20);
        }
    }

    @Test
    void oneEventIsToldOnce() {
        var random = new SplittableRandom(1);
        most(4_000, i -> random.nextDouble());
        assertThat(next(3)).isGreaterThan(0.5);
        assertThat(next(3.5)).isZero();
        assertThat(most(100, i -> 3 + random.nextDouble())).isZero();
    }

    @Test
    void anErrorDoesNotHideWhatFollowsIt() {
        var random = new SplittableRandom(1);
        most(4_000, i -> random.nextDouble());
        next(1e9);
        most(200, i -> random.nextDouble());
        assertThat(next(5)).isGreaterThan(Oddness.ODD);
    }

    @Test
    void whatWasFourThousandValuesAgoIsForgotten() {
        var extremes = new Extremes();
        for (var i = 0; i < 9_000; i++) {
            extremes.add(i == 1_000 ? 3 : i % 2);
            assertThat(extremes.beyond(2)).isEqualTo(i >= 1_000 && i < 4_608 ? 0 : 1);
        }
    }

    @Test
    void aValueBetweenTwoHabitsIsOdd() {
        most(2_000, i -> i / 40 % 2 == 0 ? 0 + i % 7 / 10.0 : 10 + i % 5 / 10.0);
        assertThat(next(5)).isGreaterThan(Oddness.ODD);
        assertThat(oddness.context()).isEqualTo(Context.UNVISITED);
    }

    @Test
    void aLevelIsOddLongBeforeOneOfItsValuesIs() {
        var random = new SplittableRandom(1);
        most(4_000, i -> random.nextDouble());
        assertThat(most(40, i -> 0.75 + 0.25 * random.nextDouble())).isGreaterThan(Oddness.ODD);
        assertThat(oddness.compared()).isLessThanOrEqualTo(1);
    }
}
