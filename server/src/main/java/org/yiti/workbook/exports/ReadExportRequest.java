package org.yiti.workbook.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.release.Releases;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row as whoever looks sees it: whether it is theirs, whether they may decide it, and whether its time is over. */
@Component
class ReadExportRequest {

    private final Releases releases;
    private final JsonMapper json;
    private final Ledgers ledgers;

    ReadExportRequest(Releases releases, JsonMapper json, Ledgers ledgers) {
        this.releases = releases;
        this.json = json;
        this.ledgers = ledgers;
    }

    ExportRequest of(ResultSet row) throws SQLException {
        var ledger = ledgers.get(row.getString("ledger"));
        var standing = releases.standing(row);
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
                standing.state(),
                standing.requestedBy(),
                standing.requestedAt(),
                standing.decidedBy(),
                standing.decidedAt(),
                standing.note(),
                standing.expiresAt(),
                standing.mine(),
                standing.waits());
    }
}
