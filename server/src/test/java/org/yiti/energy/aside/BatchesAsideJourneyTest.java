package org.yiti.energy.aside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.energy.intake.BatchesApart;

/** Batches that were refused as a whole wait where whoever can mend the gateway sees what is wrong, and where. */
class BatchesAsideJourneyTest extends Journey {

    private static final String ASIDES = "/api/energy/batches/set-aside";
    private static final String MALFORMED = "/problems/meters/json-malformed";
    private static UUID bureau;
    private static UUID other;
    private static int gateways;

    @Autowired
    private BatchesApart apart;

    @BeforeEach
    void twoInstitutions() {
        if (bureau == null) {
            var division = freshDivision();
            add("organization/divisions", Map.of("code", division, "name", "整批市", "level", "市级"));
            bureau = institution("WBA-1", "整批市机关事务管理局", division);
            other = institution("WBA-2", "整批市档案馆", division);
        }
    }

    private UUID institution(String code, String name, String division) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    private String gateway() {
        var name = "gw-whole-" + ++gateways;
        add("energy/sources", Map.of("institutionCode", "WBA-1", "name", name, "protocol", "MQTT"));
        return name;
    }

    private Object kept(String gateway, UUID institution, String body, String type) {
        apart.keep(new BatchesApart.Sender("mqtt/" + gateway, institution), body.getBytes(UTF_8), type);
        return items(get(ADMINISTRATOR, ASIDES + "?device=" + gateway)).get(0).get("id");
    }

    private List<Map<String, Object>> waiting(UUID who, String device) {
        return items(get(officer(who), ASIDES + "?device=" + device));
    }

    private Map<String, Object> one(Object id) {
        return json(get(officer(bureau), ASIDES + "/" + id));
    }

    private static String batch(String gateway, String meter) {
        return """
                {"version": 1, "batch": "w-1", "gateway": "%s", "readings": [
                 {"meter": "%s", "time": "2026-10-01T00:00:00+08:00", "register": 1, "unit": "kWh"},
                 {"meter": "%s", "time": "2026-10-01T01:00:00+08:00", "register": 5, "unit": "kWh"},
                 {"meter": "%s", "time": "2026-10-01T02:00:00+08:00", "register": 6, "unit": "m³"}]}
                """.formatted(gateway, meter, meter, meter);
    }

    @Test
    void oneThatCannotBeReadSaysWhereAndWhatStandsThere() {
        var gateway = gateway();
        var body = "{\"version\": 1, \"batch\": \"<img src=x onerror=alert(1)>\",\n \"readings\": [{\"meter\" 7}]}";

        var id = kept(gateway, bureau, body, MALFORMED);

        assertThat(waiting(bureau, gateway))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("source", "mqtt/" + gateway)
                        .containsEntry("reason", "meters/json-malformed")
                        .containsEntry("size", body.length()));
        var whole = one(id);
        assertThat(String.valueOf(whole.get("now"))).startsWith("第 2 行第 ");
        assertThat(String.valueOf(((Map<?, ?>) whole.get("excerpt")).get("before")))
                .as("as it is, for the page to show as text")
                .contains("<img src=x onerror=alert(1)>")
                .contains("{\"meter\"");
        assertThat(json(post(officer(bureau), ASIDES + "/retries", Map.of("ids", List.of(id)))))
                .containsEntry("taken", 0)
                .containsEntry("left", 1);
    }

    @Test
    void oneThatNamesAnotherGatewayIsTakenAsOfTheOneThatSentItOnceSomebodySaysSo() {
        var gateway = gateway();
        var meter = "WBA-M" + gateways;
        var number = add(
                "energy/meters",
                Map.of("code", meter, "name", meter, "institutionCode", "WBA-1", "level", "分户", "energyKind", "电"));
        var id = kept(gateway, bureau, batch("gw-old-name", meter), "/problems/energy/source-is-another");
        assertThat(one(id))
                .containsEntry("now", null)
                .containsEntry("gateway", "gw-old-name")
                .containsEntry("readings", 3);

        var wish = Map.of("ids", List.of(id));
        assertThat(json(post(officer(other), ASIDES + "/retries", wish))).containsEntry("taken", 0);
        assertThat(json(post(officer(bureau), ASIDES + "/retries", wish)))
                .containsEntry("taken", 1)
                .containsEntry("left", 0);

        assertThat(waiting(bureau, gateway)).isEmpty();
        var told = json(get(
                ADMINISTRATOR, "/api/energy/meters/" + number + "/intervals?from=2026-10-01&to=2026-10-01&grain=hour"));
        assertThat(((Map<?, ?>) ((List<?>) told.get("points")).get(0)).get("amount"))
                .isEqualTo(4);
        assertThat(items(get(officer(bureau), "/api/energy/set-aside?device=" + meter)))
                .as("what of it cannot be taken waits by itself")
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("reason", "energy/reading-in-other-unit"));
    }

    @Test
    void whatCameBeforeTheGatewayWasRegisteredIsForWhoeverRegistersIt() {
        var gateway = "gw-whole-stranger";
        var id = kept(gateway, null, batch("gw-old-name", "WBA-NONE"), "/problems/energy/source-is-another");
        assertThat(waiting(bureau, gateway)).as("nobody's yet").isEmpty();
        assertThat(json(post(ADMINISTRATOR, ASIDES + "/retries", Map.of("ids", List.of(id)))))
                .as("it still is a stranger")
                .containsEntry("left", 1);

        add("energy/sources", Map.of("institutionCode", "WBA-1", "name", gateway, "protocol", "MQTT"));

        Soon.soon("it is whose the gateway is", () -> waiting(bureau, gateway), its -> its.size() == 1);
        assertThat(waiting(other, gateway)).isEmpty();
    }

    @Test
    void othersNeitherSeeNorDiscardOneAndADiscardedOneIsGoneFromTheList() {
        var gateway = gateway();
        var id = kept(gateway, bureau, "{", MALFORMED);

        assertThat(get(officer(other), ASIDES + "/" + id)).hasStatus(404);
        var wish = Map.of("ids", List.of(id), "note", "固件已升级");
        assertThat(json(post(officer(other), ASIDES + "/discards", wish))).containsEntry("discarded", 0);
        assertThat(json(post(officer(bureau), ASIDES + "/discards", wish))).containsEntry("discarded", 1);
        apart.keep(new BatchesApart.Sender("mqtt/" + gateway, bureau), "{".getBytes(UTF_8), MALFORMED);

        assertThat(waiting(bureau, gateway)).isEmpty();
        assertThat(items(get(officer(bureau), ASIDES + "?discarded=true&device=" + gateway)))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("note", "固件已升级"));
    }

    @Test
    void oneBroughtOverHttpIsToldAndKeptForWhoeverLooksAfterTheMachine() {
        var body = "{\"version\": 1, \"batch\": \"h-%s\", \"readings\": [}".formatted(UUID.randomUUID());
        assertThat(http.post()
                        .uri("/api/energy/readings")
                        .with(as(officer(bureau)))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatus(422);

        assertThat(waiting(bureau, "http/"))
                .anySatisfy(one -> assertThat(one)
                        .containsEntry("reason", "meters/json-malformed")
                        .containsEntry("size", body.length()));
        assertThat(waiting(other, "http/")).noneSatisfy(one -> assertThat(one).containsEntry("size", body.length()));
    }
}
