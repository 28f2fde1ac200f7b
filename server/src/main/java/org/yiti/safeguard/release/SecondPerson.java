package org.yiti.safeguard.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;

/** The rows of requests: whether there is still something to decide, or to take, is decided where they are written. */
@Component
class SecondPerson implements Releases {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final Duration expiry;

    SecondPerson(JdbcClient database, Scope scope, Clock clock, @Value("${yiti.exports.expiry}") Duration expiry) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public Asked asked() {
        var now = now();
        return new Asked(me(), now, now.plus(expiry));
    }

    @Override
    public Standing standing(ResultSet row) throws SQLException {
        var requester = row.getString("requested_by");
        var expires = Objects.requireNonNull(moment(row, "expires_at"));
        var kept = State.valueOf(row.getString("state"));
        var isOver = (kept == State.REQUESTED || kept == State.APPROVED) && !expires.isAfter(now());
        var state = isOver ? State.EXPIRED : kept;
        return new Standing(
                state,
                Objects.requireNonNull(person(requester, row.getString("requested_name"))),
                Objects.requireNonNull(moment(row, "requested_at")),
                expires,
                person(row.getString("decided_by"), row.getString("decided_name")),
                moment(row, "decided_at"),
                row.getString("note"),
                requester.equals(me()),
                state == State.REQUESTED && !isOnesOwn(requester));
    }

    @Override
    public boolean isOnesOwn(String requestedBy) {
        return requestedBy.equals(me())
                || requestedBy.equals(scope.account().rights().onBehalfOf());
    }

    @Override
    public boolean decide(String table, UUID id, boolean approve, @Nullable String note) {
        var now = now();
        return database.sql("""
                                update %s
                                   set state = :state, decided_by = :me, decided_at = :now, note = :note::text, expires_at = :until
                                 where id = :id and state = 'REQUESTED' and expires_at > :now
                                """.formatted(table))
                        .param("state", (approve ? State.APPROVED : State.REJECTED).name())
                        .param("me", me())
                        .param("now", now)
                        .param("note", note)
                        .param("until", now.plus(expiry))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean take(String table, UUID id) {
        return database.sql("""
                                update %s set state = 'TAKEN', taken_at = :now
                                 where id = :id and state = 'APPROVED' and requested_by = :me and expires_at > :now
                                """.formatted(table))
                        .param("now", now())
                        .param("me", me())
                        .param("id", id)
                        .update()
                == 1;
    }

    private String me() {
        return scope.account().account();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Person person(@Nullable String account, @Nullable String name) {
        return account == null ? null : new Person(account, name == null ? account : name);
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.withOffsetSameInstant(HERE);
    }
}
