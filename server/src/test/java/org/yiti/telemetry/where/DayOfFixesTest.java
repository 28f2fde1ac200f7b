package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayOfFixesTest {

    private final DayOfFixes day = new DayOfFixes();

    private void at(long second, int speed, @Nullable Integer fuel) {
        day.add(new Fix(second, 30_000_000, 120_000_000 + (int) second, speed, 0, true, Fuel.of(fuel)));
    }

    @Test
    void noLineIsDrawnThroughASilence() {
        at(0, 0, null);
        at(300, 0, null);
        at(601, 0, null);

        assertThat(day.gaps()).containsExactly(new DayOfFixes.Gap(300, 601, 29));
        // thinned by itself, each side keeps its ends
        assertThat(day.points(10_000)).extracting(point -> point[0]).containsExactly(0, 300, 601);
    }

    @Test
    void aMinuteTellsItsHighestSpeedAndItsLastLevel() {
        at(0, 100, 400);
        at(30, 500, null);
        at(59, 200, 390);
        at(60, 0, null);

        assertThat(day.minutes()).containsExactly(new int[] {0, 500, 390}, new int[] {1, 0, -1});
    }

    @Test
    void ofWhatWasToldOfOneSecondTheFirstCounts() {
        at(10, 100, null);
        at(10, 200, null);

        assertThat(day.points(0)).hasSize(1);
        assertThat(day.points(0).get(0)[3]).isEqualTo(100);
    }
}
