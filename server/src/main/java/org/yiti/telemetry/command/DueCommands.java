package org.yiti.telemetry.command;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands for a gateway to deliver: new ones, those that went over a line that is gone, and those that stayed unanswered
 * for the time the standard gives (T, 2T, 6T, 24T …). Each is marked as sent before it goes out: an answer always finds it
 * so, and what was marked and never went out goes over the next line.
 */
@Component
public class DueCommands {

    /** @param session the line it belongs to; on another it is not sent */
    public record Due(UUID id, UUID terminal, UUID session, CommandKind kind, Map<String, Object> body) {}

    private record Row(UUID id, UUID terminal, UUID session, String command, String body, int sends) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;

    DueCommands(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param here whether the session of a terminal is a line of the gateway that asks */
    @Transactional
    public List<Due> take(String gateway, BiPredicate<UUID, UUID> here) {
        var now = OffsetDateTime.now(clock);
        expire(now);
        var due = new ArrayList<Due>();
        for (var row : due(gateway, now)) {
            if (here.test(row.terminal(), row.session())) {
                mark(row, now);
                var kind = CommandKind.valueOf(row.command());
                due.add(new Due(row.id(), row.terminal(), row.session(), kind, JSON.readValue(row.body(), OBJECT)));
            }
        }
        return due;
    }

    private void expire(OffsetDateTime now) {
        database.sql(
                        "update telemetry.command set state = 'EXPIRED' where state in ('QUEUED', 'SENT') and expires_at <= :now")
                .param("now", now)
                .update();
    }

    private List<Row> due(String gateway, OffsetDateTime now) {
        return database.sql("""
                        select c.id, c.terminal_id as terminal, l.session, c.command, c.body::text as body, c.sends
                          from telemetry.command c join telemetry.link l on l.terminal_id = c.terminal_id
                         where c.state in ('QUEUED', 'SENT') and l.gateway = :gateway and l.session is not null
                           and (c.state = 'QUEUED' or c.session is distinct from l.session or c.again_at <= :now)
                         order by c.asked_at, c.id limit 1000
                           for update of c skip locked
                        """)
                .param("gateway", gateway)
                .param("now", now)
                .query(Row.class)
                .list();
    }

    private void mark(Row row, OffsetDateTime now) {
        database.sql("""
                        update telemetry.command set state = 'SENT', session = :session, sends = sends + 1, sent_at = :now, again_at = :again
                         where id = :id
                        """)
                .param("session", row.session())
                .param("now", now)
                .param("again", now.plus(PATIENCE.multipliedBy(factorial(Math.min(row.sends(), 5) + 1))))
                .param("id", row.id())
                .update();
    }

    private static long factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
