package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static Fix at(long second, int lat, int lon) {
        return new Fix(second, lat, lon, 300, 90, true, null);
    }

    private static List<Fix> wandering(int count, long seed) {
        var random = new Random(seed);
        var way = new ArrayList<Fix>();
        var lat = 30_000_000;
        var lon = 120_000_000;
        for (var second = 0; second < count; second++) {
            lat += random.nextInt(400) - 150;
            lon += random.nextInt(400) - 150;
            way.add(at(second * 10L, lat, lon));
        }
        return way;
    }

    /** Where the thinned way has it at that moment. */
    private static double off(List<Fix> thin, Fix fix) {
        var next = 0;
        while (thin.get(next).second() < fix.second()) {
            next++;
        }
        var to = thin.get(next);
        var from = next == 0 ? to : thin.get(next - 1);
        var share = to == from ? 0 : (double) (fix.second() - from.second()) / (to.second() - from.second());
        return Math.hypot(
                fix.east(from.lon() + (to.lon() - from.lon()) * share),
                fix.north(from.lat() + (to.lat() - from.lat()) * share));
    }

    @Test
    void atNoMomentIsTheLineFartherFromTheVehicleThanWasAsked() {
        for (var seed = 0; seed < 20; seed++) {
            var way = wandering(2000, seed);
            var thin = Thinning.thin(way, 50);

            assertThat(thin.size()).isLessThan(way.size() / 2);
            assertThat(way).allSatisfy(fix -> assertThat(off(thin, fix)).isLessThanOrEqualTo(50.001));
        }
    }

    @Test
    void nothingIsLeftOutWhereEverythingIsAskedFor() {
        var way = wandering(100, 1);

        assertThat(Thinning.thin(way, 0)).isEqualTo(way);
    }

    /** A line through the places alone would lose it: the car stood for an hour on a straight road. */
    @Test
    void aStopOnAStraightRoadStays() {
        var way = new ArrayList<Fix>();
        for (var second = 0; second <= 600; second += 10) {
            way.add(at(second, 30_000_000, 120_000_000 + second * 100));
        }
        for (var second = 610; second <= 4200; second += 10) {
            way.add(at(second, 30_000_000, 120_060_000));
        }
        for (var second = 4210; second <= 4800; second += 10) {
            way.add(at(second, 30_000_000, 120_060_000 + (second - 4200) * 100));
        }

        assertThat(Thinning.thin(way, 20))
                .extracting(Fix::second)
                .contains(0L, 4800L)
                .hasSizeBetween(4, 8);
    }

    @Test
    void whereTheIgnitionWasTurnedStays() {
        var way = new ArrayList<Fix>();
        for (var second = 0; second <= 600; second += 10) {
            way.add(new Fix(second, 30_000_000, 120_000_000, 0, 0, second < 200 || second >= 400, null));
        }

        assertThat(Thinning.thin(way, 20)).extracting(Fix::second).containsExactly(0L, 200L, 400L, 600L);
    }
}
