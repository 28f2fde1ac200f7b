package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.TestDatabase;
import org.yiti.identity.Permission;
import org.yiti.telemetry.track.Position;

/** The day of a terminal, and whose it is. */
class TrackDayJourneyTest extends WhereJourney {

    /** The terminal has gone from a car of the archives into one of the government. */
    @Test
    void whatATerminalToldBelongsToWhoeverHadTheVehicleItWasInThen() {
        var moved = terminal("WH-1");
        database.sql("update telemetry.terminal set plate = '浙A00002', fitted_on = ? where id = ?")
                .params(DAY, moved.id())
                .update();
        database.sql("""
                        insert into telemetry.fitting (terminal, institution_id, plate, valid, present)
                        values (?, ?, '浙A00001', daterange('2026-01-01', ?), false)
                        """).params(moved.number(), other, DAY).update();
        var before = DAY.minusDays(1).atTime(18, 10).atZone(HERE).toInstant();
        told(at(moved, before, 0, 0, 3), at(moved, on(18, 10, 0), 0, 0, 3));
        var path = "/api/telemetry/terminals/" + moved.id() + "/track?on=";

        assertThat(json(get(officer(office), path + DAY))).containsEntry("plate", "浙A00002");
        assertThat(get(officer(office), path + DAY.minusDays(1))).hasStatus(404);
        assertThat(json(get(officer(other), path + DAY.minusDays(1)))).containsEntry("plate", "浙A00001");
        assertThat(get(officer(other), path + DAY)).hasStatus(404);
        var then = search(before.minusSeconds(300), before.plusSeconds(300));
        assertThat(String.valueOf(json(post(officer(office), "/api/telemetry/nearby", then))))
                .doesNotContain(moved.phone());
        assertThat(String.valueOf(json(post(officer(other), "/api/telemetry/nearby", then))))
                .contains(moved.phone(), "浙A00001");
    }

    @Test
    void oneSeesOnesOwnPartAndTracksOnlyWhereOneMay() {
        var mine = terminal("WH-1");
        var theirs = terminal("WH-2");
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        told(at(mine, at, 0, 0, 3), at(theirs, at, 0, 0, 3));
        awaitLatest(theirs, at);
        awaitLatest(mine, at);
        var reader = holding("reader", Permission.READ);

        assertThat(place(now(officer(office), mine))).isNotEmpty();
        assertThat(now(officer(office), theirs)).isEmpty();
        assertThat(now(reader, mine)).containsEntry("hidden", true).containsEntry("place", null);
        assertThat(get(reader, "/api/telemetry/terminals/" + mine.id() + "/track"))
                .hasStatus(403);
        assertThat(get(officer(other), "/api/telemetry/terminals/" + mine.id() + "/track"))
                .hasStatus(404);
        assertThat(get(officer(office), "/api/telemetry/now?institution=" + other))
                .hasStatus(404);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aDayIsReadInItsOrderWithItsSilencesAndItIsKeptWhoReadIt() {
        var car = terminal("WH-1");
        var told = new ArrayList<Position>();
        for (var second = 0; second < 3600; second += 10) {
            told.add(at(car, on(8, 0, 0).plusSeconds(second), second, 360, 3));
        }
        told.add(at(car, on(12, 0, 0), 0, 0, 3));
        told.add(at(car, on(12, 0, 5), 0, 0, 1));
        told.add(at(car, DAY.minusDays(1).atTime(23, 59, 59).atZone(HERE).toInstant(), 0, 0, 3));
        Collections.reverse(told);
        told(told.toArray(Position[]::new));
        var path = "/api/telemetry/terminals/" + car.id() + "/track?on=" + DAY;

        var exact = json(get(officer(office), path));
        var thin = json(get(officer(office), path + "&metres=5"));

        assertThat(exact).containsEntry("positions", 361).containsEntry("unplaced", 1);
        assertThat((List<List<Integer>>) exact.get("points"))
                .hasSize(361)
                .startsWith(List.of(28800, LAT, LON, 360, 0, 1), List.of(28810, LAT + 90, LON, 360, 0, 1));
        assertThat((List<?>) thin.get("points")).hasSize(3);
        assertThat((List<Map<String, Object>>) thin.get("gaps"))
                .containsExactly(Map.of("from", 32390, "to", 43200, "metres", 3593));
        assertThat((List<List<Integer>>) thin.get("minutes")).hasSize(61).startsWith(List.of(480, 360, 405));
        assertThat(database.sql("select count(*) from safeguard.entry where action = 'track.read' and object_id = ?")
                        .param(car.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDayThatCannotBeIsRefusedWhereItStands() {
        var car = terminal("WH-1");
        var answer = get(officer(office), "/api/telemetry/terminals/" + car.id() + "/track?on=1999-01-01&metres=-1");

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("errors").toString()).contains("/on", "/metres");
    }

    @Test
    void whoeverMayNotHaveValuesShownMayNotSearchTracks() {
        var watcher = holding("watcher", Permission.READ, Permission.TRACK);

        assertThat(post(watcher, "/api/telemetry/nearby", search(on(15, 0, 0), on(16, 0, 0))))
                .hasStatus(403);
    }

    @Test
    void theQuestionOfADayIsAnsweredByTheIndexAlone() throws SQLException {
        var plan = new StringBuilder();
        try (var connection = TestDatabase.fresh().dataSource().getConnection();
                var asked = connection.createStatement()) {
            asked.execute("select telemetry.make_month('2026-03-09')");
            asked.execute("set enable_seqscan = off; set enable_bitmapscan = off");
            var lines = asked.executeQuery("""
                    explain select at, digest, lat, lon, speed, direction, status, fuel from telemetry.position
                     where terminal = 1 and at >= '2026-03-09' and at < '2026-03-10' order by at, digest
                    """);
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }

        assertThat(plan.toString()).contains("Index Only Scan").doesNotContain("Sort");
    }
}
