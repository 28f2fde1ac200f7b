package org.yiti.telemetry.gateway;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.Soon.soon;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.yiti.Journey;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.GeneralReply;

/** A terminal is driven along on a holiday: a trip stands on the page of its vehicle, and a finding with its clause. */
@TestPropertySource(properties = {"yiti.telemetry.gateway.port=0", "yiti.telemetry.facts.threads=2"})
@DirtiesContext
class FactsJourneyTest extends Journey {

    /** National day. */
    private static final LocalDateTime HOLIDAY = LocalDateTime.of(2026, 10, 1, 9, 0, 0);

    private static final String PHONE = "13900139000";
    private static final String PLATE = "浙A90139";

    @Autowired
    private Gateway gateway;

    private UUID vehicle;
    private UUID terminal;

    private void aVehicleWithATerminal() {
        database.sql(
                        "insert into organization.division (code, name, level) values ('970600', '行市', 'CITY') on conflict do nothing")
                .update();
        add(
                "organization/institutions",
                Map.of(
                        "code",
                        "FT-1",
                        "name",
                        "行程局",
                        "kind",
                        "GOVERNMENT_ORGAN",
                        "level",
                        "CITY",
                        "divisionCode",
                        "970600"));
        terminal = add(
                "telemetry/terminals",
                Map.of("phone", PHONE, "institutionCode", "FT-1", "plate", PLATE, "fittedOn", "2026-01-01"));
        vehicle = add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        PLATE,
                        "institutionCode",
                        "FT-1",
                        "type",
                        "OTHER",
                        "body",
                        "SEDAN",
                        "energy",
                        "GASOLINE",
                        "markStatus",
                        "MARKED"));
    }

    /** Twenty minutes at 60 km/h to the north, then ten minutes there; every ten seconds. */
    private static List<Location> aWayAndAStop() {
        var all = new ArrayList<Location>();
        for (var second = 0; second <= 1800; second += 10) {
            var driven = Math.min(second, 1200);
            all.add(new Location(
                    0,
                    3,
                    30_280_000 + (int) (driven / 3.6 * 60 / 111_195 * 1e6),
                    120_150_000,
                    20,
                    second < 1200 ? 600 : 0,
                    0,
                    BcdTime.of(HOLIDAY.plus(second, SECONDS)),
                    List.of(Extra.of(Extras.ODOMETER, 123_456L + driven / 6)),
                    Bytes.NONE));
        }
        return all;
    }

    private void drive() throws IOException {
        try (var line = new Terminal(gateway.port(), PHONE, Version.V2019)) {
            var code = line.register("D9", PLATE).code().toString();
            assertThat(line.authenticate(code)).isEqualTo(GeneralReply.OK);
            var way = aWayAndAStop();
            // What it had stored of the middle comes last, and the beginning twice.
            for (var one : way.subList(0, 40)) {
                assertThat(line.resultOf(line.say(Location.KIND, one))).isEqualTo(GeneralReply.OK);
            }
            for (var some : List.of(way.subList(100, 181), way.subList(0, 40), way.subList(40, 100))) {
                for (var from = 0; from < some.size(); from += 20) {
                    var batch = new LocationBatch(1, some.subList(from, Math.min(some.size(), from + 20)));
                    assertThat(line.resultOf(line.say(LocationBatch.KIND, batch)))
                            .isEqualTo(GeneralReply.OK);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> related(String kind, UUID id) {
        return (List<Map<String, Object>>)
                json(get(ADMINISTRATOR, "/api/objects/{kind}/{id}", kind, id)).get("related");
    }

    @Test
    void whatATerminalTellsOfAHolidayIsATripAndAFinding() throws IOException {
        aVehicleWithATerminal();
        drive();

        var trips = soon(
                "a trip in the ledger",
                () -> items(get(ADMINISTRATOR, "/api/fleet/trips?limit=50")),
                rows -> rows.size() == 1);
        assertThat(trips.get(0)).containsEntry("source", "TERMINAL").containsEntry("plate", PLATE);
        assertThat(related("vehicle", vehicle))
                .filteredOn(one -> String.valueOf(one.get("ledger")).contains("trips"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("count", 1));

        var findings = soon(
                "a finding",
                () -> items(get(ADMINISTRATOR, "/api/supervision/findings?rule=fleet.holiday-use")).stream()
                        .filter(finding -> String.valueOf(finding).contains(PLATE))
                        .toList(),
                found -> !found.isEmpty());
        var finding = json(get(
                ADMINISTRATOR, "/api/supervision/findings/{id}", findings.get(0).get("id")));
        assertThat(String.valueOf(finding)).contains("2026-10-01 09:00", "党政机关公务用车管理办法", "kilometres");

        var facts = json(get(
                ADMINISTRATOR,
                "/api/telemetry/terminals/{id}/facts?from=2026-10-01T00:00:00Z&to=2026-10-02T00:00:00Z",
                terminal));
        assertThat(String.valueOf(facts)).contains("vehicle.trip", "vehicle.stop", PLATE, "end_latitude");
    }
}
