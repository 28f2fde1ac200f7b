package org.yiti.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;
import org.yiti.identity.Unscoped;

/** Every table, and what was tried against such policies elsewhere. */
class RowSecurityTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient OWNER = HOUSE.jdbc();
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID BELOW = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final Account OFFICER = new Account("o'fficer", "经办人", Role.OFFICER, OURS, false);
    private static final Account ADMINISTRATOR = new Account("admin", "管理员", Role.ADMINISTRATOR, null, true);

    private final ActingDataSource source = new ActingDataSource(HOUSE.dataSource());
    private final JdbcClient database = JdbcClient.create(source);

    @BeforeAll
    static void twoInstitutionsWithAVehicleEach() {
        OWNER.sql("insert into organization.division (code, name, level) values ('930700', '某市', 'CITY')")
                .update();
        institution(OURS, "甲局", null);
        institution(BELOW, "甲局下属", OURS);
        institution(THEIRS, "乙局", null);
        vehicle(OURS, "京A00001");
        vehicle(BELOW, "京A00002");
        vehicle(THEIRS, "京A00003");
    }

    private static void institution(UUID id, String name, UUID parent) {
        OWNER.sql("""
                        insert into organization.institution (id, code, name, kind, level, division_id, parent_id)
                        select :id, :code, :name, 'OFFICE', 'CITY', d.id, :parent::uuid from organization.division d where code = '930700'
                        """)
                .param("id", id)
                .param("code", id.toString().substring(0, 18))
                .param("name", name)
                .param("parent", parent)
                .update();
    }

    private static void vehicle(UUID institution, String plate) {
        OWNER.sql("""
                        insert into fleet.vehicle (institution_id, plate, type, body, energy, brand_model, acquisition, status, mark_status)
                        values (?, ?, 'OTHER', 'SEDAN', 'PETROL', '示范', 'PURCHASE', 'IN_USE', 'MARKED')
                        """).param(institution).param(plate).update();
    }

    private List<String> plates() {
        return database.sql("select plate from fleet.vehicle order by plate")
                .query(String.class)
                .list();
    }

    private List<String> plates(Account account) {
        return Acting.as(account, null, null, this::plates);
    }

    @Test
    void somebodySeesTheirPartOfTheTreeWhateverTheQuestion() {
        assertThat(plates(OFFICER)).containsExactly("京A00001", "京A00002");
        assertThat(plates(ADMINISTRATOR)).hasSize(3);
        assertThat(plates()).as("the house").hasSize(3);
    }

    @Test
    void aRequestNobodySignedInForSeesNothing() {
        Standing.answering(true);
        try {
            assertThat(plates()).isEmpty();
        } finally {
            Standing.answering(false);
        }
    }

    @Test
    void aConnectionForgetsWhomItServedBefore() throws SQLException {
        try (var one = HOUSE.dataSource().getConnection()) {
            var shared = JdbcClient.create(new ActingDataSource(new SingleConnectionDataSource(one, true)));
            var question = "select count(*) from fleet.vehicle";
            assertThat(Acting.as(
                            OFFICER,
                            null,
                            null,
                            () -> shared.sql(question).query(Long.class).single()))
                    .isEqualTo(2);
            assertThat(Acting.as(
                            ADMINISTRATOR,
                            null,
                            null,
                            () -> shared.sql(question).query(Long.class).single()))
                    .isEqualTo(3);
            Standing.answering(true);
            assertThat(shared.sql(question).query(Long.class).single()).isZero();
        } finally {
            Standing.answering(false);
        }
    }

    @Test
    void whoActsMayChangeInTheMiddleOfATransactionAndBackAtASavepoint() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Acting.as(
                OFFICER,
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(plates()).hasSize(2);
                    assertThat(unscoped()).hasSize(3);
                    var before = status.createSavepoint();
                    assertThat(plates(ADMINISTRATOR)).hasSize(3);
                    status.rollbackToSavepoint(before);
                    assertThat(plates()).hasSize(2);
                    assertThat(unscoped()).hasSize(3);
                    assertThat(plates()).hasSize(2);
                }));
        assertThat(plates(OFFICER)).hasSize(2);
    }

    private List<String> unscoped() {
        return Unscoped.because("a test", this::plates);
    }

    private void refuses(String statement) {
        assertThatThrownBy(
                        () -> Acting.as(OFFICER, () -> database.sql(statement).update()))
                .as(statement)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void nothingIsPutIntoOrMovedToAnotherPart() {
        refuses("update fleet.vehicle set institution_id = '" + THEIRS + "' where plate = '京A00001'");
        refuses("insert into fleet.vehicle_quota (institution_id, type, quota, starts_on) values ('" + THEIRS
                + "', 'OTHER', 1, '2026-01-01')");
        assertThat(Acting.as(
                        OFFICER,
                        null,
                        null,
                        () -> database.sql("update fleet.vehicle set brand_model = 'x' where plate = '京A00003'")
                                .update()))
                .isZero();
        assertThat(Acting.as(
                        OFFICER,
                        null,
                        null,
                        () -> database.sql("delete from fleet.vehicle where plate = '京A00003'")
                                .update()))
                .isZero();
    }

    @Test
    void findingsAndTheAuditLogAreForWhoMaySettleAndAudit() {
        var auditor = new Account("auditor", "审计", Role.AUDIT_ADMINISTRATOR, null, true);
        var inspector = new Account("inspector", "督查", Role.INSPECTOR, null, true);
        var entries = "select count(*) from safeguard.entry";
        OWNER.sql("""
                        insert into safeguard.entry (seq, at, actor, action, object, outcome, leaf, hash, institution_id)
                        values (1, now(), 'house', 'x.y', 'x', 'done', '{}', ''::bytea, ?), (2, now(), 'house', 'x.y', 'x', 'done', '{}', ''::bytea, null)
                        """).param(OURS).update();
        for (var blind : List.of(OFFICER, ADMINISTRATOR, inspector)) {
            assertThat(counted(blind, entries)).as(blind.account()).isZero();
        }
        assertThat(counted(auditor, entries)).isEqualTo(2);
        assertThat(counted(new Account("a", "审计", Role.AUDIT_ADMINISTRATOR, OURS, false), entries))
                .isEqualTo(1);
        assertThat(counted(auditor, "select count(*) from fleet.vehicle")).isZero();
        assertThat(counted(inspector, "select count(*) from fleet.vehicle")).isEqualTo(3);
        assertThat(Acting.as(
                        inspector,
                        null,
                        null,
                        () -> database.sql("update fleet.vehicle set brand_model = 'x'")
                                .update()))
                .isZero();
    }

    private long counted(Account account, String question) {
        return Acting.as(
                account,
                null,
                null,
                () -> database.sql(question).query(Long.class).single());
    }

    @Test
    void anInstitutionIsAddedBelowOnesOwnAndNowhereElse() {
        var insert = """
                insert into organization.institution (code, name, kind, level, division_id, parent_id)
                select '%s', '%s', 'OFFICE', 'CITY', d.id, '%s' from organization.division d where code = '930700'
                """;
        Acting.as(
                OFFICER,
                () -> database.sql(insert.formatted("MINE", "新设", BELOW)).update());
        refuses(insert.formatted("NOT MINE", "别处", THEIRS));
        assertThat(OWNER.sql(
                                "select count(*) from organization.below b join organization.institution i on i.id = b.member where i.code = 'MINE'")
                        .query(Long.class)
                        .single())
                .as("itself, its parent and that one's")
                .isEqualTo(3);
        OWNER.sql("delete from organization.institution where code = 'MINE'").update();
    }

    @Test
    void aFunctionInTheConditionSeesPermittedRowsOnly() {
        OWNER.sql("""
                create or replace function public.tells(plate text) returns boolean language plpgsql cost 0.0000001 as $$
                begin
                    if plate = '京A00003' then raise exception 'saw %', plate; end if;
                    return true;
                end $$
                """).update();
        var question = "select count(*) from fleet.vehicle where public.tells(plate)";
        assertThat(Acting.as(
                        OFFICER,
                        null,
                        null,
                        () -> database.sql(question).query(Long.class).single()))
                .isEqualTo(2);
        assertThatThrownBy(() -> database.sql(question).query(Long.class).single())
                .as("the house")
                .hasStackTraceContaining("saw 京A00003");
    }

    @Test
    void whoSeesAPartSearchesByTheIndexAndNotThroughEverybodysRows() {
        var plan = Acting.as(
                OFFICER,
                null,
                null,
                () -> new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
                    database.sql("set local enable_seqscan = off").update();
                    return database.sql("explain select from fleet.vehicle t"
                                    + " where kernel.fragments(t.plate, t.brand_model, t.vin) @> array['京a']")
                            .query(String.class)
                            .list();
                }));

        assertThat(plan).anyMatch(line -> line.contains("vehicle_search"));
    }

    @Test
    void whatWasDoneElsewhereToAnObjectComesAlongWithIt() {
        OWNER.sql("update fleet.vehicle set institution_id = ? where plate = '京A00003'")
                .param(OURS)
                .update();
        try {
            assertThat(Acting.as(
                            OFFICER,
                            null,
                            null,
                            () -> database.sql("""
                            select count(*) from lifeline.change where institution_id = ?
                            """)
                                    .param(THEIRS)
                                    .query(Long.class)
                                    .single()))
                    .as("the vehicle's beginning, at the other institution")
                    .isPositive();
        } finally {
            OWNER.sql("update fleet.vehicle set institution_id = ? where plate = '京A00003'")
                    .param(THEIRS)
                    .update();
        }
    }

    @Test
    void aDatabaseRestoredWithoutItsGrantsGetsThemBack() throws IOException, SQLException {
        var restored = TestDatabase.fresh();
        restored.jdbc()
                .sql("revoke all on all tables in schema fleet, organization from yiti_scoped")
                .update();
        try (Connection connection = restored.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(
                    Path.of("src/main/resources/db/migration/__root/afterMigrate__accounts_are_let_in.sql")));
        }
        var there = JdbcClient.create(new ActingDataSource(restored.dataSource()));
        assertThat(Acting.as(
                        OFFICER,
                        null,
                        null,
                        () -> there.sql("select count(*) from fleet.vehicle")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    /** As in production: the account owns its database and may create roles, and nothing more. */
    @Test
    void anOwnerWithoutPowersServesTheHouse() {
        var restricted = TestDatabase.ownedBy("plain_owner");
        Flyway.configure()
                .dataSource(restricted)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        var house = JdbcClient.create(new ActingDataSource(restricted));
        house.sql("insert into organization.division (code, name, level) values ('930702', '某市', 'CITY')")
                .update();
        house.sql("""
                insert into organization.institution (id, code, name, kind, level, division_id)
                select ?, 'X', '某局', 'OFFICE', 'CITY', d.id from organization.division d
                """).param(OURS).update();
        var insert = "insert into fleet.driver (institution_id, name, code) values ('" + OURS + "', '某人', 'D1')";
        assertThat(Acting.as(OFFICER, null, null, () -> house.sql(insert).update()))
                .isEqualTo(1);
        assertThat(house.sql("select count(*) from lifeline.change where ledger = 'fleet.driver'")
                        .query(Long.class)
                        .single())
                .as("written by a trigger that runs as the owner")
                .isEqualTo(1);
        assertThat(house.sql("select count(*) from facts.driver")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(Acting.as(
                        ADMINISTRATOR,
                        null,
                        null,
                        () -> house.sql("select count(*) from facts.driver")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }
}
