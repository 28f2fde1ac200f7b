package org.yiti.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

class VehicleFactsTest {

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();

    @Test
    void aVehicleIsGoneByItsOwnRowOrByItsDisposal() {
        vehicle("held", "IN_USE", null, null);
        vehicle("retired", "RETIRED", "2025-03-01", null);
        vehicle("retired nobody knows when", "RETIRED", null, null);
        vehicle("disposed of and still in use by its row", "IN_USE", null, "2025-04-01");
        vehicle("retired, the day is that of its disposal", "RETIRED", null, "2025-05-01");
        vehicle("both, its own row first", "RETIRED", "2025-06-01", "2025-07-01");
        assertThat(goneOn("held")).isEqualTo("held");
        assertThat(goneOn("retired")).isEqualTo("2025-03-01");
        assertThat(goneOn("retired nobody knows when")).isEqualTo("-infinity");
        assertThat(goneOn("disposed of and still in use by its row")).isEqualTo("2025-04-01");
        assertThat(goneOn("retired, the day is that of its disposal")).isEqualTo("2025-05-01");
        assertThat(goneOn("both, its own row first")).isEqualTo("2025-06-01");
    }

    private void vehicle(String plate, String status, String retiredOn, String disposedOn) {
        jdbc.sql("""
                with made as (
                    insert into fleet.vehicle (institution_id, plate, type, body, energy, mark_status, status, retired_on)
                    values (gen_random_uuid(), :plate, 'OTHER', 'SEDAN', 'GASOLINE', 'MARKED', :status, :retired::date)
                    returning id, institution_id)
                insert into fleet.disposal (institution_id, vehicle_id, disposed_on, reason, method)
                select institution_id, id, :disposed::date, 'AGE', 'AUCTION' from made where :disposed::date is not null
                """)
                .param("plate", plate)
                .param("status", status)
                .param("retired", retiredOn)
                .param("disposed", disposedOn)
                .update();
    }

    private String goneOn(String plate) {
        return jdbc.sql("select coalesce(retired_on::text, 'held') from facts.vehicle where plate = :plate")
                .param("plate", plate)
                .query(String.class)
                .single();
    }
}
