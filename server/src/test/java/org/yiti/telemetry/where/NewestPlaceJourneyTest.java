package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;

/** Where a terminal is now, and who is told. */
class NewestPlaceJourneyTest extends WhereJourney {

    @Test
    void theNewestPositionIsTheOneThatCountsWhateverComesLater() {
        var car = terminal("WH-1");
        var newest = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        told(at(car, newest, 100, 420, 3));
        awaitLatest(car, newest);
        told(at(car, newest.minusSeconds(3600), 9000, 0, 3), at(car, newest.plusSeconds(7200), 9000, 0, 3));
        Soon.soon("that its clock is wrong", () -> now(ADMINISTRATOR, car), seen -> (boolean) seen.get("astray"));

        var seen = now(ADMINISTRATOR, car);

        assertThat(seen).containsEntry("state", "MOVING").containsEntry("hidden", false);
        assertThat(place(seen))
                .containsEntry("lat", LAT + 900)
                .containsEntry("speed", 42.0)
                .containsEntry("litres", 40.5)
                .containsEntry("ignition", true);
    }

    @Test
    void aPositionWithoutAFixIsNoPlace() {
        var car = terminal("WH-1");
        var before = clock.instant().minusSeconds(100).truncatedTo(ChronoUnit.SECONDS);
        told(at(car, before, 0, 0, 3), at(car, before.plusSeconds(60), 5000, 0, 1));
        awaitLatest(car, before);

        assertThat(place(now(ADMINISTRATOR, car))).containsEntry("lat", LAT);
    }

    @Test
    void whatIsEncryptedOrNotOnEarthIsNoPlaceAndNobodyIsLedThere() {
        var car = terminal("WH-1");
        var before = clock.instant().minusSeconds(100).truncatedTo(ChronoUnit.SECONDS);
        var encrypted = at(car, before.plusSeconds(20), 5000, 0, 3 | 1 << 5);
        var nowhere = placed(car, before.plusSeconds(40), 0, 0, 405);
        var beyond = placed(car, before.plusSeconds(60), 96_000_000, LON, 405);
        told(at(car, before, 0, 0, 3), encrypted, nowhere, beyond);
        awaitLatest(car, before);

        assertThat(place(now(ADMINISTRATOR, car))).containsEntry("lat", LAT).containsEntry("lon", LON);
        var day = before.atZone(HERE).toLocalDate();
        assertThat(json(get(officer(office), "/api/telemetry/terminals/" + car.id() + "/track?on=" + day)))
                .containsEntry("positions", 1)
                .containsEntry("unplaced", 3);
    }

    @Test
    void aTankThatIsToldInPercentIsNotTakenForThousandsOfLitres() {
        var car = terminal("WH-1");
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        told(placed(car, at, LAT, LON, 0x8000 | 63));
        awaitLatest(car, at);

        assertThat(place(now(ADMINISTRATOR, car))).containsEntry("litres", null).containsEntry("percent", 63.0);
        var day = json(get(
                officer(office),
                "/api/telemetry/terminals/" + car.id() + "/track?on="
                        + at.atZone(HERE).toLocalDate()));
        assertThat(day).containsEntry("fuelInPercent", true);
        assertThat((List<?>) ((List<?>) day.get("minutes")).get(0)).element(2).isEqualTo(630);
    }

    @Test
    void aTerminalThatNeverSpokeIsThereToo() {
        assertThat(now(ADMINISTRATOR, terminal("WH-1")))
                .containsEntry("state", "NEVER")
                .containsEntry("since", null);
    }

    @Test
    void whoeverWasTurnedAwaySinceTheyLastSpokeIsTold() {
        var car = terminal("WH-1");
        database.sql("insert into telemetry.link (terminal_id, refused_at) values (?, now())")
                .param(car.id())
                .update();

        assertThat(now(ADMINISTRATOR, car)).containsEntry("refused", true);
    }

    @Test
    void onlyWhatHasChangedSinceIsTold() {
        var still = terminal("WH-1");
        var car = terminal("WH-1");
        var first = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        told(at(still, first, 0, 0, 3), at(car, first, 0, 0, 3));
        awaitLatest(still, first);
        database.sql("update telemetry.latest set noted_at = now() - interval '1 minute' where terminal in (?, ?)")
                .params(still.number(), car.number())
                .update();
        var answer = json(get(ADMINISTRATOR, "/api/telemetry/now"));

        told(at(car, first.plusSeconds(30), 10, 0, 3));
        awaitLatest(car, first.plusSeconds(30));

        assertThat(now(ADMINISTRATOR, car, "?since=" + answer.get("asOf"))).isNotEmpty();
        assertThat(now(ADMINISTRATOR, still, "?since=" + answer.get("asOf"))).isEmpty();
    }

    private List<UUID[]> watched(String account) {
        return database.sql(
                        "select rows from safeguard.entry where action = 'track.watched' and actor = ? order by seq")
                .param("account/" + account)
                .query((row, n) -> row.getArray(1) == null
                        ? new UUID[0]
                        : (UUID[]) row.getArray(1).getArray())
                .list();
    }

    @Test
    void whoeverAsksWhatMovedSinceIsToldOfWithTheVehiclesTheySaw() {
        var car = terminal("WH-1");
        var still = terminal("WH-1");
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        told(at(car, at, 0, 0, 3));
        awaitLatest(car, at);
        var watcher = new Account("watcher-" + car.phone(), "看地图", Role.OFFICER, office, false);
        var reader = holding("blind-" + car.phone(), Permission.READ);
        var since = "?since=" + at.minusSeconds(1800);

        assertThat(place(now(watcher, car, since))).isNotEmpty();
        now(reader, car, since);

        assertThat(watched("watcher-" + car.phone()))
                .singleElement()
                .satisfies(rows -> assertThat(rows).contains(car.id()).doesNotContain(still.id()));
        assertThat(watched("blind-" + car.phone())).isEmpty();
    }
}
