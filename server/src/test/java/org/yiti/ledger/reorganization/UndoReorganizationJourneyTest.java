package org.yiti.ledger.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoReorganizationJourneyTest extends ReorganizationJourney {

    @Test
    void undoingItGivesEverythingBackAsItWas() {
        var before = everything();
        var path = drafted(
                DAY, merge(grain, commerce), Map.of("kind", "RENAME", "institution", commerce, "name", "改市商务和粮食局"));
        applied(path);
        assertThat(everything()).isNotEqualTo(before);

        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(200);

        assertThat(everything()).isEqualTo(before);
        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "UNDONE");
        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(409);
    }

    @Test
    void whatHasGoneOnSinceIsNotUndone() {
        var path = drafted(DAY, merge(grain, commerce));
        applied(path);
        add(
                "organization/people",
                Map.of(
                        "code",
                        code + "-Q",
                        "name",
                        "赵六",
                        "institutionCode",
                        code + "-C",
                        "departmentCode",
                        code + "-G-01",
                        "rank",
                        "科员"));
        var after = everything();

        var refused = post(ADMINISTRATOR, path + "/undo", Map.of());

        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("title").toString()).contains("人员 1");
        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void changesOfOtherColumnsSinceStandInNobodysWay() {
        var path = drafted(DAY, merge(grain, commerce));
        applied(path);
        var now = json(get(ADMINISTRATOR, "/api/fleet/vehicles/" + vehicle));
        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/fleet/vehicles/" + vehicle,
                        Map.of("version", now.get("version"), "brandModel", "红旗 H9")))
                .hasStatus(200);

        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(200);

        assertThat(
                        rows(
                                "i.code || v.brand_model",
                                "from fleet.vehicle v join organization.institution i on i.id = v.institution_id where i.code like :code || '-%'"))
                .containsExactly(code + "-G红旗 H9");
    }
}
