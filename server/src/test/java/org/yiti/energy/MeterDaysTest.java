package org.yiti.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** The days of meters, which the database sums up from readings by itself. */
class MeterDaysTest {

    private static final JdbcClient DATABASE = TestDatabase.fresh().jdbc();

    /** Hour by hour and without regard to what was there before: the slow way, to compare with. */
    private static final String EXPECTED = """
            select meter_id, day, array_agg(total order by hour) as hours, sum(total) as amount, count(total) as hours_read
              from (select d.meter_id, d.day, h as hour, sum(r.amount) as total
                      from (select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from energy.reading) d
                     cross join generate_series(0, 23) h
                      left join energy.reading r on r.meter_id = d.meter_id
                       and date_trunc('hour', r.at at time zone 'Asia/Shanghai') = d.day + make_interval(hours => h)
                     group by d.meter_id, d.day, h) hourly
             group by meter_id, day
            """;

    private static final String DIFFERENT = "select count(*) from energy.meter_day d full join (" + EXPECTED + """
            ) e on e.meter_id = d.meter_id and e.day = d.day
             where (d.hours, d.amount, d.hours_read) is distinct from (e.hours, e.amount, e.hours_read)
            """;

    @BeforeEach
    void empty() {
        DATABASE.sql("delete from energy.reading").update();
        DATABASE.sql("delete from energy.meter").update();
    }

    private static UUID meter() {
        return DATABASE.sql(
                        "insert into energy.meter (institution_id, code, name, energy_kind, level)"
                                + " values (gen_random_uuid(), gen_random_uuid(), '总电表', 'ELECTRICITY', 'HOUSEHOLD') returning id")
                .query(UUID.class)
                .single();
    }

    /** Quarters of whole numbers, so that no order of adding them up makes a difference. */
    private static void read(UUID meter, String from, String to, String every, String which) {
        DATABASE.sql("insert into energy.reading (meter_id, at, amount)"
                        + " select :meter, at, round(random() * 400) / 4 from generate_series(:from::timestamptz, :to::timestamptz, :every::interval) at"
                        + " where " + which + " on conflict (meter_id, at) do update set amount = excluded.amount")
                .param("meter", meter)
                .param("from", from + "+08")
                .param("to", to + "+08")
                .param("every", every)
                .update();
    }

    private static long days() {
        return DATABASE.sql("select count(*) from energy.meter_day")
                .query(Long.class)
                .single();
    }

    private static long different() {
        return DATABASE.sql(DIFFERENT).query(Long.class).single();
    }

    @Test
    void whole_days_that_arrive_at_once_are_summed_up() {
        read(meter(), "2025-12-30 00:00", "2026-01-02 23:00", "1 hour", "true");
        assertThat(days()).isEqualTo(4);
        assertThat(different()).isZero();
    }

    @Test
    void a_day_that_arrives_in_parts_is_the_sum_of_all_its_parts() {
        var meter = meter();
        read(meter, "2026-03-01 00:00", "2026-03-01 06:00", "1 hour", "true");
        read(meter, "2026-03-01 07:00", "2026-03-02 11:00", "1 hour", "true");
        read(meter, "2026-03-02 10:00", "2026-03-03 23:00", "1 hour", "true");
        assertThat(days()).isEqualTo(3);
        assertThat(different()).isZero();
    }

    @Test
    void days_follow_whatever_is_read_corrected_and_taken_back() {
        var chance = new Random(7);
        var meters = List.of(meter(), meter(), meter());
        for (var i = 0; i < 60; i++) {
            var meter = meters.get(chance.nextInt(meters.size()));
            var from = "2026-02-%02d %02d:00".formatted(1 + chance.nextInt(20), chance.nextInt(24));
            var to = "2026-02-%02d %02d:00".formatted(1 + chance.nextInt(28), chance.nextInt(24));
            if (chance.nextInt(3) > 0) {
                read(
                        meter,
                        from,
                        to,
                        chance.nextInt(4) == 0 ? "20 minutes" : "1 hour",
                        "random() < " + chance.nextInt(2, 12) / 10.0);
            } else {
                DATABASE.sql(
                                "delete from energy.reading where meter_id = :meter and at between :from::timestamptz and :to::timestamptz")
                        .param("meter", meter)
                        .param("from", from + "+08")
                        .param("to", to + "+08")
                        .update();
            }
            assertThat(different()).as("after step %d", i).isZero();
        }
        assertThat(days()).isPositive();
    }

    @Test
    void readings_within_an_hour_add_up_and_count_as_one_hour() {
        read(meter(), "2026-03-01 08:00", "2026-03-01 09:45", "15 minutes", "true");
        assertThat(DATABASE.sql("select hours_read from energy.meter_day")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(different()).isZero();
    }

    @Test
    void a_reading_of_no_known_meter_is_refused() {
        assertThatThrownBy(() -> read(UUID.randomUUID(), "2026-03-01 08:00", "2026-03-01 09:00", "1 hour", "true"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("readings_are_of_a_known_meter");
    }

    @Test
    void a_meter_stays_as_long_as_it_has_readings() {
        var meter = meter();
        read(meter, "2026-03-01 08:00", "2026-03-01 08:00", "1 hour", "true");
        assertThatThrownBy(() -> DATABASE.sql("delete from energy.meter").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("readings_are_of_a_known_meter");
        DATABASE.sql("delete from energy.reading").update();
        assertThat(DATABASE.sql("delete from energy.meter").update()).isEqualTo(1);
    }
}
