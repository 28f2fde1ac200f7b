package org.yiti.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final String QUESTION =
            "select x::as_of from trip t where :judged(t.institution_id) and day <= :as_of";

    @Test
    void asksForADayAndForEverybody() {
        assertThat(Asked.on(DAY, null, QUESTION))
                .isEqualTo("select x::as_of from trip t where true and day <= date '2026-11-27'");
    }

    @Test
    void asksForSomeInstitutionsOnly() {
        var one = UUID.fromString("5b1f0c1e-0000-0000-0000-000000000001");

        assertThat(Asked.on(DAY, Set.of(one), QUESTION))
                .isEqualTo("select x::as_of from trip t where t.institution_id = any (array['" + one
                        + "']::uuid[]) and day <= date '2026-11-27'");
    }

    @Test
    void judgesNobodyWhereNobodyIsToBeJudged() {
        assertThat(Asked.on(DAY, Set.of(), ":judged(id)")).isEqualTo("id = any (array[]::uuid[])");
    }
}
