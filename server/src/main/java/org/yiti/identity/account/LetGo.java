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
import org.yiti.kernel.UseCase;

/** Somebody leaves: all they had is gone at once, and what they had to do is written down for others. */
@UseCase
class LetGo {

    record Request(@NotBlank @Size(max = 200) String reason) {}

    private final OwnPart part;
    private final TakeEverything take;
    private final ObjectProvider<LeavesBehind> modules;
    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LetGo(
            OwnPart part,
            TakeEverything take,
            ObjectProvider<LeavesBehind> modules,
            JdbcClient database,
            Scope scope,
            Clock clock,
            ApplicationEventPublisher events) {
        this.part = part;
        this.take = take;
        this.modules = modules;
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.events = events;
    }

    void letGo(long id, Request wish) {
        var account = part.accountWithin(id);
        var left = Unscoped.because(
                "whoever keeps accounts sees no ledgers, but what somebody leaves behind must be found",
                () -> modules.stream()
                        .flatMap(module -> module.of(account.account()).stream())
                        .toList());
        left.forEach(item -> write(id, item));
        take.from(id);
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

    /** What they left behind an earlier time, and have again, is open again. */
    private void write(long account, LeavesBehind.Item item) {
        database.sql("""
                        insert into identity.left_behind (account_id, kind, object_id, title, institution_id, at)
                        values (:account, :kind, :object, :title, :institution::uuid, :now)
                        on conflict on constraint what_was_left_is_named_once do update
                           set title = excluded.title, institution_id = excluded.institution_id, at = excluded.at,
                               successor = null, assigned_at = null, assigned_by = null
                        """)
                .param("account", account)
                .param("kind", item.kind())
                .param("object", item.id())
                .param("title", item.title())
                .param("institution", item.institutionId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
