package org.yiti.energy.aside;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.Aside;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Receipt;
import org.yiti.energy.source.Sources;
import org.yiti.meters.json.MeterReading;

/** A gateway tells a thing once: what was refused of it waits until its cause is mended, and is then counted. */
class ReadingsAsideJourneyTest extends Journey {

    private static final String ASIDES = "/api/energy/set-aside";
    private static UUID bureau;
    private static UUID other;
    private static int meters;

    @Autowired
    private Intake intake;

    @Autowired
    private Sources sources;

    @Autowired
    private Aside aside;

    @BeforeEach
    void aGateway() {
        if (bureau == null) {
            var division = freshDivision();
            add("organization/divisions", Map.of("code", division, "name", "补录市", "level", "市级"));
            bureau = institution("SR-1", "补录市机关事务管理局", division);
            other = institution("SR-2", "补录市档案馆", division);
            add("energy/sources", Map.of("institutionCode", "SR-1", "name", "gw-aside", "protocol", "MQTT"));
        }
    }

    private UUID institution(String code, String name, String division) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    private static String fresh() {
        return "SR-M" + ++meters;
    }

    private UUID register(String code) {
        return add(
                "energy/meters",
                Map.of("code", code, "name", code, "institutionCode", "SR-1", "level", "分户", "energyKind", "电"));
    }

    private static MeterReading reading(String meter, int hour, String value, String unit) {
        return new MeterReading(
                meter,
                MeterReading.TOTAL,
                null,
                OffsetDateTime.parse("2026-10-01T00:00:00+08:00").plusHours(hour),
                new BigDecimal(value),
                unit,
                MeterReading.Quality.GOOD,
                null);
    }

    private Receipt bring(String source, MeterReading... readings) throws Exception {
        var speaker = sources.broughtBy("mqtt/gw-aside").orElseThrow();
        return intake.bring(new Intake.Batch(
                        source, "b-" + meters, List.of(readings), speaker.institutions(), Locale.CHINESE))
                .get(1, TimeUnit.MINUTES);
    }

    private List<Map<String, Object>> waiting(String meter) {
        return items(get(officer(bureau), ASIDES + "?device=" + meter));
    }

    private Map<String, Object> retry(UUID who, Map<String, ?> what) {
        return json(post(officer(who), ASIDES + "/retries", what));
    }

    @Test
    void aReadingOfAMeterThatNobodyKnowsIsCountedOnceTheMeterIsRegistered() throws Exception {
        var meter = fresh();
        bring("mqtt/gw-aside", reading(meter, 0, "100.50", "kWh"), reading(meter, 1, "110.50", "kWh"));
        bring("mqtt/gw-aside", reading(meter, 0, "100.50", "kWh"));

        var its = waiting(meter);
        assertThat(its)
                .as("the same told again is one")
                .hasSize(2)
                .allSatisfy(one -> assertThat(one)
                        .containsEntry("reason", "energy/meter-not-known")
                        .containsEntry("source", "mqtt/gw-aside"));
        assertThat(String.valueOf(its.get(0).get("now"))).contains(meter);
        var ids = its.stream().map(one -> one.get("id")).toList();
        assertThat(retry(bureau, Map.of("ids", ids))).containsEntry("taken", 0).containsEntry("left", 2);
        assertThat(waiting(meter)).as("tried again it is still one").hasSize(2);

        var id = register(meter);
        assertThat(waiting(meter))
                .allSatisfy(one -> assertThat(one).containsEntry("now", null).containsEntry("tries", 1));
        assertThat(json(get(officer(bureau), ASIDES + "/" + ids.get(0)))).containsEntry("now", null);
        assertThat(retry(other, Map.of("ids", ids))).containsEntry("taken", 0);
        assertThat(retry(bureau, Map.of("ids", ids))).containsEntry("taken", 2).containsEntry("left", 0);

        assertThat(waiting(meter)).isEmpty();
        var told = json(
                get(ADMINISTRATOR, "/api/energy/meters/" + id + "/intervals?from=2026-10-01&to=2026-10-01&grain=hour"));
        assertThat(first(told.get("points"))).containsEntry("amount", 10);
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where action = 'aside.taken' and object = any (?)")
                        .param(ids.stream()
                                .map(one -> "energy.set_aside/" + one)
                                .toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void allOfAReasonAreTriedAndWhatIsStillWrongSaysWhatIsWrongNow() throws Exception {
        var meter = fresh();
        bring("mqtt/gw-aside", reading(meter, 0, "1", "m³"), reading(meter, 1, "2", "kWh"));
        register(meter);

        retry(bureau, Map.of("reason", "energy/meter-not-known"));

        assertThat(waiting(meter)).singleElement().satisfies(one -> {
            assertThat(one)
                    .containsEntry("reason", "energy/reading-in-other-unit")
                    .containsEntry("tries", 1);
            assertThat(String.valueOf(one.get("now"))).contains("kWh");
        });
    }

    @Test
    void whoBringsReadingsOverHttpIsToldAndKeepsThem() throws Exception {
        var meter = fresh();

        assertThat(bring("http/somebody", reading(meter, 0, "1", "kWh")).refused())
                .hasSize(1);

        assertThat(waiting(meter)).isEmpty();
    }

    @Test
    void othersNeitherSeeNorDiscardThemAndADiscardedOneIsGoneFromTheList() throws Exception {
        var meter = fresh();
        bring("mqtt/gw-aside", reading(meter, 0, "1", "kWh"));
        var id = waiting(meter).get(0).get("id");

        assertThat(items(get(officer(other), ASIDES + "?device=" + meter))).isEmpty();
        assertThat(get(officer(other), ASIDES + "/" + id)).hasStatus(404);
        var wish = Map.of("ids", List.of(id), "note", "临时表，已拆");
        assertThat(json(post(officer(other), ASIDES + "/discards", wish))).containsEntry("discarded", 0);
        assertThat(json(post(officer(bureau), ASIDES + "/discards", wish))).containsEntry("discarded", 1);
        bring("mqtt/gw-aside", reading(meter, 0, "1", "kWh"));

        assertThat(waiting(meter)).isEmpty();
        assertThat(items(get(officer(bureau), ASIDES + "?discarded=true&device=" + meter)))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("note", "临时表，已拆"));
    }

    @Test
    void whatAGatewayToldBeforeItWasRegisteredIsForWhoeverRegistersIt() {
        var meter = fresh();
        var id = register(meter);
        var gateway = "gw-stranger-" + meters;
        aside.keepAll(
                new Intake.Batch(
                        "mqtt/" + gateway,
                        "s-1",
                        List.of(reading(meter, 0, "1", "kWh"), reading(meter, 1, "4", "kWh")),
                        Set.of(),
                        Locale.CHINESE),
                EnergyRefusal.SOURCE_NOT_KNOWN);

        assertThat(waiting(meter)).as("nobody's yet").isEmpty();
        var ids = items(get(ADMINISTRATOR, ASIDES + "?device=" + gateway)).stream()
                .map(one -> one.get("id"))
                .toList();
        assertThat(ids).hasSize(2);
        assertThat(json(get(ADMINISTRATOR, ASIDES + "/" + ids.get(0))))
                .containsEntry("institutionName", null)
                .satisfies(one -> assertThat(String.valueOf(one.get("now"))).contains(gateway));
        assertThat(json(post(ADMINISTRATOR, ASIDES + "/retries", Map.of("ids", ids))))
                .as("it still is a stranger")
                .containsEntry("left", 2);

        add("energy/sources", Map.of("institutionCode", "SR-1", "name", gateway, "protocol", "MQTT"));

        Soon.soon("they are whose the gateway is", () -> waiting(meter), its -> its.size() == 2);
        assertThat(waiting(meter)).allSatisfy(one -> assertThat(one).containsEntry("now", null));
        assertThat(items(get(officer(other), ASIDES + "?device=" + meter))).isEmpty();
        assertThat(retry(bureau, Map.of("ids", ids))).containsEntry("taken", 2);
        var told = json(
                get(ADMINISTRATOR, "/api/energy/meters/" + id + "/intervals?from=2026-10-01&to=2026-10-01&grain=hour"));
        assertThat(first(told.get("points"))).containsEntry("amount", 3);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object list) {
        return ((List<Map<String, Object>>) list).get(0);
    }
}
