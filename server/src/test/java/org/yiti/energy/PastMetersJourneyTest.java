package org.yiti.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** Whose a meter was before, where it stood, below which other it hung and what for. */
class PastMetersJourneyTest extends Journey {

    private static boolean ready;
    private static int last;

    @BeforeEach
    void aCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "983500", "name", "表计市", "level", "市级"));
        for (var code : List.of("PM-1", "PM-2")) {
            add(
                    "organization/institutions",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "表计市" + code,
                            "kind",
                            "政府机关",
                            "level",
                            "市级",
                            "divisionCode",
                            "983500"));
        }
        meter("PM-MAIN", Map.of("level", "分户"));
    }

    private UUID meter(String code, Map<String, ?> more) {
        var cells = new HashMap<String, Object>(Map.of(
                "code", code, "name", code, "institutionCode", "PM-1", "energyKind", "电", "since", "2018-01-01"));
        cells.putAll(more);
        return add("energy/meters", cells);
    }

    private UUID part() {
        return meter("PM-P" + ++last, Map.of("level", "分项", "item", "空调", "parentCode", "PM-MAIN"));
    }

    private Map<String, Object> row(UUID meter) {
        return json(get(ADMINISTRATOR, "/api/energy/meters/" + meter));
    }

    private void changed(UUID meter, Map<String, ?> cells) {
        var all = new HashMap<String, Object>(cells);
        all.put("version", row(meter).get("version"));
        assertThat(patch(ADMINISTRATOR, "/api/energy/meters/" + meter, all)).hasStatusOk();
    }

    private List<String> past(UUID meter) {
        return items(get(ADMINISTRATOR, "/api/energy/meter-pasts?meterId=" + meter + "&sort=-endsOn")).stream()
                .map(row -> row.get("institutionCode") + " " + row.get("parentCode") + " " + row.get("level") + " "
                        + row.get("item") + " " + row.get("startsOn") + " " + row.get("endsOn"))
                .toList();
    }

    private String parentOn(UUID meter, String day) {
        return database.sql(
                        "select coalesce(p.code, 'none') from facts.meter_state s left join energy.meter p on p.id = s.parent_id where s.meter_id = :meter and s.valid @> :day::date")
                .param("meter", meter)
                .param("day", day)
                .query(String.class)
                .single();
    }

    @Test
    void isKeptFromDayToDay() {
        var meter = part();
        var empty = new HashMap<String, Object>();
        empty.put("parentCode", null);
        empty.put("since", "2024-01-01");

        changed(meter, empty);
        changed(meter, Map.of("institutionCode", "PM-2", "since", "2025-04-01"));

        assertThat(past(meter))
                .containsExactly(
                        "PM-1 null ITEM HVAC 2024-01-01 2025-03-31", "PM-1 PM-MAIN ITEM HVAC 2018-01-01 2023-12-31");
        assertThat(parentOn(meter, "2023-12-31")).isEqualTo("PM-MAIN");
        assertThat(parentOn(meter, "2024-01-01")).isEqualTo("none");
    }

    @Test
    void isNotKeptOfARatioWhichHasAHistoryOfItsOwn() {
        var meter = part();

        changed(meter, Map.of("ratio", 40, "digits", 6, "name", "新名"));

        assertThat(past(meter)).isEmpty();
        assertThat(row(meter)).containsEntry("since", "2018-01-01");
    }

    @Test
    void couldNotHaveHungBelowItself() {
        var meter = part();
        var code = row(meter).get("code");

        var answer = post(
                ADMINISTRATOR,
                "/api/energy/meter-pasts",
                Map.of(
                        "meterCode",
                        code,
                        "institutionCode",
                        "PM-1",
                        "parentCode",
                        code,
                        "level",
                        "分项",
                        "endsOn",
                        "2017-12-31"));

        assertThat(answer).hasStatus(422);
        assertThat(String.valueOf(json(answer).get("errors"))).contains("/parentCode");
    }

    @Test
    void keepsTheMeterItHungBelow() {
        var main = meter("PM-M" + ++last, Map.of("level", "分户"));
        var meter = meter(
                "PM-P" + ++last, Map.of("level", "分项", "parentCode", row(main).get("code")));
        changed(meter, Map.of("parentCode", "PM-MAIN", "since", "2024-01-01"));

        assertThat(delete(ADMINISTRATOR, "/api/energy/meters/" + main + "?version=1"))
                .hasStatus(409);
    }
}
