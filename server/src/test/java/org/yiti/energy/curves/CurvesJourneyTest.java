package org.yiti.energy.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.law.LawBook;

class CurvesJourneyTest extends Journey {

    private static boolean ready;
    private static UUID bureau;
    private static UUID tenant;
    private static UUID main;
    private static UUID cooling;
    private static UUID light;

    @Autowired
    private LawBook law;

    /** 10 kWh an hour in all; cooling 6, light 3, and what hangs below for the tenant is out of the bureau's sight. */
    @BeforeEach
    void aMainMeterWithTwoBelowIt() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "970300", "name", "曲线市", "level", "市级"));
        bureau = institution("V-1", "曲线市机关事务管理局");
        tenant = institution("V-2", "曲线市档案馆");
        main = meter("V-E", "V-1", "总电表", Map.of("energyKind", "电"));
        cooling = meter("V-E1", "V-1", "空调", Map.of("energyKind", "电", "parentCode", "V-E", "item", "空调"));
        light = meter("V-E2", "V-2", "照明", Map.of("energyKind", "电", "parentCode", "V-E", "item", "照明插座"));
        read(main, "2026-09-29", "2026-10-02", 10);
        read(cooling, "2026-09-29", "2026-10-02", 6);
        read(light, "2026-09-29", "2026-10-02", 3);
        database.sql("delete from energy.reading where meter_id = :m and at = '2026-09-30 07:00+08'")
                .param("m", main)
                .update();
        law.resolve();
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "970300"));
    }

    private UUID meter(String code, String institution, String name, Map<String, Object> more) {
        var cells = new HashMap<String, Object>(more);
        cells.putAll(Map.of("code", code, "name", name, "institutionCode", institution, "level", "分项"));
        return add("energy/meters", cells);
    }

    private void read(UUID meter, String from, String to, double amount) {
        database.sql("""
                        insert into energy.reading (meter_id, at, amount)
                        select :meter, h, :amount from generate_series(:from::timestamp, :to::timestamp + interval '23 hours', '1 hour') h
                        """)
                .param("meter", meter)
                .param("amount", amount)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private MvcTestResult days(UUID meter, String span) {
        return get(ADMINISTRATOR, "/api/energy/meters/" + meter + "/days" + span);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object node, String name) {
        return (List<Map<String, Object>>) ((Map<String, Object>) node).get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> node(MvcTestResult result, String name) {
        return (Map<String, Object>) json(result).get(name);
    }

    @Test
    void aDayTellsItsHoursAndWhatTheCalendarCallsIt() {
        var days = list(json(days(main, "?from=2026-09-28&to=2026-10-02")), "days");

        assertThat(days).extracting("kind").containsExactly("WORKDAY", "WORKDAY", "WORKDAY", "HOLIDAY", "HOLIDAY");
        assertThat(days).extracting("name").containsExactly(null, null, null, "国庆节", "国庆节");
        assertThat(days.get(0)).containsEntry("hours", null);
        assertThat(days.get(1)).containsEntry("hours", Collections.nCopies(24, 10.0));
        var holed = Arrays.asList((Object[]) Collections.nCopies(24, 10.0).toArray());
        holed.set(7, null);
        assertThat(days.get(2)).containsEntry("hours", holed);
    }

    @Test
    void withoutASpanAMeterTellsTwoYearsToItsLastReading() {
        assertThat(json(days(main, "")))
                .containsEntry("from", "2024-10-02")
                .containsEntry("to", "2026-10-02")
                .containsEntry("known", Map.of("first", "2026-09-29", "last", "2026-10-02"));
    }

    @Test
    void theNightAndItsLimitAreThoseOfThePlaceAndOnlyMainMetersAreLimited() {
        assertThat(node(days(main, ""), "night"))
                .isEqualTo(Map.of("from", 23, "until", 6, "limit", 0.3, "leastDays", 20));
        assertThat(node(days(cooling, ""), "night")).containsEntry("limit", null);
    }

    @Test
    void aMeterWithoutReadingsHasDaysWithoutHours() {
        var dry = meter("V-W", "V-1", "总水表", Map.of("energyKind", "水"));
        var told = json(days(dry, "?from=2026-10-01&to=2026-10-02"));

        assertThat(told).containsEntry("known", null);
        assertThat(list(told, "days"))
                .hasSize(2)
                .allSatisfy(day -> assertThat(day).containsEntry("hours", null));
    }

    @Test
    void partsAreSummedOverTheDaysOnWhichEveryMeterWasReadCompletely() {
        var told = json(get(ADMINISTRATOR, "/api/energy/meters/" + main + "/parts?from=2026-09-01&to=2026-10-31"));

        assertThat(list(told, "parts")).extracting("name").containsExactly("空调", "照明");
        assertThat(list(told.get("whole"), "sums"))
                .extracting("month", "workday", "days", "hours")
                .containsExactly(
                        tuple("2026-09", true, 1, Collections.nCopies(24, 10.0)),
                        tuple("2026-10", false, 2, Collections.nCopies(24, 20.0)));
        assertThat(list(list(told, "parts").get(0), "sums").get(1))
                .containsEntry("hours", Collections.nCopies(24, 12.0));
    }

    @Test
    void whatBelongsToOthersIsNoPartForThoseWhoMayNotSeeIt() {
        var path = "/api/energy/meters/" + main;

        assertThat(list(json(get(officer(bureau), path + "/parts?from=2026-09-01&to=2026-10-31")), "parts"))
                .extracting("name")
                .containsExactly("空调");
        assertThat(node(get(officer(bureau), path + "/days"), "meter")).containsEntry("parts", 1);
        assertThat(get(officer(tenant), path + "/days")).hasStatus(404);
        assertThat(node(get(officer(tenant), "/api/energy/meters/" + light + "/days"), "meter"))
                .containsEntry("parent", null);
    }

    @Test
    void theShareOfTheNightFollowsTheNightOfTheLaw() {
        var told = json(
                get(ADMINISTRATOR, "/api/energy/meters/" + cooling + "/series?from=2026-09-29&to=2026-10-02&step=day"));

        assertThat((Double) ((Map<?, ?>) told.get("summary")).get("nightBaseShare"))
                .isEqualTo(7 / 24.0);
        assertThat((Double) ((Map<?, ?>) told.get("summary")).get("holidayShare"))
                .isEqualTo(0.5);
    }

    @Test
    void aSpanThatNobodyCanLookAtIsRefused() {
        assertThat(days(main, "?from=2010-01-01&to=2026-01-01")).hasStatus(422);
        assertThat(days(main, "?from=2026-01-02&to=2026-01-01")).hasStatus(422);
    }
}
