package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.TestDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.Position;

class WhereJourneyTest extends Journey {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final int LAT = 30_287_459;
    private static final int LON = 120_153_576;
    private static final int TEN_METRES = 90;

    private static UUID office;
    private static UUID other;
    private static int phones = 1_380_000;

    @Autowired
    private BatchStore store;

    @Autowired
    private Clock clock;

    @BeforeEach
    void twoInstitutions() {
        if (office != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "970800", "name", "行踪市", "level", "市级"));
        office = institution("WH-1", "行踪市人民政府");
        other = institution("WH-2", "行踪市档案馆");
    }

    private static Account holding(String name, Permission... permissions) {
        return new Account(
                name,
                "持部分权限的人",
                Role.OFFICER,
                office,
                false,
                Rights.of(Purpose.DAILY, null, List.of(new Rights.Held(Set.of(permissions), office))));
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "970800"));
    }

    private record Fitted(UUID id, int number, String phone) {}

    private Fitted terminal(String institution) {
        var phone = String.valueOf(++phones);
        var id = add("telemetry/terminals", Map.of("phone", phone, "institutionCode", institution));
        var number = database.sql("select number from telemetry.terminal where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return new Fitted(id, number, phone);
    }

    private static Position at(Fitted terminal, Instant when, int metresNorth, int speed, int status) {
        var lat = LAT + metresNorth * TEN_METRES / 10;
        return new Position(
                terminal.number(), when.getEpochSecond(), lat, LON, 0, status, speed, 0, 10, null, 405, new byte[0]);
    }

    private static Position placed(Fitted terminal, Instant when, int lat, int lon, int fuel) {
        return new Position(
                terminal.number(), when.getEpochSecond(), lat, lon, 0, 3, 0, 0, 10, null, fuel, new byte[0]);
    }

    private void told(Position... positions) {
        store.store(List.of(Batch.of(List.of(positions))));
    }

    private static Instant on(int hour, int minute, int second) {
        return DAY.atTime(hour, minute, second).atZone(HERE).toInstant();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> now(Account account, Fitted terminal, String... query) {
        var all = (List<Map<String, Object>>) json(get(account, "/api/telemetry/now" + String.join("", query)))
                .get("terminals");
        return all.stream()
                .filter(one -> one.get("phone").equals(terminal.phone()))
                .findFirst()
                .orElse(Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> place(Map<String, Object> terminal) {
        return terminal.get("place") == null ? Map.of() : (Map<String, Object>) terminal.get("place");
    }

    /** What follows the storing does so within a second or two. */
    private void awaitLatest(Fitted terminal, Instant at) {
        Soon.soon(
                "the latest position",
                () -> database.sql("select count(*) from telemetry.latest where terminal = ? and at = ?")
                        .params(terminal.number(), Timestamp.from(at))
                        .query(Long.class)
                        .single(),
                rows -> rows == 1);
    }

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

    private static Map<String, Object> search(Instant from, Instant to) {
        var body = new HashMap<String, Object>(
                Map.of("latitude", LAT / 1e6, "longitude", LON / 1e6, "metres", 100, "purpose", "INSPECTION"));
        body.putAll(Map.of("from", from.toString(), "to", to.toString(), "reason", "核实停车投诉"));
        return body;
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoWasNearIsFoundAndWhyItWasAskedIsKept() {
        var passing = terminal("WH-1");
        var far = terminal("WH-1");
        var theirs = terminal("WH-2");
        var from = on(15, 0, 0);
        told(at(passing, from.plusSeconds(600), -700, 900, 3), at(passing, from.plusSeconds(630), 700, 900, 3));
        told(at(far, from.plusSeconds(600), 300, 0, 3), at(theirs, from.plusSeconds(600), 0, 0, 3));

        var found = json(post(officer(office), "/api/telemetry/nearby", search(from, from.plusSeconds(3600))));

        assertThat((List<Map<String, Object>>) found.get("visits"))
                .singleElement()
                .satisfies(visit -> assertThat(visit)
                        .containsEntry("phone", passing.phone())
                        .containsEntry("metres", 0)
                        .containsEntry("from", from.plusSeconds(600).toString()));
        assertThat(database.sql("""
                                select clear::text from safeguard.entry
                                 where action = 'data.searched' and actor = :who order by seq desc limit 1
                                """)
                        .param("who", "account/officer-" + office)
                        .query(String.class)
                        .single())
                .contains("核实停车投诉");
    }

    @Test
    void aStayAcrossMidnightIsOneAndOfOneThatChangedHandsThenEachSeesTheirOwnPart() {
        var midnight = DAY.atStartOfDay(HERE).toInstant();
        var parked = terminal("WH-1");
        var moved = terminal("WH-1");
        for (var seconds = -1200; seconds <= 1200; seconds += 60) {
            told(
                    at(parked, midnight.plusSeconds(seconds), 0, 0, 3),
                    at(moved, midnight.plusSeconds(seconds), seconds < 0 ? 5 : 90, 0, 3));
        }
        fitted(moved, office, "浙A00011", DAY.minusDays(30), DAY);
        fitted(moved, other, "浙A00012", DAY, null);
        var night = search(midnight.minusSeconds(3600), midnight.plusSeconds(3600));

        assertThat(visits(officer(office), night, parked))
                .containsExactly(tuple(
                        midnight.minusSeconds(1200).toString(),
                        midnight.plusSeconds(1200).toString(),
                        0));
        assertThat(visits(officer(office), night, moved))
                .containsExactly(tuple(
                        midnight.minusSeconds(1200).toString(),
                        midnight.minusSeconds(60).toString(),
                        5));
        assertThat(visits(officer(other), night, moved))
                .containsExactly(
                        tuple(midnight.toString(), midnight.plusSeconds(1200).toString(), 90));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> visits(Account who, Map<String, Object> search, Fitted terminal) {
        return ((List<Map<String, Object>>)
                        json(post(who, "/api/telemetry/nearby", search)).get("visits"))
                .stream()
                        .filter(visit -> terminal.phone().equals(visit.get("phone")))
                        .map(visit -> tuple(visit.get("from"), visit.get("to"), visit.get("metres")))
                        .toList();
    }

    private void fitted(Fitted terminal, UUID institution, String plate, LocalDate from, @Nullable LocalDate until) {
        database.sql(
                        "insert into telemetry.fitting (terminal, institution_id, plate, valid, present) values (?, ?, ?, daterange(?::date, ?::date), false)")
                .param(terminal.number())
                .param(institution)
                .param(plate)
                .param(from)
                .param(until)
                .update();
    }

    @Test
    void aSearchThatCannotBeIsRefusedWhereItStands() {
        var body = search(on(15, 0, 0), on(14, 0, 0));
        body.put("latitude", 91);
        body.put("metres", 100_000);

        var answer = post(officer(office), "/api/telemetry/nearby", body);

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("errors").toString()).contains("/latitude", "/metres", "/to");
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
