package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitnessTest {

    private static Fitness with(int version, String encoding, boolean mayCreate, boolean extended, boolean extensible) {
        return new Fitness(
                version, version + ".4", "yiti", encoding, mayCreate, false, extended, extensible, false, false, true);
    }

    private static Fitness reader(boolean migrated, boolean there, boolean member, boolean mayGrant) {
        return new Fitness(16, "16.4", "yiti", "UTF8", true, migrated, true, true, there, member, mayGrant);
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
    void an_account_that_cannot_make_the_judging_role_needs_it_made_and_granted() {
        assertThat(reader(false, false, false, false).objection().orElseThrow())
                .contains("create role rule_reader nologin");
        assertThat(reader(false, true, true, false).objection().orElseThrow())
                .contains("grant rule_reader to yiti with admin option")
                .doesNotContain("create role");
        assertThat(reader(false, true, false, true).objection()).isEmpty();
    }

    @Test
    void once_it_is_migrated_being_a_member_of_the_judging_role_is_enough() {
        assertThat(reader(true, true, true, false).objection()).isEmpty();
        assertThat(reader(true, true, false, true).objection()).isPresent();
    }
}
