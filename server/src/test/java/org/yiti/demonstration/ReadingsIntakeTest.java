package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Stage;

/** Readings go through the stage that every row goes through; here with some meters and a few days. */
class ReadingsIntakeTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = HOUSE.jdbc();
    private static final Ledgers LEDGERS = LoadedWorld.ledgers();
    private static int stages;

    @BeforeAll
    static void meters() {
        DATABASE.sql(
                        "insert into energy.meter (institution_id, code, name, energy_kind, level)"
                                + " select gen_random_uuid(), 'M' || n, '总电表', 'ELECTRICITY', 'HOUSEHOLD' from generate_series(1, 5) n")
                .update();
    }

    private static Stage.Outcome load(List<List<Object>> rows) {
        Ledger ledger = LEDGERS.get("energy.reading");
        List<Column> columns = List.of(ledger.column("meterCode"), ledger.column("at"), ledger.column("amount"));
        var stage = Stage.of(Unsealed.staging(HOUSE, LEDGERS), ledger, columns, "readings_" + ++stages, List.of());
        stage.create();
        try (var writer = stage.writer()) {
            for (var i = 0; i < rows.size(); i++) {
                writer.row(i + 1, rows.get(i));
            }
        }
        var outcome = stage.judge(null);
        stage.merge(null);
        stage.drop();
        return outcome;
    }

    private static List<List<Object>> hours(String meter, int days, int amount) {
        var rows = new ArrayList<List<Object>>();
        for (var day = 1; day <= days; day++) {
            for (var hour = 0; hour < 24; hour++) {
                rows.add(Arrays.asList(meter, "2026-03-%02d %02d:00".formatted(day, hour), amount));
            }
        }
        return rows;
    }

    private static double sum(String meter) {
        return DATABASE.sql(
                        "select sum(d.amount) from energy.meter_day d join energy.meter m on m.id = d.meter_id where m.code = :meter")
                .param("meter", meter)
                .query(Double.class)
                .single();
    }

    @Test
    void reading_the_same_again_changes_nothing_and_another_amount_corrects_the_day() {
        assertThat(load(hours("M1", 3, 2))).isEqualTo(new Stage.Outcome(72, 0, 0, 0));
        assertThat(load(hours("M1", 3, 2))).isEqualTo(new Stage.Outcome(0, 0, 72, 0));
        assertThat(load(hours("M1", 4, 3))).isEqualTo(new Stage.Outcome(24, 72, 0, 0));
        assertThat(sum("M1")).isEqualTo(4 * 24 * 3);
    }

    @Test
    void only_the_meters_and_hours_given_are_compared() {
        load(hours("M2", 5, 1));
        load(hours("M3", 1, 1));
        var some = new ArrayList<>(hours("M2", 2, 1));
        some.addAll(hours("M3", 2, 1));
        assertThat(load(some)).isEqualTo(new Stage.Outcome(24, 0, 72, 0));
        assertThat(sum("M2")).isEqualTo(5 * 24);
    }

    @Test
    void an_unknown_meter_and_an_hour_given_twice_are_refused_and_the_rest_is_taken() {
        var rows = new ArrayList<>(hours("M4", 1, 1));
        rows.addAll(hours("nobody's", 1, 1).subList(0, 2));
        rows.add(List.of("M4", "2026-03-01 05:00", 9));
        assertThat(load(rows)).isEqualTo(new Stage.Outcome(24, 0, 0, 3));
        assertThat(sum("M4")).isEqualTo(24);
    }
}
