package org.yiti.telemetry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** In which vehicle a terminal was, when, by what its row says and said. */
class FittingsTest {

    private final JdbcClient database = TestDatabase.fresh().jdbc();

    @BeforeEach
    void aTerminalInTheFirstVehicleSinceJanuary() {
        database.sql("insert into telemetry.terminal (institution_id, phone, plate, fitted_on) values (gen_random_uuid(), '138', '浙A1', '2026-01-01')")
                .update();
    }

    private void says(String what) {
        database.sql("update telemetry.terminal set " + what).update();
    }

    private List<String> fittings() {
        return database.sql("select plate || ' ' || valid from telemetry.fitting order by valid")
                .query(String.class)
                .list();
    }

    @Test
    void anotherPlateSinceALaterDayIsAMove() {
        says("plate = '浙A2', fitted_on = '2026-03-01'");

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,2026-03-01)", "浙A2 [2026-03-01,)");
    }

    @Test
    void anotherPlateOfTheSameDayIsACorrection() {
        says("plate = '浙A2'");

        assertThat(fittings()).containsExactly("浙A2 [2026-01-01,)");
    }

    @Test
    void whatWasTakenOutAndPutInAgainWasInNoneBetween() {
        says("removed_on = '2026-04-01'");
        says("plate = '浙A2', fitted_on = '2026-05-01', removed_on = null");

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,2026-04-02)", "浙A2 [2026-05-01,)");
    }

    @Test
    void theSameVehicleMayHaveItAgain() {
        says("removed_on = '2026-04-01'");
        says("fitted_on = '2026-05-01', removed_on = null");

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,2026-04-02)", "浙A1 [2026-05-01,)");
    }

    @Test
    void aTerminalInStockWasWhereItWas() {
        says("plate = null, removed_on = '2026-04-01'");

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,2026-04-02)");
    }

    @Test
    void whatIsSaidNowIsRightWhereThePastSaysOtherwise() {
        says("plate = '浙A2', fitted_on = '2026-03-01'");
        says("fitted_on = '2026-02-01'");

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,2026-02-01)", "浙A2 [2026-02-01,)");
    }

    @Test
    void aTerminalThatIsDeletedHasBeenWhereItWas() {
        database.sql("delete from telemetry.terminal").update();

        assertThat(fittings()).containsExactly("浙A1 [2026-01-01,)");
    }
}
