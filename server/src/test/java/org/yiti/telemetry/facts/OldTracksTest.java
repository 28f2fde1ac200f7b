package org.yiti.telemetry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OldTracksTest {

    private final Foldings house = new Foldings();
    private final OldTracks tracks = new OldTracks(new JdbcTemplate(house.house.dataSource()));

    @Test
    void monthsThatAreOldEnoughGoWholeAndWhatWasMadeOfThemStays() {
        var car = Car.at("2026-01-30T00:00:00Z")
                .drive(20, 50)
                .stand(10)
                .silent(Duration.ofDays(3))
                .drive(20, 50)
                .stand(10)
                .lost();
        house.store(car.told());
        house.fold();
        var facts = house.facts();
        house.database
                .sql("select telemetry.pack(7, '2026-01-30')")
                .query(Integer.class)
                .single();
        var february = Instant.parse("2026-02-20T00:00:00Z");
        assertThat(tracks.count(february)).isEqualTo(91);

        var gone = 0;
        for (var last = -1; last != 0; gone += last) {
            last = tracks.purge(february, 1000);
        }

        assertThat(gone).isEqualTo(91);
        assertThat(house.count("packed")).isZero();
        assertThat(house.count("position")).isEqualTo(90);
        assertThat(tracks.count(february)).isZero();
        house.store(car.told().subList(100, 110));
        house.restart();
        house.fold();
        assertThat(house.facts()).hasSameSizeAs(facts);
        assertThat(house.kinds()).filteredOn("vehicle.trip"::equals).hasSize(2);
    }

    @Test
    void aMonthOfWhichADayIsStillKeptStays() {
        house.store(Car.at("2026-01-30T00:00:00Z").stand(10).told());

        assertThat(tracks.purge(Instant.parse("2026-01-31T12:00:00Z"), 1000)).isZero();
        assertThat(house.count("position")).isEqualTo(30);
    }
}
