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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Role;
import org.yiti.identity.Scope;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.grant.Grants;
import org.yiti.identity.invitation.Invitations;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * The system administrator opens, changes and closes the accounts of their part of the tree. None of it tells them a
 * password, and none of it gives the account a right: that is the security administrator's. What is closed loses what it
 * was granted.
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
    private final LetGo letGo;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Factors factors;
    private final JdbcClient database;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    KeepAccounts(
            OwnPart part,
            LetGo letGo,
            Invitations invitations,
            Sessions sessions,
            Factors factors,
            JdbcClient database,
            Scope scope,
            ApplicationEventPublisher events) {
        this.part = part;
        this.letGo = letGo;
        this.invitations = invitations;
        this.sessions = sessions;
        this.factors = factors;
        this.database = database;
        this.scope = scope;
        this.events = events;
    }

    long open(Opening wish) {
        part.refuseBeyond(wish.institutionId(), wish.everything());
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
        } catch (DuplicateKeyException taken) {
            var isPerson = String.valueOf(taken.getMessage()).contains("account_of_person");
            throw new Refused(
                    isPerson ? IdentityRefusal.PERSON_HAS_ACCOUNT : IdentityRefusal.ACCOUNT_TAKEN,
                    Map.of("account", wish.account()));
        }
    }

    void change(long id, Change wish) {
        var before = part.account(id);
        part.refuseBeyond(wish.institutionId(), wish.everything());
        if (before.personId() == null && wish.personId() != null) {
            bind(id, wish.personId());
        }
        database.sql("""
                        update identity.account
                           set name = :name, role = :role, institution_id = :institution, everything = :everything, enabled = :enabled
                         where id = :id
                        """)
                .param("name", wish.name())
                .param("role", wish.role().name())
                .param("institution", wish.institutionId(), Types.OTHER)
                .param("everything", wish.everything())
                .param("enabled", wish.enabled())
                .param("id", id)
                .update();
        if (before.enabled() && !wish.enabled()) {
            letGo.takeEverything(id);
            tell(What.CLOSED, before.account(), before.institutionId());
        } else {
            tell(What.CHANGED, before.account(), wish.institutionId());
        }
    }

    /** Whose offices the account has are from now on the person's, who may have another already. */
    private void bind(long id, UUID person) {
        part.refuseUnknownPerson(person);
        try {
            database.sql("update identity.account set person_id = :person where id = :id")
                    .param("person", person)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(IdentityRefusal.PERSON_HAS_ACCOUNT);
        } catch (DataIntegrityViolationException never) {
            throw Grants.named(never);
        }
    }

    /** A link with which its owner chooses a password, be it the first or another; an earlier link is void. */
    String invite(long id) {
        var account = part.accountToReset(id);
        if (account.demonstration()) {
            throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
        }
        return invitations.issue(account.account());
    }

    /** Whoever lost phone and recovery codes begins anew: no factor, no session. */
    void removeFactors(long id) {
        var account = part.accountToReset(id);
        factors.removeAll(id);
        sessions.endAll(id, null);
        tell(What.FACTOR_REMOVED, account.account(), account.institutionId());
    }

    void endSessions(long id) {
        var account = part.account(id);
        sessions.endAll(id, null);
        tell(What.SESSIONS_ENDED, account.account(), account.institutionId());
    }

    private void tell(What what, String account, @Nullable UUID institution) {
        events.publishEvent(new AccountEvent(what, account, institution));
    }
}
