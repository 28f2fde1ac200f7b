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

/** What the database keeps of fillings as records of fuel come: which came before each, and what was poured in since the tank was full. */
class FillingsKeptTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = HOUSE.jdbc();

    /** The slow way, filling by filling. */
    private static final String SLOW = """
            with liquid as (
                select *, filled_up and odometer is not null as closes from fleet.fuel_record
                 where grade is null or grade not in ('ELECTRICITY', 'NATURAL_GAS', 'NON_FUEL')
            )
            select f.id, f.institution_id, f.vehicle_id, f.fuelled_at, f.litres, f.odometer, f.closes, b.id, b.fuelled_at,
                   case when f.odometer is not null then m.id end, case when f.odometer is not null then m.odometer end,
                   o.fuelled_at, o.odometer,
                   (select coalesce(sum(x.litres), 0) from liquid x
                     where x.vehicle_id = f.vehicle_id and x.institution_id = f.institution_id
                       and (x.fuelled_at, x.id) < (f.fuelled_at, f.id) and (o.id is null or (x.fuelled_at, x.id) > (o.fuelled_at, o.id)))
              from liquid f
              left join lateral (select * from liquid x where x.vehicle_id = f.vehicle_id and x.institution_id = f.institution_id
                                    and (x.fuelled_at, x.id) < (f.fuelled_at, f.id)
                                  order by fuelled_at desc, id desc limit 1) b on true
              left join lateral (select * from liquid x where x.vehicle_id = f.vehicle_id and x.institution_id = f.institution_id
                                    and (x.fuelled_at, x.id) < (f.fuelled_at, f.id) and x.odometer is not null
                                  order by fuelled_at desc, id desc limit 1) m on true
              left join lateral (select * from liquid x where x.vehicle_id = f.vehicle_id and x.institution_id = f.institution_id
                                    and (x.fuelled_at, x.id) < (f.fuelled_at, f.id) and x.closes
                                  order by fuelled_at desc, id desc limit 1) o on true
            """;

    @BeforeEach
    void three_vehicles() {
        DATABASE.sql("delete from fleet.fuel_record").update();
        DATABASE.sql("delete from fleet.vehicle").update();
        DATABASE.sql("""
                insert into fleet.vehicle (institution_id, plate, type, body, energy, brand_model, acquisition, status, mark_status)
                select gen_random_uuid(), '京A0000' || n, 'OTHER', 'SEDAN', 'PETROL', '示范', 'PURCHASE', 'IN_USE', 'MARKED' from generate_series(1, 3) n
                """).update();
    }

    private static void step(Random random) {
        DATABASE.sql("select setseed(" + (random.nextDouble() * 2 - 1) + ")")
                .query((row, n) -> 0)
                .list();
        DATABASE.sql(
                        switch (random.nextInt(6)) {
                            // few days and hours, that many come at the same moment
                            case 0, 1 -> """
                                    insert into fleet.fuel_record (institution_id, serial_no, vehicle_id, fuelled_at, litres, amount, grade, odometer, filled_up)
                                    select case when random() < 0.8 then v.institution_id else '00000000-0000-4000-8000-000000000001' end, gen_random_uuid(), v.id,
                                           timestamptz '2026-01-01 08:00+08' + make_interval(hours => (random() * 60)::int), round((1 + random() * 60)::numeric, 2), 1,
                                           (array['92', '95', 'ELECTRICITY', null])[1 + (random() * 3)::int],
                                           case when random() < 0.7 then round((random() * 9000)::numeric, 1) end, random() < 0.6
                                      from fleet.vehicle v
                                     cross join lateral (select from generate_series(1, 1 + (random() * 5)::int), (select v.id) correlated) s
                                    """;
                            case 2 -> """
                                    update fleet.fuel_record set fuelled_at = fuelled_at + make_interval(hours => (random() * 20)::int - 10),
                                           institution_id = case when random() < 0.1 then '00000000-0000-4000-8000-000000000001' else institution_id end
                                     where random() < 0.2
                                    """;
                            case 3 -> """
                                    update fleet.fuel_record set litres = litres + 1, filled_up = random() < 0.5,
                                           odometer = case when random() < 0.7 then round((random() * 9000)::numeric, 1) end,
                                           vehicle_id = case when random() < 0.2 then (select id from fleet.vehicle order by random() limit 1) else vehicle_id end
                                     where random() < 0.2
                                    """;
                            case 4 -> """
                                    update fleet.fuel_record set grade = (array['92', 'NATURAL_GAS', null])[1 + (random() * 2)::int] where random() < 0.1
                                    """;
                            default -> "delete from fleet.fuel_record where random() < 0.2";
                        })
                .update();
    }

    private static long differences() {
        return DATABASE.sql("select count(*) from (((%1$s) except all (%2$s)) union all ((%2$s) except all (%1$s))) d"
                        .formatted("select * from fleet.filling", SLOW))
                .query(Long.class)
                .single();
    }

    @RepeatedTest(12)
    void however_records_come_change_and_go_what_is_kept_is_what_looking_at_each_gives(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var n = 0; n < 40; n++) {
            step(random);
            assertThat(differences()).as("after step " + n).isZero();
        }
    }

    @Test
    void what_two_tell_of_one_vehicle_at_the_same_time_stands_beside_each_other() throws Exception {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(HOUSE.dataSource()));
        var told = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = runAsync(() -> transaction.executeWithoutResult(status -> {
            fill("1", "2026-01-05 08:00+08");
            told.countDown();
            await(go);
        }));
        await(told);
        var second = runAsync(() -> fill("2", "2026-01-05 09:00+08"));
        TimeUnit.MILLISECONDS.sleep(300);
        go.countDown();
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);
        assertThat(DATABASE.sql("select count(*) from fleet.filling where opened_odometer = 100")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(differences()).isZero();
    }

    private static void fill(String serial, String at) {
        DATABASE.sql("""
                insert into fleet.fuel_record (institution_id, serial_no, vehicle_id, fuelled_at, litres, amount, odometer)
                select institution_id, :serial, id, :at::timestamptz, 40, 300, 100 from fleet.vehicle where plate = '京A00001'
                """).param("serial", serial).param("at", at).update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
