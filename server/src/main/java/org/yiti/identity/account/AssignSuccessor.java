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
import org.yiti.kernel.Cursor;
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

    /** @param next where the next page begins; null at the end */
    record Page(List<Left> items, @Nullable String next, long total) {}

    private record Place(boolean assigned, Instant at, UUID id) {
        static String of(Left last) {
            return Cursor.of(last.assignedAt() != null, last.at(), last.id());
        }

        static Place read(List<String> parts) {
            return new Place(
                    Boolean.parseBoolean(parts.get(0)), Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)));
        }
    }

    private static final Place BEGINNING = new Place(false, Instant.EPOCH, new UUID(0, 0));
    private static final String SEEN = " where (:all or l.institution_id = any (:institutions))";
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

    /** What is open first, then what was left last. */
    Page page(@Nullable String after, int limit) {
        var place = after == null ? BEGINNING : Cursor.read(after, 3, Place::read);
        var items = asked(SELECT + SEEN
                        + " and (:first or (l.assigned_at is not null, cast(:at as timestamptz), :id) > (:assigned, l.at, l.id))"
                        + " order by l.assigned_at is not null, l.at desc, l.id desc limit :limit")
                .param("first", after == null)
                .param("assigned", place.assigned())
                .param("at", place.at().toString())
                .param("id", place.id())
                .param("limit", limit + 1)
                .query(Left.class)
                .list();
        var shown = items.stream().limit(limit).toList();
        return new Page(
                shown,
                items.size() > limit ? Place.of(shown.get(limit - 1)) : null,
                asked("select count(*) from identity.left_behind l" + SEEN)
                        .query(Long.class)
                        .single());
    }

    private JdbcClient.StatementSpec asked(String question) {
        var visible = scope.institutions(
                Permission.ACCOUNT, Permission.GRANT, Permission.VERIFY, Permission.IMPORT, Permission.WRITE);
        return database.sql(question)
                .param("all", visible == null)
                .param("institutions", visible == null ? new UUID[0] : visible.toArray(UUID[]::new));
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
