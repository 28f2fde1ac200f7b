package org.yiti.identity.session;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.LiveSession;
import org.yiti.kernel.Cursor;

/** Where somebody is signed in. */
@Component
class OwnSessions {

    /** @param current the one that asks */
    record Listed(UUID id, Instant startedAt, Instant seenAt, String address, String agent, boolean current) {}

    /** @param next where the next page begins; null at the end */
    record Page(List<Listed> items, @Nullable String next, long total) {}

    private record Place(Instant startedAt, UUID id) {
        static String of(Listed last) {
            return Cursor.of(last.startedAt(), last.id());
        }

        static Place read(List<String> parts) {
            return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        }
    }

    private static final String OF_ACCOUNT =
            " from identity.session s where s.account_id = :account and s.confirmed_at is not null and "
                    + Sessions.ALIVE;

    private final JdbcClient database;
    private final Sessions sessions;

    OwnSessions(JdbcClient database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** Those begun last come first: unlike when one was seen, that does not change while pages are turned. */
    Page page(LiveSession current, @Nullable String after, int limit) {
        var place = after == null ? null : Cursor.read(after, 2, Place::read);
        var items = asked(
                        "select s.id, s.started_at, s.seen_at, s.address, s.agent, s.id = :current as current"
                                + OF_ACCOUNT
                                + " and (:first or (s.started_at, s.id) < (cast(:started as timestamptz), :id))"
                                + " order by s.started_at desc, s.id desc limit :limit",
                        current)
                .param("current", current.id())
                .param("first", place == null)
                .param("started", place == null ? null : place.startedAt().toString(), Types.VARCHAR)
                .param("id", place == null ? null : place.id(), Types.OTHER)
                .param("limit", limit + 1)
                .query(Listed.class)
                .list();
        var shown = items.stream().limit(limit).toList();
        return new Page(
                shown,
                items.size() > limit ? Place.of(shown.get(limit - 1)) : null,
                asked("select count(*)" + OF_ACCOUNT, current).query(Long.class).single());
    }

    private JdbcClient.StatementSpec asked(String question, LiveSession current) {
        return sessions.alive(database.sql(question)).param("account", current.accountId());
    }
}
