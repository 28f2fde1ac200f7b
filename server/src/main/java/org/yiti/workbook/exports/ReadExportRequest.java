package org.yiti.workbook.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Ledgers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row as whoever looks sees it: whether it is theirs, whether they may decide it, and whether its time is over. */
@Component
class ReadExportRequest {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);

    private final Scope scope;
    private final Clock clock;
    private final JsonMapper json;
    private final Ledgers ledgers;

    ReadExportRequest(Scope scope, Clock clock, JsonMapper json, Ledgers ledgers) {
        this.scope = scope;
        this.clock = clock;
        this.json = json;
        this.ledgers = ledgers;
    }

    ExportRequest of(ResultSet row) throws SQLException {
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
