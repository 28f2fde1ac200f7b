package org.yiti.supervision.judging;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.Soon;

class NewInstitutionJourneyTest extends Journey {

    /** The first report of energy use is due for the year before, whatever else is known of it. */
    @Test
    void anInstitutionThatIsOnlyJustAddedIsJudgedAtOnce() {
        add("organization/divisions", Map.of("code", "970620", "name", "新设市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "NI-1", "name", "新设市档案馆", "kind", "政府机关", "level", "市级", "divisionCode", "970620"));
        add("energy/energy-users", Map.of("institutionCode", "NI-1", "year", 2025, "persons", 10, "buildingArea", 500));
        settle("NI-1");
        var added = add(
                "organization/institutions",
                Map.of("code", "NI-2", "name", "新设市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "970620"));

        Soon.soon(
                "a finding about the institution that is new",
                () -> findings(added),
                found -> found.contains("energy.annual-report"));
    }

    private void settle(String code) {
        var id = items(get(ADMINISTRATOR, "/api/organization/institutions?code=" + code))
                .get(0)
                .get("id");
        Soon.soon("a finding about " + code, () -> findings(id), found -> !found.isEmpty());
    }

    private List<String> findings(Object institution) {
        return database.sql("select rule_id from supervision.finding where institution_id = cast(:id as uuid)")
                .param("id", institution.toString())
                .query(String.class)
                .list();
    }
}
