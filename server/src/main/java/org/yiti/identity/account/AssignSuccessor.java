package org.yiti.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** What somebody left behind is given to somebody else, piece by piece. */
@UseCase
class AssignSuccessor {

    record Request(@NotBlank @Size(max = 100) String successor) {}

    /** @param leaver their name */
    record Left(
            UUID id,
            String leaver,
            String kind,
            UUID objectId,
            String title,
            @Nullable UUID institutionId,
            Instant at,
            @Nullable String successor,
            @Nullable Instant assignedAt) {}

    private static final String SELECT = """
            select l.id, a.name as leaver, l.kind, l.object_id, l.title, l.institution_id, l.at, s.name as successor, l.assigned_at
              from identity.left_behind l join identity.account a on a.id = l.account_id left join identity.account s on s.account = l.successor
            """;

    private final ObjectProvider<LeavesBehind> modules;
    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AssignSuccessor(
            ObjectProvider<LeavesBehind> modules,
            JdbcClient database,
            Scope scope,
            Clock clock,
            ApplicationEventPublisher events) {
        this.modules = modules;
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.events = events;
    }

    /** What is open first. */
    List<Left> list() {
        var visible = scope.institutions(
                Permission.ACCOUNT, Permission.GRANT, Permission.VERIFY, Permission.IMPORT, Permission.WRITE);
        return database.sql(
                        SELECT
                                + " where :all or l.institution_id = any (:institutions) order by l.assigned_at is not null, l.at desc, l.title limit 500")
                .param("all", visible == null)
                .param("institutions", visible == null ? new UUID[0] : visible.toArray(UUID[]::new))
                .query(Left.class)
                .list();
    }

    /** Who may be given it, and by whom, its module decides. */
    void assign(UUID id, Request wish) {
        var visible = scope.institutions(Permission.GRANT, Permission.VERIFY, Permission.IMPORT, Permission.WRITE);
        var item = database.sql(SELECT + " where l.id = :id and l.assigned_at is null for update of l")
                .param("id", id)
                .query(Left.class)
                .optional()
                .filter(one -> visible == null || visible.contains(one.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.OUTSIDE_SCOPE));
        modules.stream()
                .filter(module -> module.kind().equals(item.kind()))
                .forEach(module -> module.handOver(item.objectId(), wish.successor()));
        database.sql(
                        "update identity.left_behind set successor = :successor, assigned_at = :now, assigned_by = :by where id = :id")
                .param("successor", wish.successor())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", scope.account().account())
                .param("id", id)
                .update();
        events.publishEvent(new AccountEvent(
                AccountEvent.What.HANDED_OVER,
                wish.successor(),
                item.institutionId(),
                Map.of("what", item.kind() + "/" + item.objectId(), "title", item.title())));
    }
}
