package org.yiti.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/**
 * Somebody who sends any statement they like over the connection of a server whose account owns nothing: they are the
 * house, and no more than it. What the house cannot do cannot be done to it.
 */
class HouseOwnsNothingTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final String SERVER = "serves_and_owns_nothing";

    @BeforeAll
    static void anAccountThatServes() {
        var superuser = JdbcClient.create(HOUSE.superuser());
        superuser.sql("create role " + SERVER + " login").update();
        superuser
                .sql("grant rule_reader, yiti_scoped, yiti_sees_all, yiti_all, yiti_house to " + SERVER)
                .update();
    }

    static Stream<String> attacks() {
        return Stream.of(
                // the policies
                "alter table fleet.vehicle disable row level security",
                "alter table fleet.vehicle no force row level security",
                "drop policy sees_its_part on fleet.vehicle",
                "create policy mine on fleet.vehicle to public using (true)",
                "alter policy sees_its_part on fleet.vehicle using (true)",
                // the triggers
                "alter table safeguard.entry disable trigger all",
                "alter table safeguard.entry disable trigger only_erases",
                "drop trigger only_erases on safeguard.entry",
                "alter table fleet.vehicle disable trigger all",
                "create trigger mine before insert on fleet.vehicle for each row execute function safeguard.refuse()",
                "set session_replication_role = replica",
                "create or replace function safeguard.refuse() returns trigger language plpgsql as 'begin return old; end'",
                "create or replace function lifeline.record() returns trigger language plpgsql as 'begin return null; end'",
                "alter function safeguard.only_grown() security definer",
                // the tables
                "alter table fleet.vehicle add column mine integer",
                "alter table fleet.vehicle owner to " + SERVER,
                "drop table safeguard.entry",
                "drop schema safeguard cascade",
                "truncate safeguard.entry",
                "truncate fleet.vehicle cascade",
                "truncate lifeline.change",
                "create table safeguard.mine (id integer)",
                "create table public.mine (id integer)",
                "create function facts.mine() returns integer language sql security definer set role = 'yiti' as 'select 1'",
                // the log
                "delete from safeguard.entry",
                "update safeguard.entry set leaf = '{}'",
                "update safeguard.entry set seq = seq + 1",
                "delete from safeguard.head",
                "insert into safeguard.head (size, frontier) values (0, '')",
                "delete from safeguard.tile",
                "update safeguard.checkpoint set note = ''",
                "delete from safeguard.checkpoint",
                "delete from safeguard.verifier_key",
                // the life line
                "delete from lifeline.change",
                "update lifeline.change set actor = 'somebody else'",
                "insert into lifeline.change (actor, ledger, object_id, action) values ('x', 'fleet.vehicle', gen_random_uuid(), 'CHANGED')",
                // becoming somebody else
                "set role " + TestDatabase.OWNER,
                "set session authorization " + TestDatabase.OWNER,
                "alter role " + SERVER + " superuser",
                "grant " + TestDatabase.OWNER + " to " + SERVER,
                "create role another login",
                "alter default privileges for role " + TestDatabase.OWNER + " grant all on tables to " + SERVER,
                "select kernel.let_house_in()",
                "delete from public.flyway_schema_history",
                "copy fleet.vehicle to program 'cat'",
                "copy fleet.vehicle to '/tmp/vehicles'");
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var asked = connection.createStatement()) {
            asked.execute(statement);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefused(String attack) throws SQLException {
        for (var standing : List.of("set role yiti_house", "reset role", "set role yiti_all")) {
            try (var connection = HOUSE.as(SERVER).getConnection()) {
                execute(connection, standing);
                assertThatThrownBy(() -> execute(connection, attack))
                        .as(standing)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                no -> assertThat(no.getSQLState())
                                        .as(no.getMessage())
                                        .isIn("42501", "42809"));
            }
        }
    }

    @Test
    void whatTheHouseHasToDoItMay() throws SQLException {
        try (var connection = HOUSE.as(SERVER).getConnection()) {
            for (var work : List.of(
                    "set role yiti_house",
                    "select count(*) from fleet.vehicle",
                    "select kernel.learn('fleet.vehicle')",
                    "select kernel.learn()",
                    "select telemetry.make_month('2026-05-01')",
                    "select energy.make_month('2026-05-01')",
                    "select telemetry.drop_month('position_202605')",
                    "select telemetry.give_back('2020-01-01')",
                    "create unlogged table ledger.raw_mine (row_no bigint)",
                    "analyze ledger.raw_mine",
                    "set role yiti_scoped",
                    "select * from ledger.raw_mine",
                    "set role yiti_house",
                    "drop table ledger.raw_mine",
                    "create temporary table mine on commit drop as select 1 as one",
                    "set role rule_reader",
                    "select count(*) from facts.vehicle",
                    "reset role")) {
                assertThatCode(() -> execute(connection, work)).as(work).doesNotThrowAnyException();
            }
        }
    }

    private static String entry(int seq) {
        return "(" + seq + ", now(), 'house', 'x.y', 'x', 'done', '{}', '')";
    }

    private static void refuses(Connection connection, String statement) throws SQLException {
        execute(connection, "savepoint before_it");
        assertThatThrownBy(() -> execute(connection, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        no -> assertThat(no.getSQLState()).as(no.getMessage()).isIn("23001", "23505"));
        execute(connection, "rollback to savepoint before_it");
    }

    @Test
    void entriesFollowOneAnotherAndTheHeadTellsOfWhatIsThere() throws SQLException {
        var insert = "insert into safeguard.entry (seq, at, actor, action, object, outcome, leaf, hash) values ";
        var head = "update safeguard.head set frontier = '\\x%2$02d', size = %1$d";
        try (var connection = TestDatabase.fresh().as(SERVER).getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set role yiti_house");
            refuses(connection, insert + entry(2));
            refuses(connection, insert + entry(0));
            refuses(connection, head.formatted(1, 1));
            execute(connection, insert + entry(1) + ", " + entry(2));
            refuses(connection, insert + entry(4));
            refuses(connection, head.formatted(3, 2));
            refuses(connection, head.formatted(1, 2));
            execute(connection, head.formatted(2, 2));
            refuses(connection, insert + entry(1));
            refuses(connection, insert + entry(-1));
            refuses(connection, insert + entry(4) + ", " + entry(5));
            execute(connection, insert + entry(3));
            refuses(connection, head.formatted(1, 3));
            execute(connection, head.formatted(3, 3));
        }
    }
}
