package org.yiti.energy.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.identity.secret.Token;
import org.yiti.law.LawBook;

/** Readings come over HTTP and are answered once consumption is made of them; a rule finds what it says. */
class ReadingsJourneyTest extends Journey {

    private static final String READINGS = "/api/energy/readings";
    private static boolean ready;
    private static UUID bureau;
    private static UUID other;

    @Autowired
    private LawBook law;

    @BeforeEach
    void twoInstitutions() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "970910", "name", "读数市", "level", "市级"));
        bureau = institution("RD-1", "读数市机关事务管理局");
        other = institution("RD-2", "读数市档案馆");
        law.resolve();
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "970910"));
    }

    private UUID meter(String code, String institution) {
        return add(
                "energy/meters",
                Map.of("code", code, "name", code, "institutionCode", institution, "level", "分户", "energyKind", "电"));
    }

    private static Map<String, Object> reading(String meter, String time, String register) {
        return Map.of("meter", meter, "time", time, "register", register, "unit", "kWh");
    }

    private static Map<String, Object> batch(String id, List<Map<String, Object>> readings) {
        return Map.of("version", 1, "batch", id, "readings", readings);
    }

    private static List<Map<String, Object>> hourly(String meter, String from, int hours) {
        var at = OffsetDateTime.parse(from);
        var readings = new ArrayList<Map<String, Object>>();
        for (var hour = 0; hour <= hours; hour++) {
            readings.add(reading(meter, at.plusHours(hour).toString(), String.valueOf(1000 + hour * 10)));
        }
        return readings;
    }

    @Test
    void aMonthOfReadingsBecomesConsumptionAndAFinding() {
        var meter = meter("RD-E1", "RD-1");

        var receipt = json(
                post(officer(bureau), READINGS, batch("b-1", hourly("RD-E1", "2026-10-01T00:00:00+08:00", 31 * 24))));

        assertThat(receipt)
                .containsEntry("batch", "b-1")
                .containsEntry("stored", 745)
                .containsEntry("refused", List.of());
        var told = json(get(
                ADMINISTRATOR, "/api/energy/meters/" + meter + "/intervals?from=2026-10-01&to=2026-10-31&grain=month"));
        assertThat(first(told.get("points")))
                .containsEntry("amount", 7440)
                .containsEntry("metered", 7440)
                .containsEntry("covered", 1.0)
                .containsEntry("marks", List.of("NO_TARIFF"));
        var series = json(
                get(ADMINISTRATOR, "/api/energy/meters/" + meter + "/series?from=2026-10-01&to=2026-10-31&step=day"));
        assertThat(((Map<?, ?>) series.get("summary")).get("total")).isEqualTo(7440.0);
        Soon.soon(
                "a finding about the nights",
                () -> database.sql("select rule_id from supervision.finding where institution_id = ?")
                        .param(bureau)
                        .query(String.class)
                        .list(),
                found -> found.contains("energy.night-load"));
    }

    @Test
    void whatAMeterConsumedIsToldByWeeksFromMondayAndByQuartersOfAnHour() {
        var meter = meter("RD-EQ", "RD-1");
        var at = OffsetDateTime.parse("2026-10-01T00:00:00+08:00");
        var readings = new ArrayList<Map<String, Object>>();
        for (var minutes = 0; minutes <= 5 * 24 * 60; minutes += 30) {
            readings.add(reading("RD-EQ", at.plusMinutes(minutes).toString(), String.valueOf(100 + minutes / 30 * 2)));
        }
        post(officer(bureau), READINGS, batch("b-quarters", readings));

        var weeks = points(meter, "from=2026-09-28&to=2026-10-11&grain=week");
        assertThat(weeks)
                .extracting(week -> week.get("start"), week -> week.get("amount"))
                .containsExactly(tuple("2026-09-28T00:00:00+08:00", 4 * 96), tuple("2026-10-05T00:00:00+08:00", 96));

        var quarters = points(meter, "from=2026-10-02&to=2026-10-02&grain=quarterHour");
        assertThat(quarters).hasSize(96);
        assertThat(quarters.get(1))
                .containsEntry("start", "2026-10-02T00:15:00+08:00")
                .containsEntry("end", "2026-10-02T00:30:00+08:00")
                .containsEntry("amount", 1)
                .containsEntry("covered", 1.0);
        assertThat(get(
                        ADMINISTRATOR,
                        "/api/energy/meters/" + meter + "/intervals?from=2026-09-01&to=2026-10-31&grain=quarterHour"))
                .hasStatus(422);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> points(UUID meter, String asked) {
        return (List<Map<String, Object>>)
                json(get(ADMINISTRATOR, "/api/energy/meters/" + meter + "/intervals?" + asked))
                        .get("points");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object list) {
        return ((List<Map<String, Object>>) list).get(0);
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        meter("RD-E2", "RD-1");
        var batch = batch("b-2", hourly("RD-E2", "2026-11-01T00:00:00+08:00", 5));
        assertThat(json(post(officer(bureau), READINGS, batch))).containsEntry("stored", 6);
        assertThat(json(post(officer(bureau), READINGS, batch)))
                .containsEntry("stored", 0)
                .containsEntry("repeated", 6);
    }

    @Test
    void whatCannotBeKeptIsToldOneByOneAndTheOthersAreKept() {
        meter("RD-E3", "RD-1");
        meter("RD-X3", "RD-2");
        var readings = new ArrayList<>(hourly("RD-E3", "2026-11-01T00:00:00+08:00", 1));
        readings.add(reading("RD-X3", "2026-11-01T00:00:00+08:00", "1"));
        readings.add(reading("NOWHERE", "2026-11-01T00:00:00+08:00", "1"));
        readings.add(reading("RD-E3", "2099-11-01T00:00:00+08:00", "1"));
        readings.add(reading("RD-E3", "2026-11-01T02:00:00+08:00", "1.234"));
        var wrongUnit = new HashMap<>(reading("RD-E3", "2026-11-01T03:00:00+08:00", "1"));
        wrongUnit.put("unit", "MWh");
        readings.add(wrongUnit);

        var receipt = json(post(officer(bureau), READINGS, batch("b-3", readings)));

        assertThat(receipt).containsEntry("stored", 2);
        assertThat(receipt.get("refused"))
                .asList()
                .extracting("reading", "type")
                .containsExactly(
                        tuple(2, "/problems/energy/meter-not-known"),
                        tuple(3, "/problems/energy/meter-not-known"),
                        tuple(4, "/problems/energy/reading-of-the-future"),
                        tuple(5, "/problems/meters/register-too-fine"),
                        tuple(6, "/problems/energy/reading-in-other-unit"));
    }

    @Test
    void aReadingThatTheDatabaseWillNeverTakeIsRefusedAloneAndKeepsTheOthersOfItsBatchFromNothing() {
        meter("RD-E6", "RD-1");
        database.sql("alter table energy.raw_reading add constraint no_such_figure check (value <> 1020) not valid")
                .update();
        try {
            var readings = new ArrayList<>(hourly("RD-E6", "2026-11-02T00:00:00+08:00", 4));
            readings.add(0, reading("NOWHERE", "2026-11-01T00:00:00+08:00", "1"));

            var receipt = json(post(officer(bureau), READINGS, batch("b-6", readings)));

            assertThat(receipt).containsEntry("stored", 4);
            assertThat(receipt.get("refused"))
                    .asList()
                    .extracting("reading", "type")
                    .containsExactly(
                            tuple(0, "/problems/energy/meter-not-known"),
                            tuple(3, "/problems/energy/reading-unstorable"));
        } finally {
            database.sql("alter table energy.raw_reading drop constraint no_such_figure")
                    .update();
        }
    }

    private MvcTestResult raw(Account account, String body) {
        return http.post()
                .uri(READINGS)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void aBatchThatDoesNotFitIsRefusedWithItsPlace() {
        var refused = raw(officer(bureau), "{\"version\":1,\n\"batch\":\"b\",\n\"readings\":[{\"metre\":\"x\"}]}");
        assertThat(refused).hasStatus(422);
        assertThat(json(refused)).containsEntry("type", "/problems/energy/batch-unfit");
        assertThat(json(refused).get("title").toString()).contains("3").contains("metre");
        assertThat(raw(officer(bureau), "[" + " ".repeat(1 << 20) + "]")).hasStatus(413);
    }

    @Test
    void whoMayNotBringReadingsBringsNone() {
        var inspector = new Account("in-rd", "督查", Role.INSPECTOR, null, true);
        assertThat(post(inspector, READINGS, batch("b", hourly("RD-E1", "2026-11-01T00:00:00+08:00", 1))))
                .hasStatus(403);
    }

    @Test
    void aMachineWhoseTokenIsForReadingsBringsThemAndDoesNothingElse() {
        meter("RD-E4", "RD-1");
        known(officer(bureau));
        var token = "yiti_gateway-of-a-test-" + UUID.randomUUID();
        database.sql("""
                        insert into identity.api_token (account_id, name, token_hash, permissions, ranges, issued_by, created_at, expires_at)
                        select id, '网关', ?, '{reading.bring}', '{}', 'admin', now(), now() + interval '1 day' from identity.account where account = ?
                        """)
                .param(Token.hash(token))
                .param(officer(bureau).account())
                .update();

        var brought = http.post()
                .uri(READINGS)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"version\":1,\"batch\":\"t\",\"readings\":[{\"meter\":\"RD-E4\",\"time\":\"2026-11-01T00:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}]}")
                .exchange();

        assertThat(brought).hasStatusOk();
        assertThat(json(brought)).containsEntry("stored", 1);
        assertThat(http.get()
                        .uri("/api/energy/meters")
                        .header("Authorization", "Bearer " + token)
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void aMonthIsClosedOnceByWhoKeepsTheLedgersAndNotBeforeItIsOver() {
        var meter = meter("RD-E5", "RD-2");
        post(officer(other), READINGS, batch("b-5", hourly("RD-E5", "2026-09-01T00:00:00+08:00", 48)));
        var wish = Map.of("institutionId", other.toString(), "month", "2026-09");

        assertThat(post(officer(bureau), "/api/energy/closed-months", wish)).hasStatus(403);
        assertThat(post(officer(other), "/api/energy/closed-months", wish)).hasStatus(201);
        assertThat(post(officer(other), "/api/energy/closed-months", wish)).hasStatus(409);
        assertThat(post(
                        officer(other),
                        "/api/energy/closed-months",
                        Map.of("institutionId", other.toString(), "month", "2199-09")))
                .hasStatus(422);
        assertThat(database.sql(
                                "select actor || ' ' || count(*) from safeguard.entry where action = 'month.closed' and institution_id = ? group by actor")
                        .param(other)
                        .query(String.class)
                        .list())
                .containsExactly("account/" + officer(other).account() + " 1");

        post(officer(other), READINGS, batch("b-6", List.of(reading("RD-E5", "2026-09-20T00:00:00+08:00", "2000"))));
        var told = json(get(
                ADMINISTRATOR, "/api/energy/meters/" + meter + "/intervals?from=2026-09-01&to=2026-09-30&grain=month"));
        assertThat(told.get("entries"))
                .asList()
                .extracting("number", "amount")
                .containsExactly(tuple(0, 480), tuple(1, 1000));
    }
}
