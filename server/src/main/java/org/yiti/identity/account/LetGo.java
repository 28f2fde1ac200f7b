package org.yiti.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.identity.grant.Grants;
import org.yiti.identity.invitation.Invitations;
import org.yiti.identity.session.Sessions;
import org.yiti.identity.token.ApiTokens;
import org.yiti.kernel.UseCase;

/** Somebody leaves: all they had is gone at once, and what they had to do is written down for others. */
@UseCase
class LetGo {

    record Request(@NotBlank @Size(max = 200) String reason) {}

    private final OwnPart part;
    private final Grants grants;
    private final Sessions sessions;
    private final Invitations invitations;
    private final ApiTokens tokens;
    private final ObjectProvider<LeavesBehind> modules;
    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LetGo(
            OwnPart part,
            Grants grants,
            Sessions sessions,
            Invitations invitations,
            ApiTokens tokens,
            ObjectProvider<LeavesBehind> modules,
            JdbcClient database,
            Scope scope,
            Clock clock,
            ApplicationEventPublisher events) {
        this.part = part;
        this.grants = grants;
        this.sessions = sessions;
        this.invitations = invitations;
        this.tokens = tokens;
        this.modules = modules;
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.events = events;
    }

    void letGo(long id, Request wish) {
        var account = part.account(id);
        var left = Unscoped.because(
                "whoever keeps accounts sees no ledgers, but what somebody leaves behind must be found",
                () -> modules.stream()
                        .flatMap(module -> module.of(account.account()).stream())
                        .toList());
        left.forEach(item -> write(id, item));
        takeEverything(id);
        database.sql("update identity.account set enabled = false, left_at = :now, left_by = :by where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", scope.account().account())
                .param("id", id)
                .update();
        events.publishEvent(new AccountEvent(
                AccountEvent.What.LEFT,
                account.account(),
                account.institutionId(),
                Map.of("reason", wish.reason(), "leftBehind", Integer.toString(left.size()))));
    }

    private void write(long account, LeavesBehind.Item item) {
        database.sql("""
                        insert into identity.left_behind (account_id, kind, object_id, title, institution_id, at)
                        values (:account, :kind, :object, :title, :institution::uuid, :now)
                        """)
                .param("account", account)
                .param("kind", item.kind())
                .param("object", item.id())
                .param("title", item.title())
                .param("institution", item.institutionId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** With the next request, on every server. */
    void takeEverything(long id) {
        grants.revokeAll(id, scope.account().account());
        sessions.endAll(id, null);
        invitations.withdraw(id);
        tokens.revokeAll(id);
    }
}
