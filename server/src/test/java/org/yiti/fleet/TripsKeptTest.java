package org.yiti.fleet;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;

/** What the database keeps of trips as they come: their months, and those outside all orders. */
class TripsKeptTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = HOUSE.jdbc();

    /** The slow way, trip by trip. */
    private static final String OUTSIDE = """
            select t.id from fleet.trip t
             where not exists (select from fleet.dispatch_order o
                                where o.vehicle_id = t.vehicle_id and t.started_at between o.planned_start and o.planned_end
                                  and o.status in ('APPROVED', 'DISPATCHED', 'UNDER_WAY', 'COMPLETED'))
            """;

    private static final String PAST_ORDER = """
            select t.id, o.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at
              from fleet.trip t
              join fleet.dispatch_order o on o.vehicle_id = t.vehicle_id and o.order_no = t.order_no
             where o.status in ('APPROVED', 'DISPATCHED', 'UNDER_WAY', 'COMPLETED')
               and t.ended_at > o.planned_end and t.ended_at < o.planned_end + interval '1 month'
            """;

    private static final String REACH = """
            select t.vehicle_id, t.institution_id, to_char(t.started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                   round(max(case when t.end_longitude <> 0 and v.parking_longitude <> 0 then abs(t.end_latitude - v.parking_latitude) * 111195 end)) as metres
              from fleet.trip t
              join fleet.vehicle v on v.id = t.vehicle_id
             group by 1, 2, 3
            """;

    private static final String MONTHS = """
            select vehicle_id, institution_id, to_char(local, 'YYYY-MM') as month, count(*) as trips, sum(kilometres) as kilometres,
                   min(started_at) as first, max(started_at) as last, max(ended_at) as arrived,
                   min(local::time)::interval as earliest, max((ended_at at time zone 'Asia/Shanghai') - local::date) as latest,
                   array_agg(distinct extract(day from local)::int order by extract(day from local)::int) as days
              from (select *, started_at at time zone 'Asia/Shanghai' as local from fleet.trip) t
             group by 1, 2, 3
            """;

    private static final String KEPT_MONTHS = """
            select vehicle_id, institution_id, to_char(month, 'YYYY-MM') as month, trips, kilometres, first_started_at, last_started_at,
                   last_ended_at, earliest, latest, array(select n from generate_series(1, 31) n where days & (1 << n - 1) <> 0) as days
              from fleet.vehicle_month
            """;

    /** Where a day ended that was the farthest: by eye, a degree of latitude is 111,195 m. */
    private static final String FARTHEST = """
            select vehicle_id, institution_id, to_char(day, 'YYYY-MM') as month, max(metres) as metres
              from (select distinct on (t.vehicle_id, t.institution_id, l.day) t.vehicle_id, t.institution_id, l.day,
                           case when t.end_longitude <> 0 and t.end_latitude <> 0 and v.parking_longitude <> 0
                                then abs(t.end_latitude - v.parking_latitude) * 111195 end as metres
                      from fleet.trip t
                      join fleet.vehicle v on v.id = t.vehicle_id
                     cross join lateral (select (t.started_at at time zone 'Asia/Shanghai')::date as day) l
                     order by t.vehicle_id, t.institution_id, l.day, t.started_at desc) ended
             group by 1, 2, 3
            """;

    @BeforeEach
    void three_vehicles() {
        DATABASE.sql("delete from fleet.trip").update();
        DATABASE.sql("delete from fleet.dispatch_order").update();
        DATABASE.sql("delete from fleet.vehicle").update();
        DATABASE.sql("""
                insert into fleet.vehicle (institution_id, plate, type, body, energy, brand_model, acquisition, status, mark_status, parking_longitude, parking_latitude)
                select gen_random_uuid(), '京A0000' || n, 'OTHER', 'SEDAN', 'PETROL', '示范', 'PURCHASE', 'IN_USE', 'MARKED', 116, 40 from generate_series(1, 3) n
                """).update();
    }

    private static void step(Random random) {
        var seed = "setseed(" + (random.nextDouble() * 2 - 1) + ")";
        DATABASE.sql("select " + seed).query((row, n) -> 0).list();
        DATABASE.sql(
                        switch (random.nextInt(8)) {
                            case 0, 1 -> """
                                    insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres, order_no, end_longitude, end_latitude)
                                    select case when random() < 0.8 then v.institution_id else '00000000-0000-4000-8000-000000000001' end, v.id, s.at,
                                           s.at + make_interval(mins => 1 + (random() * 2000)::int), round((random() * 90)::numeric, 1),
                                           nullif((random() * 9)::int, 0)::text,
                                           case when random() < 0.8 then 116 end, 40 + round((random() * 0.02)::numeric, 4)
                                      from fleet.vehicle v
                                     cross join lateral (select timestamptz '2025-12-28 00:00+08' + make_interval(mins => (random() * 12000)::int) as at
                                                           from generate_series(1, 1 + (random() * 9)::int), (select v.id) correlated) s
                                    on conflict do nothing
                                    """;
                            case 2, 3 -> """
                                    insert into fleet.dispatch_order (institution_id, order_no, vehicle_id, purpose, destination, planned_start, planned_end, status)
                                    select v.institution_id, (random() * 9)::int, v.id, '公务', '某处', s.at, s.at + make_interval(mins => 1 + (random() * 3000)::int),
                                           (array['APPROVED', 'COMPLETED', 'CANCELLED', 'REQUESTED'])[1 + (random() * 3)::int]
                                      from fleet.vehicle v
                                     cross join lateral (select timestamptz '2025-12-28 00:00+08' + make_interval(mins => (random() * 12000)::int) as at
                                                           from generate_series(1, 1 + (random() * 3)::int), (select v.id) correlated) s
                                      on conflict do nothing
                                    """;
                            case 4 -> """
                                    update fleet.dispatch_order set planned_end = planned_start + make_interval(mins => 1 + (random() * 3000)::int),
                                           status = (array['APPROVED', 'CANCELLED'])[1 + random()::int],
                                           vehicle_id = (select id from fleet.vehicle order by random() limit 1) where random() < 0.3
                                    """;
                            case 5 -> """
                                    update fleet.trip set started_at = started_at - make_interval(hours => (random() * 90)::int, secs => random()),
                                           institution_id = case when random() < 0.1 then gen_random_uuid() else institution_id end where random() < 0.2
                                    """;
                            case 6 ->
                                random.nextBoolean()
                                        ? "delete from fleet.trip where random() < 0.2"
                                        : "delete from fleet.dispatch_order where random() < 0.2";
                            default ->
                                "update fleet.vehicle set parking_latitude = 40 + round((random() * 0.01)::numeric, 4) where random() < 0.5";
                        })
                .update();
    }

    private static long differences(String kept, String slow) {
        return DATABASE.sql("select count(*) from (((%1$s) except all (%2$s)) union all ((%2$s) except all (%1$s))) d"
                        .formatted(kept, slow))
                .query(Long.class)
                .single();
    }

    @RepeatedTest(12)
    void however_trips_and_orders_come_change_and_go_what_is_kept_is_what_counting_them_gives(
            RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var n = 0; n < 40; n++) {
            step(random);
        }
        assertThat(differences("select trip_id from fleet.trip_outside_orders", OUTSIDE))
                .isZero();
        assertThat(differences(
                        "select trip_id, order_id, vehicle_id, institution_id, started_at, ended_at from fleet.trip_past_order",
                        PAST_ORDER))
                .isZero();
        assertThat(differences(KEPT_MONTHS, MONTHS)).isZero();
        assertThat(differences(
                        "select vehicle_id, institution_id, to_char(month, 'YYYY-MM'), round(reach::numeric) from fleet.vehicle_month",
                        REACH))
                .isZero();
        assertThat(DATABASE.sql("select count(*) from fleet.vehicle_month m right join (" + FARTHEST + """
                        ) f on f.vehicle_id = m.vehicle_id and f.institution_id = m.institution_id and f.month = to_char(m.month, 'YYYY-MM')
                        where f.metres is not null and (m.farthest is null or m.farthest < f.metres - 1)""")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_order_taken_away_while_a_trip_of_its_time_comes_leaves_the_trip_outside() throws Exception {
        DATABASE.sql("""
                insert into fleet.dispatch_order (institution_id, order_no, vehicle_id, purpose, destination, planned_start, planned_end)
                select institution_id, '1', id, '公务', '某处', '2026-01-05 09:00+08', '2026-01-05 11:00+08' from fleet.vehicle where plate = '京A00001'
                """).update();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(HOUSE.dataSource()));
        var taken = new CountDownLatch(1);
        var coming = new CountDownLatch(1);
        var away = runAsync(() -> transaction.executeWithoutResult(status -> {
            DATABASE.sql("delete from fleet.dispatch_order").update();
            taken.countDown();
            await(coming);
        }));
        await(taken);
        var trip = runAsync(() -> DATABASE.sql("""
                insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres)
                select institution_id, id, '2026-01-05 09:30+08', '2026-01-05 10:00+08', 9 from fleet.vehicle where plate = '京A00001'
                """).update());
        TimeUnit.MILLISECONDS.sleep(300);
        coming.countDown();
        away.get(20, TimeUnit.SECONDS);
        trip.get(20, TimeUnit.SECONDS);
        assertThat(differences("select trip_id from fleet.trip_outside_orders", OUTSIDE))
                .isZero();
        assertThat(DATABASE.sql("select count(*) from fleet.trip_outside_orders")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void an_order_of_the_past_that_comes_while_its_late_trip_does_finds_it() throws Exception {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(HOUSE.dataSource()));
        var come = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var trip = runAsync(() -> transaction.executeWithoutResult(status -> {
            DATABASE.sql("""
                    insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres, order_no)
                    select institution_id, id, '2026-01-05 10:30+08', '2026-01-05 12:00+08', 9, '1' from fleet.vehicle where plate = '京A00001'
                    """).update();
            come.countDown();
            await(leave);
        }));
        await(come);
        var order = runAsync(() -> DATABASE.sql("""
                insert into fleet.dispatch_order (institution_id, order_no, vehicle_id, purpose, destination, planned_start, planned_end)
                select institution_id, '1', id, '公务', '某处', '2026-01-05 09:00+08', '2026-01-05 11:00+08' from fleet.vehicle where plate = '京A00001'
                """).update());
        TimeUnit.MILLISECONDS.sleep(300);
        leave.countDown();
        trip.get(20, TimeUnit.SECONDS);
        order.get(20, TimeUnit.SECONDS);
        assertThat(DATABASE.sql("select count(*) from fleet.trip_past_order")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
