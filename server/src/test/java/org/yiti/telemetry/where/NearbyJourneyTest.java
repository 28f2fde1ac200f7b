package org.yiti.telemetry.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.yiti.identity.Account;

/** Who was near a place. */
class NearbyJourneyTest extends WhereJourney {

    @Test
    @SuppressWarnings("unchecked")
    void whoWasNearIsFoundAndWhyItWasAskedIsKept() {
        var passing = terminal("WH-1");
        var far = terminal("WH-1");
        var theirs = terminal("WH-2");
        var from = on(15, 0, 0);
        told(at(passing, from.plusSeconds(600), -700, 900, 3), at(passing, from.plusSeconds(630), 700, 900, 3));
        told(at(far, from.plusSeconds(600), 300, 0, 3), at(theirs, from.plusSeconds(600), 0, 0, 3));

        var found = json(post(officer(office), "/api/telemetry/nearby", search(from, from.plusSeconds(3600))));

        assertThat((List<Map<String, Object>>) found.get("visits"))
                .singleElement()
                .satisfies(visit -> assertThat(visit)
                        .containsEntry("phone", passing.phone())
                        .containsEntry("metres", 0)
                        .containsEntry("from", from.plusSeconds(600).toString()));
        assertThat(database.sql("""
                                select clear::text from safeguard.entry
                                 where action = 'data.searched' and actor = :who order by seq desc limit 1
                                """)
                        .param("who", "account/officer-" + office)
                        .query(String.class)
                        .single())
                .contains("核实停车投诉");
    }

    @Test
    void aStayAcrossMidnightIsOneAndOfOneThatChangedHandsThenEachSeesTheirOwnPart() {
        var midnight = DAY.atStartOfDay(HERE).toInstant();
        var parked = terminal("WH-1");
        var moved = terminal("WH-1");
        for (var seconds = -1200; seconds <= 1200; seconds += 60) {
            told(
                    at(parked, midnight.plusSeconds(seconds), 0, 0, 3),
                    at(moved, midnight.plusSeconds(seconds), seconds < 0 ? 5 : 90, 0, 3));
        }
        fitted(moved, office, "浙A00011", DAY.minusDays(30), DAY);
        fitted(moved, other, "浙A00012", DAY, null);
        var night = search(midnight.minusSeconds(3600), midnight.plusSeconds(3600));

        assertThat(visits(officer(office), night, parked))
                .containsExactly(tuple(
                        midnight.minusSeconds(1200).toString(),
                        midnight.plusSeconds(1200).toString(),
                        0));
        assertThat(visits(officer(office), night, moved))
                .containsExactly(tuple(
                        midnight.minusSeconds(1200).toString(),
                        midnight.minusSeconds(60).toString(),
                        5));
        assertThat(visits(officer(other), night, moved))
                .containsExactly(
                        tuple(midnight.toString(), midnight.plusSeconds(1200).toString(), 90));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> visits(Account who, Map<String, Object> search, Fitted terminal) {
        return ((List<Map<String, Object>>)
                        json(post(who, "/api/telemetry/nearby", search)).get("visits"))
                .stream()
                        .filter(visit -> terminal.phone().equals(visit.get("phone")))
                        .map(visit -> tuple(visit.get("from"), visit.get("to"), visit.get("metres")))
                        .toList();
    }

    @Test
    void aSearchThatCannotBeIsRefusedWhereItStands() {
        var body = search(on(15, 0, 0), on(14, 0, 0));
        body.put("latitude", 91);
        body.put("metres", 100_000);

        var answer = post(officer(office), "/api/telemetry/nearby", body);

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("errors").toString()).contains("/latitude", "/metres", "/to");
    }
}
