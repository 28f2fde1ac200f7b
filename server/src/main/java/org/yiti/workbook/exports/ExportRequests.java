package org.yiti.workbook.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Purpose;
import org.yiti.workbook.WorkbookRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Those that somebody has asked for, and those that they may decide: of the parts of the tree where they may, never their own. */
@Component
class ExportRequests {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);
    private static final String SELECT = """
            select e.*, a.name as requested_name, d.name as decided_name, i.name as institution_name
              from workbook.export_request e
              left join identity.account a on a.account = e.requested_by
              left join identity.account d on d.account = e.decided_by
              left join organization.institution i on i.id = e.institution_id
             where (e.requested_by = :me or :all or e.institution_id = any (:within))
            """;

    /** @param rows how many there are now */
    record Wanted(Ledger ledger, String format, Rows.Wanted which, long rows, Purpose purpose, String reason) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final JsonMapper json;
    private final Ledgers ledgers;
    private final Duration expiry;

    ExportRequests(
            JdbcClient database,
            Scope scope,
            Clock clock,
            JsonMapper json,
            Ledgers ledgers,
            @Value("${yiti.exports.expiry}") Duration expiry) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.json = json;
        this.ledgers = ledgers;
        this.expiry = expiry;
    }

    UUID add(Wanted wanted) {
        var now = now();
        return database.sql("""
                        insert into workbook.export_request (ledger, format, filters, institution_id, sort, rows, purpose, reason,
                               requested_by, requested_at, expires_at)
                        values (:ledger, :format, :filters::jsonb, :institution, :sort, :rows, :purpose, :reason, :me, :now, :until)
                        returning id
                        """)
                .param("ledger", wanted.ledger().name())
                .param("format", wanted.format())
                .param("filters", json.writeValueAsString(wanted.which().filters()))
                .param("institution", wanted.which().institution())
                .param("sort", wanted.which().sort())
                .param("rows", wanted.rows())
                .param("purpose", wanted.purpose().name())
                .param("reason", wanted.reason())
                .param("me", scope.account().account())
                .param("now", now)
                .param("until", now.plus(expiry))
                .query(UUID.class)
                .single();
    }

    /** @return whether there was still something to decide */
    boolean decide(UUID id, boolean approve, @Nullable String note) {
        var now = now();
        return database.sql("""
                                update workbook.export_request
                                   set state = :state, decided_by = :me, decided_at = :now, note = :note, expires_at = :until
                                 where id = :id and state = 'REQUESTED' and expires_at > :now
                                """)
                        .param("state", approve ? "APPROVED" : "REJECTED")
                        .param("me", scope.account().account())
                        .param("now", now)
                        .param("note", note)
                        .param("until", now.plus(expiry))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was agreed to, and nobody has taken it */
    boolean take(UUID id) {
        return database.sql("""
                                update workbook.export_request set state = 'TAKEN', taken_at = :now
                                 where id = :id and state = 'APPROVED' and expires_at > :now
                                """).param("now", now()).param("id", id).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The newest first; what waits for a decision before the rest. */
    List<ExportRequest> list() {
        return select(" order by e.state <> 'REQUESTED', e.requested_at desc limit 200")
                .query((row, n) -> read(row))
                .list();
    }

    /** Refuses what is neither one's own nor to be decided by one as if it did not exist. */
    ExportRequest get(UUID id) {
        return select(" and e.id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new Refused(WorkbookRefusal.EXPORT_NOT_FOUND));
    }

    private JdbcClient.StatementSpec select(String rest) {
        var within = scope.institutions(Permission.EXPORT_APPROVAL);
        return database.sql(SELECT + rest)
                .param("me", scope.account().account())
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new));
    }

    private ExportRequest read(ResultSet row) throws SQLException {
        var ledger = ledgers.get(row.getString("ledger"));
        var requester = row.getString("requested_by");
        var mine = requester.equals(scope.account().account());
        var state = state(row);
        return new ExportRequest(
                row.getObject("id", UUID.class),
                ledger.name(),
                ledger.title(),
                row.getString("format"),
                json.readValue(row.getString("filters"), new TypeReference<Map<String, List<String>>>() {}),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getString("sort"),
                row.getLong("rows"),
                row.getString("purpose"),
                row.getString("reason"),
                state,
                Objects.requireNonNull(person(requester, row.getString("requested_name"))),
                Objects.requireNonNull(moment(row, "requested_at")),
                person(row.getString("decided_by"), row.getString("decided_name")),
                moment(row, "decided_at"),
                row.getString("note"),
                Objects.requireNonNull(moment(row, "expires_at")),
                mine,
                !mine && !isAskers(requester) && state == ExportRequest.State.REQUESTED);
    }

    /** Whoever acts stands in for who asked: with the asker's rights nobody agrees to what the asker wants. */
    boolean isAskers(String requester) {
        return requester.equals(scope.account().rights().onBehalfOf());
    }

    private ExportRequest.State state(ResultSet row) throws SQLException {
        var state = ExportRequest.State.valueOf(row.getString("state"));
        var isOpen = state == ExportRequest.State.REQUESTED || state == ExportRequest.State.APPROVED;
        var expires = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        return isOpen && !expires.isAfter(clock.instant()) ? ExportRequest.State.EXPIRED : state;
    }

    private static ExportRequest.@Nullable Person person(@Nullable String account, @Nullable String name) {
        return account == null ? null : new ExportRequest.Person(account, name == null ? account : name);
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.withOffsetSameInstant(HERE);
    }
}
