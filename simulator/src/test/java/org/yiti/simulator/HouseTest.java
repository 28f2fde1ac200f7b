package org.yiti.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.meters.json.MeterReading;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.simulator.meter.Carrier.Outcome;
import org.yiti.simulator.meter.HttpCarrier;

class HouseTest {

    private final List<String> complaints = new ArrayList<>();
    private Pretended pretended;

    @BeforeEach
    void open() throws IOException {
        pretended = new Pretended();
    }

    @AfterEach
    void close() {
        pretended.close();
    }

    private House house(String token) {
        return new House(pretended.address(), Optional.of(token).filter(it -> !it.isEmpty()));
    }

    private Outcome bring(House house) {
        var now = OffsetDateTime.parse("2026-11-28T08:00:00+08:00");
        var reading = new MeterReading(
                "M", MeterReading.TOTAL, null, now, BigDecimal.ONE, "kWh", MeterReading.Quality.GOOD, null);
        return new HttpCarrier(house, complaints::add)
                .bring(new ReadingBatch("b", "gw", now, List.of(reading)))
                .join();
    }

    @Test
    void aDemonstrationTakesReadingsWithoutAToken() throws IOException, InterruptedException {
        var house = house("");
        house.enter();

        assertThat(bring(house).isStored()).isTrue();
        assertThat(pretended.brought).hasSize(1);
    }

    @Test
    void whomItHasForgottenSignsInAgainAndBringsTheSame() throws IOException, InterruptedException {
        var house = house("");
        house.enter();
        pretended.session = "second";

        assertThat(bring(house).isSettled()).isFalse();
        assertThat(bring(house).isStored()).isTrue();
        assertThat(pretended.signedIn).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoeverHasATokenDoesNotSignIn() throws IOException, InterruptedException {
        var house = house(Pretended.TOKEN);
        house.enter();

        assertThat(bring(house).isStored()).isTrue();
        assertThat(pretended.signedIn).isZero();
    }

    @Test
    void aTokenThatIsNoneIsTold() {
        assertThat(bring(house("yiti_other")).isSettled()).isTrue();
        assertThat(complaints).singleElement().asString().startsWith("401");
    }

    @Test
    void aHouseThatIsNoDemonstrationAsksForAToken() {
        pretended.accounts = "[]";

        assertThatThrownBy(() -> house("").enter()).hasMessageContaining("TOKEN");
    }

    @Test
    void aMeterGoesOnAsInItsLastWeeks() throws IOException, InterruptedException {
        var meter = "/api/energy/meters/m";
        var day = "{\"day\":\"2026-11-%02d\",\"hours\":[%s]}";
        var days = new ArrayList<String>();
        for (var i = 1; i <= 14; i++) {
            days.add(day.formatted(i, (i + ",").repeat(23) + i));
        }
        pretended.answers.put(meter + "/series", "{\"to\":\"2026-11-15\"}");
        pretended.answers.put(meter + "/days", "{\"days\":[" + String.join(",", days) + "]}");
        pretended.answers.put(
                meter + "/device",
                "{\"lastAt\":\"2026-11-14T16:00:00Z\",\"lastValue\":12.30,\"tellsConsumption\":false}");

        var past = new MeterPasts(house(Pretended.TOKEN)).of(Map.of("id", "m", "ratio", "2"));

        // A Monday is the 2nd and the 9th; the mean of both goes through a transformer of 2.
        assertThat(past.week()).hasSize(168).startsWith(2.75).endsWith(2.25);
        assertThat(past.last()).isNotNull();
        assertThat(past.last().register()).isEqualByComparingTo("12.3");
        assertThat(past.tellsConsumption()).isFalse();
    }

    @Test
    void aWeekWithAnHourThatNobodyKnowsIsNone() throws IOException, InterruptedException {
        pretended.answers.put("/api/energy/meters/m/series", "{\"to\":\"2026-11-15\"}");
        pretended.answers.put("/api/energy/meters/m/days", "{\"days\":[{\"day\":\"2026-11-01\",\"hours\":null}]}");
        pretended.answers.put("/api/energy/meters/m/device", "{\"lastAt\":null,\"tellsConsumption\":true}");

        var past = new MeterPasts(house(Pretended.TOKEN)).of(Map.of("id", "m"));

        assertThat(past.week()).isEmpty();
        assertThat(past.last()).isNull();
        assertThat(past.tellsConsumption()).isTrue();
    }
}
