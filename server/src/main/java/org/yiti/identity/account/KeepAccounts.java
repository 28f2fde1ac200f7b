package org.yiti.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Role;
import org.yiti.identity.Scope;
import org.yiti.identity.grant.Constraints;
import org.yiti.identity.token.ApiTokens;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * The system administrator opens, changes and closes the accounts of their part of the tree. None of it gives the
 * account a right: that is the security administrator's. What is closed loses
 * all it had: opened again, it begins anew.
 */
@UseCase
class KeepAccounts {

    /**
     * @param account what is signed in with, for good
     * @param role what it is opened for, as the security administrator shall see; everything likewise
     * @param personId whose it is; null for a machine
     * @param institutionId where they work; null only for one that sees everything
     */
    record Opening(
            @NotBlank @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}")
            String account,

            @NotBlank @Size(max = 50) String name,
            @NotNull Role role,
            @Nullable UUID personId,
            @Nullable UUID institutionId,
            boolean everything) {}

    /** @param personId whose it is, where that was not known so far */
    record Change(
            @NotBlank @Size(max = 50) String name,
            @NotNull Role role,
            @Nullable UUID personId,
            @Nullable UUID institutionId,
            boolean everything,
            boolean enabled) {}

    private final OwnPart part;
    private final TakeEverything take;
    private final ApiTokens tokens;
    private final TakenNames taken;
    private final JdbcClient database;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    KeepAccounts(
            OwnPart part,
            TakeEverything take,
            ApiTokens tokens,
            TakenNames taken,
            JdbcClient database,
            Scope scope,
            ApplicationEventPublisher events) {
        this.part = part;
        this.take = take;
        this.tokens = tokens;
        this.taken = taken;
        this.database = database;
        this.scope = scope;
        this.events = events;
    }

    long open(Opening wish) {
        part.refuseBeyond(wish.institutionId(), wish.everything());
        taken.refuseIfTooMany(scope.account().account());
        if (wish.personId() != null) {
            part.refuseUnknownPerson(wish.personId());
        }
        try {
            var id = database.sql("""
                            insert into identity.account (account, name, role, person_id, institution_id, everything, opened_by)
                            values (:account, :name, :role, :person, :institution, :everything, :by) returning id
                            """)
                    .param("account", wish.account())
                    .param("name", wish.name())
                    .param("role", wish.role().name())
                    .param("person", wish.personId(), Types.OTHER)
                    .param("institution", wish.institutionId(), Types.OTHER)
                    .param("everything", wish.everything())
                    .param("by", scope.account().account())
                    .query(Long.class)
                    .single();
            tell(What.OPENED, wish.account(), wish.institutionId());
            return id;
        } catch (DataIntegrityViolationException never) {
            var worded = Constraints.worded(never, Map.of("account", wish.account()));
            if (worded instanceof Refused no && no.refusal() == IdentityRefusal.ACCOUNT_TAKEN) {
                taken.add(scope.account().account());
            }
            throw worded;
        }
    }

    void change(long id, Change wish) {
        var before = part.account(id);
        boolean closes = before.enabled() && !wish.enabled();
        if (closes) {
            part.accountWithin(id);
        }
        part.refuseBeyond(wish.institutionId(), wish.everything());
        if (before.personId() == null && wish.personId() != null) {
            bind(id, wish.personId());
            if (!before.arrived()) {
                tokens.revokeAll(id);
            }
        }
        if (closes) {
            take.from(id);
        }
        write(id, wish);
        tell(
                closes ? What.CLOSED : What.CHANGED,
                before.account(),
                closes ? before.institutionId() : wish.institutionId());
    }

    private void write(long id, Change wish) {
        try {
            database.sql("""
                        update identity.account
                           set name = :name, role = :role, institution_id = :institution, everything = :everything, enabled = :enabled,
                               left_at = case when not :enabled then left_at end, left_by = case when not :enabled then left_by end
                         where id = :id
                        """)
                    .param("name", wish.name())
                    .param("role", wish.role().name())
                    .param("institution", wish.institutionId(), Types.OTHER)
                    .param("everything", wish.everything())
                    .param("enabled", wish.enabled())
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException another) {
            throw Constraints.worded(another, Map.of());
        }
    }

    /** Whose offices the account has are from now on the person's, who may have another already; a machine it is no more. */
    private void bind(long id, UUID person) {
        part.refuseUnknownPerson(person);
        try {
            database.sql("update identity.account set person_id = :person where id = :id")
                    .param("person", person)
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException never) {
            throw Constraints.worded(never, Map.of());
        }
    }

    private void tell(What what, String account, @Nullable UUID institution) {
        events.publishEvent(new AccountEvent(what, account, institution));
    }
}
