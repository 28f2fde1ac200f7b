package org.yiti.telemetry.command;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Version;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.telemetry.TelemetryRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a command for a terminal until a gateway delivers it. Nothing is kept that no terminal could be sent. */
@UseCase
class SendCommand {

    /**
     * @param body fields of the message by their names in {@code jt808}
     * @param minutes after which it is of no use any more; a day when not given
     */
    record Request(
            @Nullable CommandKind command,
            @Nullable Map<String, Object> body,
            @Nullable Integer minutes) {}

    private record Standing(UUID institutionId, @Nullable String edition, int waiting) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_WAITING = 50;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_FRAMES = 64;

    private final JdbcClient database;
    private final Scope scope;
    private final Audit audit;
    private final Clock clock;

    SendCommand(JdbcClient database, Scope scope, Audit audit, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    UUID handle(UUID terminal, Request request, Locale locale) {
        var standing = find(terminal);
        scope.require(Permission.WRITE, standing.institutionId());
        if (request.command() == null) {
            throw new Refused(TelemetryRefusal.COMMAND_MISSING);
        }
        if (standing.waiting() >= MOST_WAITING) {
            throw new Refused(TelemetryRefusal.COMMANDS_WAIT, Map.of("most", MOST_WAITING));
        }
        var minutes = request.minutes() == null ? 24 * 60 : request.minutes();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new Refused(TelemetryRefusal.COMMAND_TIME_UNFIT, Map.of("most", MOST_MINUTES));
        }
        var body = Optional.ofNullable(request.body()).orElse(Map.of());
        if (request.command() == CommandKind.TEXT
                && String.valueOf(body.getOrDefault("text", "")).isBlank()) {
            throw new Refused(TelemetryRefusal.TEXT_MISSING);
        }
        GatedParameters.refuse(request.command(), body);
        tryOut(request.command(), body, standing.edition(), locale);
        var written = JSON.writeValueAsString(body);
        audit.record(Act.of("terminal.commanded", "telemetry.terminal", terminal)
                .in(standing.institutionId())
                .with("command", request.command())
                .with("body", written));
        return keep(terminal, request.command(), written, Duration.ofMinutes(minutes));
    }

    private Standing find(UUID terminal) {
        return database.sql("""
                        select t.institution_id, l.edition,
                               (select count(*) from telemetry.command c where c.terminal_id = t.id and c.state in ('QUEUED', 'SENT')) as waiting
                          from telemetry.terminal t left join telemetry.link l on l.terminal_id = t.id where t.id = :id
                        """)
                .param("id", terminal)
                .query(Standing.class)
                .optional()
                .filter(found -> scope.contains(found.institutionId()))
                .orElseThrow(() -> new Refused(TelemetryRefusal.TERMINAL_NOT_FOUND));
    }

    private static void tryOut(CommandKind kind, Map<String, Object> body, @Nullable String edition, Locale locale) {
        var editions = edition == null ? List.of(Version.values()) : List.of(Version.valueOf("V" + edition));
        for (var version : editions) {
            try {
                var phone = "0".repeat(version == Version.V2019 ? 20 : 12);
                var fields = Fields.of(kind, body, version);
                if (Jt808.STANDARD.encode(kind.id(), fields, version, phone, 0).size() > MOST_FRAMES) {
                    throw new Refused(TelemetryRefusal.COMMAND_TOO_LONG);
                }
            } catch (org.yiti.jt808.Refused unfit) {
                throw new Refused(TelemetryRefusal.COMMAND_UNFIT, Map.of("reason", unfit.sentence(locale)));
            }
        }
    }

    private UUID keep(UUID terminal, CommandKind kind, String body, Duration lasts) {
        var now = OffsetDateTime.now(clock);
        return database.sql("""
                        insert into telemetry.command (terminal_id, command, body, asked_by, asked_at, expires_at)
                        values (:terminal, :command, :body::jsonb, :by, :now, :expires) returning id
                        """)
                .param("terminal", terminal)
                .param("command", kind.name())
                .param("body", body)
                .param("by", scope.account().account())
                .param("now", now)
                .param("expires", now.plus(lasts))
                .query(UUID.class)
                .single();
    }
}
