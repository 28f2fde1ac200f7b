package org.yiti.ledger.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

class ObjectPagesJourneyTest extends Journey {

    @Autowired
    private Ledgers ledgers;

    @Test
    void everyRowOfEveryLedgerHasAPageCalledByColumnsThatThereAre() {
        assertThat(ledgers.all())
                .filteredOn(ledger -> !ledger.isFlow())
                .allSatisfy(ledger -> assertThat(ledger.objectKind()).isNotNull())
                .allSatisfy(ledger -> assertThat(ledger.caption())
                        .isNotEmpty()
                        .allSatisfy(column -> assertThat(ledger.find(column)).isPresent()));
        assertThat(ledgers.all().stream().filter(ledger -> !ledger.isFlow()).map(Ledger::objectKind))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRecordHasAStoryOfItsOwnAndIsToldInThatOfWhatItIsOf() {
        add("organization/divisions", Map.of("code", "970400", "name", "页面市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "OP-1", "name", "页面市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "970400"));
        var vehicle = add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        "宁A97041",
                        "markStatus",
                        "已标识",
                        "institutionCode",
                        "OP-1",
                        "type",
                        "其他按规定配备的公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "acquisition",
                        "购置",
                        "status",
                        "在用"));
        var inspection = add(
                "fleet/inspections",
                Map.of("plate", "宁A97041", "inspectedOn", "2026-05-01", "validUntil", "2027-04-30", "result", "合格"));
        var trip = add(
                "fleet/trips",
                Map.of(
                        "plate",
                        "宁A97041",
                        "startedAt",
                        "2026-05-06 09:00",
                        "endedAt",
                        "2026-05-06 10:00",
                        "kilometres",
                        12));

        assertThat(json(get(ADMINISTRATOR, "/api/objects/inspection/" + inspection)))
                .containsEntry("title", "宁A97041 2026-05-01");
        assertThat(json(get(ADMINISTRATOR, "/api/objects/trip/" + trip)))
                .containsEntry("title", "宁A97041 2026-05-06 09:00");
        assertThat(story("inspection", inspection)).hasSize(1);
        assertThat(story("trip", trip)).hasSize(1);
        // a car's inspections are of its story; its trips are too many
        assertThat(story("vehicle", vehicle))
                .extracting("subject.kind")
                .contains("inspection")
                .doesNotContain("trip");
    }

    private List<Map<String, Object>> story(String kind, UUID id) {
        return items(get(ADMINISTRATOR, "/api/objects/" + kind + "/" + id + "/lifeline"));
    }
}
