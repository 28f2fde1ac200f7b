package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitsTest {

    private static final int LAT = 30_000_000;
    private static final int LON = 120_000_000;
    /** Ten metres, going north. */
    private static final int TEN_METRES = 90;

    private final Visits visits = new Visits(LAT, LON, 100);

    private void at(long second, int metresNorth) {
        visits.add(new Fix(second, LAT + metresNorth * TEN_METRES / 10, LON, 0, 0, false, null));
    }

    @Test
    void aCarThatPassesBetweenTwoPositionsWasThere() {
        at(0, -600);
        at(30, 600);

        assertThat(visits.all()).containsExactly(new Visits.Visit(0, 30, 0));
    }

    @Test
    void betweenPositionsFarApartInTimeNothingIsSupposed() {
        at(0, -600);
        at(121, 600);

        assertThat(visits.all()).isEmpty();
    }

    @Test
    void whoeverStandsThereIsThereOnceFromTheFirstToTheLast() {
        for (var second = 0; second <= 3600; second += 30) {
            at(second, 40);
        }

        assertThat(visits.all()).containsExactly(new Visits.Visit(0, 3600, 40));
    }

    @Test
    void whoeverComesBackLaterWasThereTwice() {
        at(0, 50);
        at(30, 5000);
        at(3600, 5000);
        at(3630, 60);

        assertThat(visits.all()).hasSize(2);
    }

    @Test
    void whoeverPassesOutsideWasNotThere() {
        visits.add(new Fix(0, LAT - 6000, LON + 1300, 0, 0, false, null));
        visits.add(new Fix(30, LAT + 6000, LON + 1300, 0, 0, false, null));

        assertThat(visits.all()).isEmpty();
    }
}
