package org.yiti.telemetry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.yiti.telemetry.TripsTold;

class FoldTest {

    private final Foldings house = new Foldings();

    private static Car threeDays() {
        var car = Car.at("2026-03-09T00:00:00Z");
        for (var day = 0; day < 3; day++) {
            car.stand(20)
                    .drive(25, 60)
                    .stand(30)
                    .refuel(20)
                    .stand(20)
                    .back(25, 60)
                    .stand(10)
                    .silent(Duration.ofHours(20));
        }
        return car.stand(5);
    }

    @Test
    void positionsInOrderBecomeTripsStopsAndRefuellings() {
        house.store(threeDays().told());
        house.fold();

        assertThat(house.kinds())
                .contains("vehicle.trip", "vehicle.stop", "vehicle.refuelled", "vehicle.day", "vehicle.silence")
                .filteredOn("vehicle.trip"::equals)
                .hasSize(6);
        assertThat(house.events).anyMatch(TripsTold.class::isInstance);
        assertThat(house.count("due") + house.count("arrival")).isZero();
    }

    @RepeatedTest(6)
    void anyOrderAnyRepetitionAndAnyRestartLeaveTheSameFacts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var told = threeDays().told();
        house.store(told);
        house.fold();
        var inOrder = house.facts();

        var other = new Foldings();
        var anyhow = new ArrayList<>(told);
        anyhow.addAll(told.subList(0, told.size() / 3));
        if (repetition.getCurrentRepetition() % 2 == 0) {
            Collections.shuffle(anyhow, random);
        } else {
            Collections.rotate(anyhow, random.nextInt(anyhow.size()));
        }
        for (var from = 0; from < anyhow.size(); from += 97) {
            other.store(anyhow.subList(from, Math.min(anyhow.size(), from + 97)));
            switch (random.nextInt(5)) {
                case 0 -> other.foldAndDie();
                case 1 -> other.restart();
                case 2 -> {} // more comes before it is folded
                default -> other.fold();
            }
        }
        other.fold();

        assertThat(other.facts()).isEqualTo(inOrder);
        assertThat(other.count("due")).isZero();
    }

    @Test
    void whatAKilledServerWasFoldingIsFoldedAgainAndOnce() {
        house.store(threeDays().told());
        house.foldAndDie();
        assertThat(house.facts()).isEmpty();
        assertThat(house.count("due")).isEqualTo(1);

        house.fold();
        var facts = house.facts();
        house.fold();

        assertThat(facts).isNotEmpty().isEqualTo(house.facts());
    }

    @Test
    void whatTwoServersFoldInTurnsIsWhatOneFolds() {
        var told = threeDays().told();
        house.store(told);
        house.fold();

        var shared = new Foldings();
        shared.store(told.subList(0, 300));
        shared.fold();
        var before = shared.facts();
        shared.store(told.subList(300, 600));
        // The other server has a timeline of its own in hand, and this one does not hear of it.
        shared.database.sql("update telemetry.timeline set folds = folds + 1").update();
        shared.fold();
        shared.store(told.subList(600, told.size()));
        shared.fold();

        assertThat(shared.facts()).isEqualTo(house.facts()).isNotEqualTo(before);
    }

    @Test
    void anotherDetectorFoldsEverythingAnew() {
        house.store(threeDays().told());
        house.fold();
        var facts = house.facts();
        house.database
                .sql("update telemetry.timeline set detector = 'of last year'")
                .update();
        house.database
                .sql("update telemetry.fact set kind = 'vehicle.old' where kind = 'vehicle.trip'")
                .update();

        assertThat(house.addThoseOfOthers()).isEqualTo(1);
        house.fold();

        assertThat(house.facts()).isEqualTo(facts);
    }

    @Test
    void factsOfPackedDaysAreThoseOfOpenOnes() {
        house.store(threeDays().told());
        house.fold();
        var facts = house.facts();
        for (var day = 9; day < 15; day++) {
            house.database
                    .sql("select telemetry.pack(7, ?::date)")
                    .param("2026-03-%02d".formatted(day))
                    .query(Integer.class)
                    .single();
        }
        assertThat(house.count("position")).isZero();
        assertThat(house.count("packed")).isGreaterThan(2);

        for (var table : List.of("fact", "checkpoint", "timeline")) {
            house.database.sql("delete from telemetry." + table).update();
        }
        house.database.sql("insert into telemetry.due (terminal) values (7)").update();
        house.restart();
        house.fold();
        assertThat(house.facts()).isEqualTo(facts);
    }

    @Test
    void whoeverDrawsAFenceIsToldOfTheTimeBeforeItWasDrawn() {
        house.database.sql("""
                        insert into organization.division (code, name, level) values ('970601', '围市', 'CITY');
                        insert into organization.institution (code, name, kind, level, division_id)
                        select 'FE-1', '围栏局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '970601';
                        insert into telemetry.terminal (number, institution_id, phone, plate) overriding system value
                        select 7, id, '139007', '测A00007' from organization.institution where code = 'FE-1'
                        """).update();
        house.store(Car.at("2026-03-10T00:00:00Z")
                .stand(10)
                .drive(20, 60)
                .stand(30)
                .back(20, 60)
                .stand(10)
                .told());
        house.fold();
        assertThat(house.kinds()).doesNotContain("vehicle.fence");
        var plain = house.facts();

        house.database.sql("""
                        insert into telemetry.fence (institution_id, name, kind, boundary)
                        select id, '园区', 'FORBIDDEN', '120.14 30.45; 120.16 30.45; 120.16 30.47; 120.14 30.47' from organization.institution where code = 'FE-1'
                        """).update();
        assertThat(house.detectors.ask()).isTrue();
        assertThat(house.addThoseOfOthers()).isEqualTo(1);
        house.fold();
        assertThat(house.kinds()).contains("vehicle.fence");
        assertThat(house.facts()).containsAll(plain);
        assertThat(house.database
                        .sql(
                                "select fence || ' ' || fence_kind || ' ' || plate || ' ' || settled from facts.terminal_fence")
                        .query(String.class)
                        .list())
                .containsExactly("园区 FORBIDDEN 测A00007 true");

        house.database.sql("delete from telemetry.fence").update();
        assertThat(house.detectors.ask()).isTrue();
        house.addThoseOfOthers();
        house.fold();
        assertThat(house.facts()).isEqualTo(plain);
    }

    @Test
    void aWayThatATerminalWasToldToKeepToIsLookedAtUntilItIsToldOtherwise() {
        house.database.sql("""
                        insert into organization.division (code, name, level) values ('970602', '线市', 'CITY');
                        insert into organization.institution (code, name, kind, level, division_id)
                        select 'RO-1', '路线局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '970602';
                        insert into telemetry.terminal (number, institution_id, phone, plate) overriding system value
                        select 7, id, '139007', '测A00007' from organization.institution where code = 'RO-1'
                        """).update();
        house.store(
                Car.at("2026-03-10T00:00:00Z").stand(10).drive(20, 60).stand(30).told());
        house.fold();
        assertThat(house.kinds()).doesNotContain("vehicle.off-route");
        var plain = house.facts();

        command("SET_ROUTE", "2026-03-09T00:00:00Z", """
                {"id": 1, "attributes": 0, "name": "东线", "turns": [
                  {"id": 1, "segment": 1, "widthMetres": 200, "attributes": 0, "point": {"latitude": 30280000, "longitude": 120150000}},
                  {"id": 2, "segment": 2, "widthMetres": 200, "attributes": 0, "point": {"latitude": 30280000, "longitude": 120400000}}]}
                """);
        assertThat(house.detectors.ask()).isTrue();
        assertThat(house.addThoseOfOthers()).isEqualTo(1);
        house.fold();
        assertThat(house.facts()).containsAll(plain);
        assertThat(house.database
                        .sql("select plate, width, farthest > 10000 as far from facts.terminal_off_route")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("plate", "测A00007")
                        .containsEntry("far", true)
                        .hasEntrySatisfying(
                                "width",
                                width -> assertThat(((Number) width).intValue()).isEqualTo(200)));

        command("DELETE_ROUTES", "2026-03-09T12:00:00Z", "{\"ids\": [1]}");
        assertThat(house.detectors.ask()).isTrue();
        house.addThoseOfOthers();
        house.fold();
        assertThat(house.facts()).isEqualTo(plain);
    }

    private void command(String kind, String answered, String body) {
        house.database
                .sql("""
                        insert into telemetry.command (terminal_id, command, body, state, asked_by, asked_at, expires_at, answered_at, result)
                        select id, :kind, :body::jsonb, 'ANSWERED', 'yiti', :at::timestamptz, :at::timestamptz + interval '1 day', :at::timestamptz, 0
                          from telemetry.terminal where number = 7
                        """)
                .param("kind", kind)
                .param("body", body)
                .param("at", answered)
                .update();
    }

    @Test
    void aTankThatIsKnownMakesAnotherDetectorOfItsTerminalAlone() {
        house.store(threeDays().told());
        house.fold();
        house.tanks.put(8, 60.0);
        assertThat(house.detectors.ask()).isTrue();
        assertThat(house.addThoseOfOthers()).isZero();

        // A change of ten litres is less than a twentieth of so large a tank.
        house.tanks.put(Foldings.TERMINAL, 4_000.0);
        assertThat(house.detectors.ask()).isTrue();
        assertThat(house.addThoseOfOthers()).isEqualTo(1);
        house.fold();
        assertThat(house.kinds()).doesNotContain("vehicle.refuelled");
    }

    @Test
    void factsOfDeletedPositionsStayWhateverComesLater() {
        var told = threeDays().told();
        house.store(told);
        house.fold();
        var facts = house.facts();
        house.database
                .sql("delete from telemetry.position where at < '2026-03-11 00:00+00'")
                .update();
        house.database
                .sql("insert into telemetry.horizon (since) values ('2026-03-11 00:00+00')")
                .update();

        house.store(told.subList(10, 20));
        house.database
                .sql("update telemetry.timeline set detector = 'of last year'")
                .update();
        house.restart();
        house.fold();

        assertThat(house.facts())
                .filteredOn(fact -> fact.startsWith("vehicle.trip"))
                .containsExactlyElementsOf(facts.stream()
                        .filter(fact -> fact.startsWith("vehicle.trip"))
                        .toList());
    }

    @Test
    void aTerminalThatSaysNothingIsSilentWithoutSayingAnythingMore() {
        var car = Car.at("2026-03-09T00:00:00Z").drive(120, 40);
        house.itIs(car.now()).store(car.told());
        house.fold();
        assertThat(house.kinds()).doesNotContain("vehicle.silence open");

        assertThat(house.itIs(car.now().plus(Duration.ofMinutes(5)))
                        .due
                        .addSilent(car.now().plus(Duration.ofMinutes(5))))
                .isZero();
        var later = car.now().plus(Duration.ofHours(7));
        assertThat(house.itIs(later).due.addSilent(later)).isEqualTo(1);
        house.fold();
        assertThat(house.kinds()).contains("vehicle.silence open");
        assertThat(house.due.addSilent(later)).isZero();

        var known = car.told().size();
        car.silent(Duration.ofHours(8)).drive(1, 40);
        house.itIs(car.now()).store(car.told().subList(known, car.told().size()));
        house.fold();
        assertThat(house.kinds()).contains("vehicle.silence").doesNotContain("vehicle.silence open");
    }

    @Test
    void aClockThatLostTheTimeNeitherHidesWhatCameWithItNorFoldsEverythingAnew() {
        var car = Car.at("2026-03-09T00:00:00Z").drive(30, 40).stand(600).lost();
        var told = car.told();
        house.store(told.subList(300, told.size() - 1));
        house.fold();
        // What it had kept of its first hours comes together with what it says since the time is lost.
        var late = new ArrayList<>(told.subList(0, 300));
        late.add(told.get(told.size() - 1));
        late.replaceAll(one -> new Car.Told(
                one.at(), car.now(), one.lat(), one.lon(), one.status(), one.speed(), one.odometer(), one.fuel()));
        house.store(late);
        house.fold();

        assertThat(house.kinds()).contains("vehicle.trip");
        assertThat(house.database
                        .sql(
                                "select (figures ->> 'unused_clock_behind')::int from telemetry.fact where kind = 'vehicle.day' order by started_at desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void checkpointsOfOldDaysAreFewAndTheNewestIsThere() {
        var car = Car.at("2026-01-20T00:00:00Z");
        for (var day = 0; day < 40; day++) {
            car.stand(1).silent(Duration.ofHours(23).plusMinutes(59));
        }
        for (var from = 0; from < car.told().size(); from += 3) {
            house.store(List.of(car.told().get(from)));
            house.fold();
        }

        assertThat(house.count("checkpoint")).isBetween(9L, 13L);
        assertThat(house.database
                        .sql("select max(before) from telemetry.checkpoint")
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isAfter(Instant.parse("2026-02-26T00:00:00Z"));
    }
}
