package org.yiti.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yiti.TestDatabase;

/** Whatever the database refuses in identity is worded, or cannot be brought about by anything that somebody sends. */
class ConstraintsTest {

    /** Kinds that enums write; what is drawn by chance; what our own statements keep. */
    private static final Set<String> OF_OUR_OWN_MAKING = Set.of(
            "role_is_known",
            "granted_role_is_known",
            "authenticator_kind_is_known",
            "challenge_purpose_is_known",
            "attempt_purpose_is_known",
            "invitation_is_unique",
            "session_token_is_unique",
            "api_token_is_unique",
            "user_handle_is_unique",
            "api_token_permits_something",
            "api_token_lives_a_year_at_most",
            "only_signing_in_begins_without_an_account",
            "attempt_to_link_is_somebodys",
            "attempt_by_invitation_has_one",
            "what_was_left_is_named_once");

    /** By a trigger, and so in no catalogue. */
    private static final Set<String> RAISED =
            Set.of("nobody_grants_themselves", "a_delegation_is_not_passed_on", "an_office_is_somebodys");

    @Test
    void everyConstraintIsWordedOrOfOurOwnMaking() {
        var there = new TreeSet<>(TestDatabase.fresh().jdbc().sql("""
                        select conname from pg_constraint
                         where connamespace = 'identity'::regnamespace and contype in ('c', 'u', 'x')
                        union
                        select indexrelid::regclass::text from pg_index
                         where indisunique and not indisprimary and indrelid::regclass::text like 'identity.%'
                           and not exists (select from pg_constraint where conindid = indexrelid)
                        """).query(String.class).list().stream()
                .map(name -> name.replace("identity.", ""))
                .toList());
        var known = new TreeSet<>(RAISED);
        assertThat(Constraints.REFUSALS).containsKeys(known.toArray(String[]::new));

        known.clear();
        known.addAll(Constraints.REFUSALS.keySet());
        known.removeAll(RAISED);
        known.addAll(OF_OUR_OWN_MAKING);
        assertThat(there).isEqualTo(known);
    }
}
