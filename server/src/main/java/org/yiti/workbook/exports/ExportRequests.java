package org.yiti.workbook.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.release.Releases;
import org.yiti.workbook.WorkbookRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Those that somebody has asked for, and those that they may decide: of the parts of the tree where they may, never their own. */
@Component
class ExportRequests {

    private static final String TABLE = "workbook.export_request";
    private static final String SELECT = """
            select e.*, a.name as requested_name, d.name as decided_name, i.name as institution_name
              from workbook.export_request e
              left join identity.account a on a.account = e.requested_by
              left join identity.account d on d.account = e.decided_by
              left join organization.institution i on i.id = e.institution_id
            """;
    private static final String MINE = " where (e.requested_by = :me or :all or e.institution_id = any (:within))";

    /** @param next where the next page begins; null at the end */
    record Page(List<ExportRequest> items, @Nullable String next, long total) {}

    private record Found(ExportRequest request, Place place) {}

    private record Place(boolean waiting, OffsetDateTime at, UUID id) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("state").equals(Releases.State.REQUESTED.name()),
                    row.getObject("requested_at", OffsetDateTime.class),
                    row.getObject("id", UUID.class));
        }

        static Place read(List<String> parts) {
            return new Place(
                    Boolean.parseBoolean(parts.get(0)),
                    OffsetDateTime.parse(parts.get(1)),
                    UUID.fromString(parts.get(2)));
        }

        String cursor() {
            return Cursor.of(waiting, at, id);
        }
    }

    /** @param rows how many there are now */
    record Wanted(Ledger ledger, String format, Rows.Wanted which, long rows, Purpose purpose, String reason) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Releases releases;
    private final JsonMapper json;
    private final ReadExportRequest reading;

    ExportRequests(JdbcClient database, Scope scope, Releases releases, JsonMapper json, ReadExportRequest reading) {
        this.database = database;
        this.scope = scope;
        this.releases = releases;
        this.json = json;
        this.reading = reading;
    }

    UUID add(Wanted wanted) {
        var asked = releases.asked();
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
                .param("me", asked.by())
                .param("now", asked.at())
                .param("until", asked.until())
                .query(UUID.class)
                .single();
    }

    /** @return whether there was still something to decide */
    boolean decide(UUID id, boolean approve, @Nullable String note) {
        return releases.decide(TABLE, id, approve, note);
    }

    /** @return whether it was agreed to, and nobody has taken it */
    boolean take(UUID id) {
        return releases.take(TABLE, id);
    }

    boolean isOnesOwn(ExportRequest request) {
        return releases.isOnesOwn(request.requestedBy().account());
    }

    /** What waits for a decision before the rest, the newest first. */
    Page page(@Nullable String after, int limit) {
        var place = after == null ? null : Cursor.read(after, 3, Place::read);
        var found = select(" and (:first or (e.state = 'REQUESTED', e.requested_at, e.id) < (:waiting, :at, :id))"
                        + " order by e.state = 'REQUESTED' desc, e.requested_at desc, e.id desc limit :limit")
                .param("first", place == null)
                .param("waiting", place != null && place.waiting())
                .param("at", place == null ? Instant.EPOCH.atOffset(ZoneOffset.UTC) : place.at())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit + 1)
                .query((row, n) -> new Found(reading.of(row), Place.of(row)))
                .list();
        var shown = found.stream().limit(limit).map(Found::request).toList();
        var total = asked("select count(*) from workbook.export_request e" + MINE)
                .query(Long.class)
                .single();
        return new Page(
                shown, found.size() > limit ? found.get(limit - 1).place().cursor() : null, total);
    }

    /** Refuses what is neither one's own nor to be decided by one as if it did not exist. */
    ExportRequest get(UUID id) {
        return select(" and e.id = :id")
                .param("id", id)
                .query((row, n) -> reading.of(row))
                .optional()
                .orElseThrow(() -> new Refused(WorkbookRefusal.EXPORT_NOT_FOUND));
    }

    private JdbcClient.StatementSpec select(String rest) {
        return asked(SELECT + MINE + rest);
    }

    private JdbcClient.StatementSpec asked(String sql) {
        var within = scope.institutions(Permission.EXPORT_APPROVAL);
        return database.sql(sql)
                .param("me", scope.account().account())
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new));
    }
}
