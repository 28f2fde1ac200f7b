package org.yiti.fleet.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.telemetry.TripsTold;

class TakeTripsTest {

    private static final UUID BUREAU = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final TripsTold ALWAYS =
            new TripsTold(1, Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    /** Counted trip by trip: what no other source has told of already. */
    private static final String SLOWLY = """
            select to_char(t.started_at, 'DD HH24:MI') from telemetry.fact t
             where not exists (select from fleet.trip e where e.source = 'LEDGER' and e.started_at < t.ended_at and e.ended_at > t.started_at)
            """;

    private final JdbcClient database = TestDatabase.fresh().jdbc();
    private final List<Object> events = new ArrayList<>();
    private final TakeTrips take = new TakeTrips(database, events::add);

    @BeforeEach
    void aVehicleWithATerminal() {
        database.sql("""
                insert into fleet.vehicle (institution_id, plate, type, body, energy, mark_status)
                values (?, '浙A10001', 'OTHER', 'SEDAN', 'PETROL', 'MARKED')""").param(BUREAU).update();
        terminal("138");
    }

    private void terminal(String phone) {
        database.sql("insert into telemetry.terminal (institution_id, phone, plate) values (?, ?, '浙A10001')")
                .param(BUREAU)
                .param(phone)
                .update();
    }

    private void saw(int terminal, String from, String to, double kilometres) {
        database.sql("""
                        insert into telemetry.fact (terminal, kind, started_at, ended_at, known_at, settled, figures)
                        values (?, 'vehicle.trip', ('2026-06-' || ?)::timestamptz, ('2026-06-' || ?)::timestamptz, now(), true,
                                jsonb_build_object('km', ?, 'end_latitude', 30.123456789, 'end_longitude', 120.2))""").param(terminal).param(from).param(to).param(kilometres).update();
    }

    private void entered(String from, String to) {
        database.sql("""
                        insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres)
                        select institution_id, id, ('2026-06-' || ?)::timestamptz, ('2026-06-' || ?)::timestamptz, 100 from fleet.vehicle""").param(from).param(to).update();
    }

    private List<String> trips() {
        return database.sql(
                        "select to_char(started_at, 'DD HH24:MI ') || kilometres || ' ' || source from fleet.trip order by started_at")
                .query(String.class)
                .list();
    }

    @Test
    void whatATerminalSawStandsInTheLedgerOnce() {
        saw(1, "10 09:00", "10 09:30", 12.34);

        take.on(ALWAYS);
        take.on(ALWAYS);

        assertThat(trips()).containsExactly("10 09:00 12.3 TERMINAL");
        assertThat(events).containsExactly(new LedgerChanged("fleet.trip", Set.of(BUREAU)));
        assertThat(database.sql("select end_latitude || ' ' || end_longitude from fleet.trip")
                        .query(String.class)
                        .single())
                .isEqualTo("30.123457 120.200000");
    }

    @Test
    void whatTheTerminalTakesBackOrTellsOtherwiseIsSoInTheLedger() {
        saw(1, "10 09:00", "10 09:30", 12);
        saw(1, "10 11:00", "10 11:30", 5);
        take.on(ALWAYS);
        database.sql("delete from telemetry.fact where started_at < '2026-06-10 10:00'").update();
        database.sql("update telemetry.fact set figures = '{\"km\": 6}'").update();

        take.on(ALWAYS);

        assertThat(trips()).containsExactly("10 11:00 6.0 TERMINAL");
    }

    @Test
    void aTripThatPeopleEnteredIsNotCountedTwiceWhicheverCameFirst() {
        entered("10 08:50", "10 09:40");
        saw(1, "10 09:00", "10 09:30", 12);
        saw(1, "10 11:00", "10 11:30", 5);
        take.on(ALWAYS);
        assertThat(trips()).containsExactly("10 08:50 100.0 LEDGER", "10 11:00 5.0 TERMINAL");

        entered("10 11:10", "10 12:00");
        assertThat(trips()).containsExactly("10 08:50 100.0 LEDGER", "10 11:10 100.0 LEDGER");
        assertThat(database.sql("select trips || ' ' || kilometres from fleet.vehicle_month")
                        .query(String.class)
                        .single())
                .isEqualTo("2 200.0");
    }

    @Test
    void whatPeopleTakeAwayGivesBackWhatTheTerminalSaw() {
        entered("10 08:50", "10 09:40");
        saw(1, "10 09:00", "10 09:30", 12);
        take.on(ALWAYS);

        database.sql("delete from fleet.trip").update();

        assertThat(trips()).containsExactly("10 09:00 12.0 TERMINAL");
        assertThat(database.sql("select trips || ' ' || kilometres from fleet.vehicle_month")
                        .query(String.class)
                        .single())
                .isEqualTo("1 12.0");
    }

    @Test
    void ofTwoTerminalsInOneVehicleOneCounts() {
        terminal("139");
        saw(1, "10 09:00", "10 09:30", 12);
        saw(2, "10 09:01", "10 09:29", 11);
        saw(2, "10 12:00", "10 12:30", 3);

        take.on(ALWAYS);

        assertThat(trips()).containsExactly("10 09:00 12.0 TERMINAL", "10 12:00 3.0 TERMINAL");
    }

    @Test
    void aTripUnderWayIsNoTripYet() {
        saw(1, "10 09:00", "10 09:30", 12);
        database.sql("update telemetry.fact set settled = false").update();

        take.on(ALWAYS);

        assertThat(trips()).isEmpty();
    }

    @Test
    void aVehicleThatComesIntoTheBooksAfterItsTerminalHasItsTrips() {
        database.sql("update fleet.vehicle set plate = '浙A2'").update();
        saw(1, "10 09:00", "10 09:30", 12);
        take.on(ALWAYS);
        assertThat(trips()).isEmpty();
        database.sql("update fleet.vehicle set plate = '浙A10001'").update();

        take.on(new LedgerChanged("fleet.vehicle", Set.of(BUREAU)));
        assertThat(trips()).hasSize(1);

        database.sql("update telemetry.terminal set plate = '浙A3'").update();
        take.on(new LedgerChanged("telemetry.terminal", null));
        assertThat(trips()).isEmpty();
    }

    @Test
    void theLifeLineHasOneLineOfATripAndNoneForLookingAgain() {
        saw(1, "10 09:00", "10 09:30", 12);
        take.on(ALWAYS);
        take.on(new LedgerChanged("fleet.vehicle", null));

        assertThat(database.sql("select count(*) from lifeline.change where ledger = 'fleet.trip'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @RepeatedTest(8)
    void howeverPeopleEnterAndTerminalsTellTheLedgerSaysWhatCountingSays(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var n = 0; n < 30; n++) {
            var day = 10 + random.nextInt(3);
            var hour = random.nextInt(22);
            var from = "%d %02d:%02d".formatted(day, hour, random.nextInt(60));
            switch (random.nextInt(6)) {
                case 0, 1 -> entered(from, "%d %02d:59".formatted(day, hour + 1));
                case 2, 3 -> {
                    if (database.sql("select count(*) from telemetry.fact where started_at between ('2026-06-' || ?)::timestamptz - interval '1 hour' and ('2026-06-' || ?)::timestamptz + interval '1 hour'")
                                    .param(from)
                                    .param(from)
                                    .query(Long.class)
                                    .single()
                            == 0) {
                        saw(1, from, from + ":59", 1 + random.nextInt(30));
                    }
                }
                case 4 ->
                    database.sql("delete from fleet.trip where source = 'LEDGER' and extract(hour from started_at) = ?")
                            .param(hour)
                            .update();
                default ->
                    database.sql(
                                    "update fleet.trip set ended_at = started_at + interval '20 minutes' where source = 'LEDGER' and extract(hour from started_at) = ?")
                            .param(hour)
                            .update();
            }
            if (random.nextBoolean()) {
                take.on(ALWAYS);
            }
        }
        take.on(ALWAYS);

        assertThat(database.sql("select to_char(started_at, 'DD HH24:MI') from fleet.trip where source = 'TERMINAL'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        database.sql(SLOWLY).query(String.class).list());
        assertThat(database.sql("select sum(trips) || ' ' || sum(kilometres) from fleet.vehicle_month")
                        .query(String.class)
                        .optional())
                .isEqualTo(database.sql("select count(*) || ' ' || sum(kilometres) from fleet.trip having count(*) > 0")
                        .query(String.class)
                        .optional());
    }
}
