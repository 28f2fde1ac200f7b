package org.yiti.identity.grant;

import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.ConstraintNames;

/** What the database never lets be, whoever asks and by whatever way, in the words of identity. */
public final class Constraints {

    static final Map<String, IdentityRefusal> REFUSALS = Map.ofEntries(
            Map.entry("account_is_unique", IdentityRefusal.ACCOUNT_TAKEN),
            Map.entry("account_of_person", IdentityRefusal.PERSON_HAS_ACCOUNT),
            Map.entry("nobody_grants_themselves", IdentityRefusal.OWN_ACCOUNT),
            Map.entry("a_role_or_a_permission_is_granted", IdentityRefusal.ROLE_OR_PERMISSION),
            Map.entry("a_grant_ends_after_it_starts", IdentityRefusal.TERM_NOT_POSSIBLE),
            Map.entry("one_person_has_one_administrators_duty", IdentityRefusal.ANOTHER_DUTY_HELD),
            Map.entry("an_office_is_somebodys", IdentityRefusal.OFFICE_OF_NOBODY),
            Map.entry("the_house_is_nobodys_account", IdentityRefusal.ACCOUNT_TAKEN),
            Map.entry("administrators_duties_are_granted_as_roles", IdentityRefusal.NOT_TO_BE_DELEGATED),
            Map.entry("administrators_duties_are_not_delegated", IdentityRefusal.NOT_TO_BE_DELEGATED),
            Map.entry("a_delegation_is_not_passed_on", IdentityRefusal.NOT_TO_BE_DELEGATED),
            Map.entry("a_delegation_has_an_end", IdentityRefusal.DELEGATION_TOO_LONG),
            Map.entry("a_delegation_lasts_thirty_days_at_most", IdentityRefusal.DELEGATION_TOO_LONG),
            Map.entry("passkey_belongs_to_one_account", IdentityRefusal.PASSKEY_NOT_ACCEPTED),
            Map.entry("provider_subject_belongs_to_one_account", IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED),
            Map.entry("account_has_one_link_with_a_provider", IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED));

    private static final ConstraintNames NAMES = new ConstraintNames();

    private Constraints() {}

    /** @param facts that the words need */
    public static RuntimeException worded(DataIntegrityViolationException never, Map<String, ?> facts) {
        return Optional.ofNullable(REFUSALS.get(NAMES.of(never)))
                .<RuntimeException>map(refusal -> new Refused(refusal, facts))
                .orElse(never);
    }
}
