package org.yiti.safeguard.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.yiti.Journey;
import org.yiti.TestDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.kernel.Refused;
import org.yiti.kernel.Retained;

class RetentionJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("retention", "督查", Role.INSPECTOR, null, true);

    @Autowired
    private Periods periods;

    @Autowired
    private List<Retained> retained;

    private Map<String, Object> due(String id) {
        return list(get(ADMINISTRATOR, "/api/safeguard/retention")).stream()
                .filter(period -> period.get("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasKeptLongEnoughIsCountedThenDeletedAndTheLogKeepsThatItWas() {
        database.sql("""
                        insert into workbook.export_request (ledger, format, filters, rows, purpose, reason, requested_by,
                               requested_at, expires_at)
                        select 'fleet.driver', 'csv', '{}', 1, 'SERVICE', '很久以前', 'somebody', at, at
                          from (values (now() - interval '6 years'), (now() - interval '4 years')) v (at)
                        """).update();

        assertThat(due("exports")).containsEntry("due", 1).containsEntry("atLeastDays", 1096);
        assertThat(json(post(ADMINISTRATOR, "/api/safeguard/retention/runs", Map.of())))
                .containsKey("deleted");

        assertThat(due("exports")).containsEntry("due", 0);
        assertThat(database.sql("select count(*) from workbook.export_request where reason = '很久以前'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=1&action=data.purged"))
                        .get(0))
                .containsEntry("object", "retention/exports");
    }

    @Test
    void whatCannotBeToldOfIsNotDeleted() {
        database.sql("""
                        insert into workbook.export_request (ledger, format, filters, rows, purpose, reason, requested_by,
                               requested_at, expires_at)
                        values ('fleet.driver', 'csv', '{}', 1, 'SERVICE', '记不下来', 'somebody', now() - interval '6 years', now() - interval '6 years')
                        """).update();
        database.sql(
                        "alter table safeguard.entry add constraint the_log_is_full check (action <> 'data.purged') not valid")
                .update();

        assertThat(post(ADMINISTRATOR, "/api/safeguard/retention/runs", Map.of())
                        .getResponse()
                        .getStatus())
                .isGreaterThanOrEqualTo(400);

        assertThat(due("exports")).containsEntry("due", 1);
        database.sql("alter table safeguard.entry drop constraint the_log_is_full")
                .update();
        assertThat(post(ADMINISTRATOR, "/api/safeguard/retention/runs", Map.of()))
                .hasStatusOk();
        assertThat(due("exports")).containsEntry("due", 0);
    }

    @Test
    void factsOfTracksAndRequestsForCasesEndAsWell() {
        database.sql("""
                        insert into telemetry.fact (terminal, kind, about, started_at, ended_at, known_at, settled, figures)
                        select 990001, 'vehicle.trip', '', at, at, at, true, '{}'::jsonb
                          from (values (now() - interval '6 years'), (now() - interval '4 years')) v (at)
                        """).update();
        var one = database.sql("""
                        insert into supervision.case_file (opened_on, institution_id, stage, opened_at, opened_by)
                        values (current_date, gen_random_uuid(), 'ALERT', now(), 'somebody') returning id
                        """).query(java.util.UUID.class).single();
        database.sql("""
                        insert into supervision.case_package (case_id, purpose, reason, requested_by, requested_at, expires_at)
                        select ?, 'INSPECTION', '很久以前', 'somebody', at, at
                          from (values (now() - interval '6 years'), (now() - interval '4 years')) v (at)
                        """).param(one).update();
        assertThat(due("terminal-facts")).containsEntry("due", 1);
        assertThat(due("case-packages")).containsEntry("due", 1).containsEntry("atLeastDays", 1096);

        assertThat(post(ADMINISTRATOR, "/api/safeguard/retention/runs", Map.of()))
                .hasStatusOk();

        assertThat(database.sql("select count(*) from telemetry.fact where terminal = 990001")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(database.sql("select count(*) from supervision.case_package where case_id = ?")
                        .param(one)
                        .query(Long.class)
                        .single())
                .isOne();
        database.sql("delete from telemetry.fact where terminal = 990001").update();
    }

    private static JdbcClient readings() {
        var database = TestDatabase.fresh().jdbc();
        database.sql("""
                        insert into safeguard.entry (seq, at, actor, action, object, outcome, salt, clear, leaf, hash, rows)
                        select n, timestamptz '2026-01-01' + n * interval '1 year', 'account/li', 'data.read', 'ledger/organization.person', 'done',
                               '\\x01', '{"read": "organization.person 1: name"}', '{}', '\\x02', array[gen_random_uuid()]
                          from generate_series(1, 2) n
                        """).update();
        return database;
    }

    private static long told(JdbcClient database) {
        return database.sql(
                        "select count(*) from safeguard.entry where rows is not null and clear is not null and salt is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void whoseDataWasReadIsErasedWithTheRestAndTheEntryStays() {
        var database = readings();
        var clearText = new ClearText(database);
        var between = Instant.parse("2027-06-01T00:00:00Z");

        assertThat(clearText.count(between)).isOne();
        assertThat(clearText.purge(between, 10)).isOne();

        assertThat(clearText.count(between)).isZero();
        assertThat(told(database)).isOne();
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where rows is null and clear is null and salt is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoseDataWasReadIsNeverRewritten() {
        var database = readings();

        assertThatThrownBy(() -> database.sql("update safeguard.entry set rows = array[gen_random_uuid()]")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("cannot be changed");
        assertThat(told(database)).isEqualTo(2);
    }

    @Test
    void noOneElseDeletesAnything() {
        assertThat(get(INSPECTOR, "/api/safeguard/retention")).hasStatus(403);
        assertThat(post(INSPECTOR, "/api/safeguard/retention/runs", Map.of())).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 182})
    void logsAreNeverKeptForLessThanTheLawAsksFor(int days) {
        var settings = new MockEnvironment().withProperty("yiti.retention.network-logs", Integer.toString(days));

        assertThatThrownBy(() -> new Periods(Clock.systemUTC(), settings)).isInstanceOf(Refused.class);
    }

    @Test
    void aHouseMayKeepLongerOrDownToTheMinimum() {
        var settings = new MockEnvironment().withProperty("yiti.retention.network-logs", "183");

        assertThat(new Periods(Clock.systemUTC(), settings).inForce())
                .filteredOn(period -> period.id().equals("network-logs"))
                .singleElement()
                .satisfies(period -> assertThat(period.keepDays()).isEqualTo(183));
    }

    @Test
    void aFileThatKeepsLessThanItsOwnMinimumIsRefused() {
        var file = """
                - id: network-logs
                  title: { zh: 日志, en: Logs }
                  from: 2017-06-01
                  at_least_days: 183
                  keep_days: 90
                  source: 网络安全法
                """;

        assertThatThrownBy(() -> Periods.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void everyPeriodNamesItsSourceAndIsKeptBySomething() throws Exception {
        try (var file = new FileInputStream("../standards/retention.yml")) {
            assertThat(Periods.read(file))
                    .isNotEmpty()
                    .allSatisfy(period -> assertThat(period.source()).contains("第"));
        }
        var kept = periods.inForce().stream().map(Period::id).toList();
        assertThat(retained.stream().map(Retained::period)).containsAll(kept).isSubsetOf(kept);
        assertThat(list(get(ADMINISTRATOR, "/api/safeguard/retention")))
                .extracting(due -> due.get("id"))
                .isEqualTo(kept);
    }
}
