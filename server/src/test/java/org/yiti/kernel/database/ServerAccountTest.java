package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

class ServerAccountTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient MAKER = JdbcClient.create(HOUSE.superuser());

    private static String objection(String account) throws SQLException {
        try (var connection = HOUSE.as(account).getConnection()) {
            return ServerAccount.objection(connection, TestDatabase.OWNER).orElse("");
        }
    }

    @Test
    void an_account_that_owns_nothing_is_let_in_by_the_owner_and_acts_in_every_role() throws SQLException {
        MAKER.sql("create role let_in login").update();
        assertThat(objection("let_in")).isEmpty();

        try (var owner = HOUSE.dataSource().getConnection()) {
            ServerAccount.letIn(owner, "let_in");
            ServerAccount.letIn(owner, "let_in");
        }

        for (var role : ServerAccount.ROLES) {
            try (var connection = HOUSE.as("let_in").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set role " + role);
            }
        }
        assertThat(objection("let_in")).as("it is as weak as before").isEmpty();
    }

    @Test
    void the_account_of_the_embedded_database_is_made_once() throws SQLException {
        try (var superuser = HOUSE.superuser().getConnection()) {
            ServerAccount.make(superuser);
            ServerAccount.make(superuser);
        }
        assertThat(objection(ServerAccount.EMBEDDED)).isEmpty();
    }

    @Test
    void one_that_might_as_well_be_the_owner_is_refused() throws SQLException {
        MAKER.sql("create role is_above login bypassrls").update();
        MAKER.sql("create role makes_roles login createrole").update();
        MAKER.sql("create role is_member login in role " + TestDatabase.OWNER).update();

        assertThat(objection("postgres")).contains("nosuperuser");
        assertThat(objection("is_above")).contains("nobypassrls");
        assertThat(objection("makes_roles")).contains("nocreaterole");
        assertThat(objection("is_member")).contains("act as yiti, who owns the tables");
    }
}
