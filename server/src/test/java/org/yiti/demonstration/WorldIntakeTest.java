package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorldIntakeTest {

    @Test
    void every_row_passes_every_check_a_workbook_must_pass() {
        LoadedWorld loaded = new LoadedWorld().take(Told.WORLD.sheets());
        assertThat(loaded.problems).isEmpty();
        assertThat(loaded.outcomes.values()).allSatisfy(outcome -> {
            assertThat(outcome.bad()).isZero();
            assertThat(outcome.added()).isEqualTo(outcome.rows());
        });
    }
}
