package org.yiti.telemetry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;

/** Trips and nights are read as tracks are: by those who had the vehicle then, and it is kept who did. */
class ReadFactsJourneyTest extends Journey {

    private static UUID now;
    private static UUID then;
    private static UUID terminal;

    @BeforeEach
    void aTerminalThatChangedHands() {
        if (terminal != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "970810", "name", "换手市", "level", "市级"));
        now = institution("RF-1");
        then = institution("RF-2");
        terminal = add(
                "telemetry/terminals",
                Map.of(
                        "phone",
                        "13900970810",
                        "institutionCode",
                        "RF-1",
                        "plate",
                        "浙A97081",
                        "fittedOn",
                        "2026-03-01"));
        database.sql("""
                        insert into telemetry.fitting (terminal, institution_id, plate, valid, present)
                        select number, ?, '浙A97082', daterange('2026-01-01', '2026-03-01'), false from telemetry.terminal where id = ?
                        """).params(then, terminal).update();
        database.sql("""
                        insert into telemetry.fact (terminal, kind, about, started_at, ended_at, known_at, settled, figures)
                        select number, 'vehicle.trip', '', day + time '09:00', day + time '10:00', day, true,
                               '{"start_latitude": 30.1, "metres": 12}'::jsonb
                          from telemetry.terminal cross join (values (date '2026-02-01'), (date '2026-03-02')) d (day) where id = ?
                        """).param(terminal).update();
    }

    private UUID institution(String code) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", code, "kind", "政府机关", "level", "市级", "divisionCode", "970810"));
    }

    private List<?> facts(Account account) {
        return (List<?>) json(get(
                        account,
                        "/api/telemetry/terminals/{id}/facts?from=2026-01-15T00:00:00Z&to=2026-04-01T00:00:00Z",
                        terminal))
                .get("facts");
    }

    private List<String> readings(Account account) {
        return database.sql("select object from safeguard.entry where action = 'data.read' and actor = ? order by seq")
                .param("account/" + account.account())
                .query(String.class)
                .list();
    }

    @Test
    void whoReadsWhereAVehicleWasIsToldOf() {
        var reads = new Account("rf-reads", "经办人", Role.OFFICER, now, false);

        assertThat(facts(reads)).singleElement().asString().contains("浙A97081", "start_latitude");

        assertThat(readings(reads)).containsExactly("telemetry.terminal/" + terminal);
    }

    @Test
    void whoSeesNoPlacesHasReadNone() {
        var blind = new Account(
                "rf-blind",
                "只看",
                Role.OFFICER,
                now,
                false,
                Rights.of(Purpose.DAILY, null, List.of(new Rights.Held(Set.of(Permission.READ), now))));

        assertThat(facts(blind)).singleElement().asString().doesNotContain("latitude");

        assertThat(readings(blind)).isEmpty();
    }

    @Test
    void whatWasBeforeIsOfThoseWhoHadTheVehicleThen() {
        assertThat(facts(ADMINISTRATOR)).hasSize(2).first().asString().contains("浙A97082", then.toString());
    }
}
