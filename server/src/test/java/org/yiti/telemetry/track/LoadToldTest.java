package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.telemetry.ToldPosition;

class LoadToldTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final List<Position> stored = new ArrayList<>();
    private final LoadTold load =
            new LoadTold(database, batches -> batches.forEach(batch -> stored.addAll(batch.positions())));

    private static ToldPosition told(String phone, String plate, long second) {
        return new ToldPosition(phone, plate, second, 30_000_000, 114_000_000, 3, 420, 90, 1_000L, null);
    }

    @Test
    void positions_of_terminals_in_the_ledger_are_stored_and_no_others() {
        var number = database.sql("""
                        insert into telemetry.terminal (institution_id, phone, plate)
                        values (gen_random_uuid(), '139001', '测A00001') returning number
                        """).query(Integer.class).single();

        load.load(Stream.of(
                told("139001", "测A00001", 1_790_000_000L),
                told("139001", "测A00002", 1_790_000_010L),
                told("139002", "测A00001", 1_790_000_020L)));

        assertThat(stored).singleElement().satisfies(position -> {
            assertThat(position.terminal()).isEqualTo(number);
            assertThat(position.second()).isEqualTo(1_790_000_000L);
            assertThat(position.speed()).isEqualTo(420);
            assertThat(position.odometer()).isEqualTo(1_000L);
        });
    }
}
