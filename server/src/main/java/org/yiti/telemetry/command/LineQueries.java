package org.yiti.telemetry.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.telemetry.TelemetryRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a terminal speaks to the house, and what it was told. */
@Component
class LineQueries {

    /** @param answer what the terminal answered, field by field */
    record Told(
            UUID id,
            CommandKind command,
            Map<String, Object> body,
            String state,
            String askedBy,
            OffsetDateTime askedAt,
            OffsetDateTime expiresAt,
            int sends,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable Integer result,
            @Nullable List<Map<String, Object>> answer) {}

    /**
     * @param online a line speaks for it
     * @param hasCode it was let in with a code that the house still knows
     * @param newCode it was given another code and has not used it yet
     * @param partedWhy in capitals, such as {@code SILENT}; the console has the words
     * @param commands the newest
     */
    record Line(
            boolean online,
            @Nullable String edition,
            @Nullable String gateway,
            @Nullable String remote,
            @Nullable OffsetDateTime connectedAt,
            @Nullable OffsetDateTime heardAt,
            @Nullable OffsetDateTime partedAt,
            @Nullable String partedWhy,
            boolean hasCode,
            boolean newCode,
            @Nullable OffsetDateTime codeSince,
            List<Told> commands) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    LineQueries(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Line get(UUID terminal) {
        database.sql("select institution_id from telemetry.terminal where id = :id")
                .param("id", terminal)
                .query(UUID.class)
                .optional()
                .filter(scope::contains)
                .orElseThrow(() -> new Refused(TelemetryRefusal.TERMINAL_NOT_FOUND));
        var commands = commands(terminal);
        return database.sql("""
                        select session is not null as online, edition, gateway, remote, connected_at, heard_at, parted_at, parted_why,
                               code_hash is not null as has_code, next_hash is not null as new_code, code_since
                          from (values (1)) it left join telemetry.link on terminal_id = :id
                        """)
                .param("id", terminal)
                .query((row, n) -> line(row, commands))
                .single();
    }

    private static Line line(ResultSet row, List<Told> commands) throws SQLException {
        return new Line(
                row.getBoolean("online"),
                row.getString("edition"),
                row.getString("gateway"),
                row.getString("remote"),
                row.getObject("connected_at", OffsetDateTime.class),
                row.getObject("heard_at", OffsetDateTime.class),
                row.getObject("parted_at", OffsetDateTime.class),
                row.getString("parted_why"),
                row.getBoolean("has_code"),
                row.getBoolean("new_code"),
                row.getObject("code_since", OffsetDateTime.class),
                commands);
    }

    private List<Told> commands(UUID terminal) {
        return database.sql("""
                        select c.*, case when state in ('QUEUED', 'SENT') and expires_at <= :now then 'EXPIRED' else state end as stands
                          from telemetry.command c where terminal_id = :id order by asked_at desc, id desc limit 50
                        """)
                .param("id", terminal)
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Told(
                row.getObject("id", UUID.class),
                CommandKind.valueOf(row.getString("command")),
                JSON.readValue(row.getString("body"), OBJECT),
                row.getString("stands"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getInt("sends"),
                row.getObject("sent_at", OffsetDateTime.class),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getObject("result", Integer.class),
                answer == null ? null : JSON.readValue(answer, FIELDS));
    }
}
