package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.TestDatabase;

class FitnessTest {

    private static Fitness with(int version, String encoding, boolean mayCreate, boolean extended, boolean extensible) {
        return new Fitness(
                version, version + ".4", "yiti", encoding, mayCreate, extended, extensible, List.of(), List.of());
    }

    private static String objection(List<String> forbidden, List<String> missing) {
        return new Fitness(16, "16.4", "yiti", "UTF8", true, true, true, forbidden, missing)
                .objection()
                .orElseThrow();
    }

    @Test
    void a_database_that_has_all_is_taken() {
        assertThat(with(15, "UTF8", true, false, true).objection()).isEmpty();
        assertThat(with(18, "UTF8", true, true, false).objection()).isEmpty();
    }

    @Test
    void an_old_version_is_refused() {
        assertThat(with(14, "UTF8", true, true, true).objection())
                .hasValue("is version 14.4, which is too old: Yiti needs 15 or newer.");
    }

    @Test
    void what_is_missing_is_named_with_the_way_out() {
        assertThat(with(16, "SQL_ASCII", true, true, true).objection().orElseThrow())
                .contains("SQL_ASCII", "encoding 'UTF8'");
        assertThat(with(16, "UTF8", false, true, true).objection().orElseThrow())
                .contains("owner to yiti");
        assertThat(with(16, "UTF8", true, false, false).objection().orElseThrow())
                .contains("btree_gist", "postgresql-contrib");
    }

    @Test
    void an_account_that_cannot_make_the_roles_needs_them_made_and_granted() {
        assertThat(objection(List.of(), List.of("rule_reader", "yiti_all")))
                .contains("create role rule_reader nologin; create role yiti_all nologin; ")
                .endsWith("grant rule_reader, yiti_all to yiti with admin option.");
        assertThat(objection(List.of("rule_reader"), List.of("yiti_all")))
                .contains("grant rule_reader to yiti with admin option")
                .doesNotContain("create role");
    }

    @Test
    void a_superuser_of_a_new_cluster_lacks_nothing() throws SQLException {
        try (var connection = TestDatabase.fresh().superuser().getConnection()) {
            assertThat(Fitness.of(connection).objection()).isEmpty();
        }
    }

    @Test
    void an_account_without_any_right_lacks_every_role_that_is_there() throws SQLException {
        var database = TestDatabase.fresh();
        database.jdbc().sql("create role unfit_one login").update();
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role unfit_one");
            assertThat(Fitness.of(connection).forbidden())
                    .containsExactly("rule_reader", "yiti_all", "yiti_house", "yiti_scoped", "yiti_sees_all");
            statement.execute(
                    "reset role; grant yiti_all, yiti_house, yiti_scoped, yiti_sees_all, rule_reader to unfit_one; set role unfit_one");
            assertThat(Fitness.of(connection).forbidden()).isEmpty();
        }
    }
}
