package org.yiti.telemetry.track;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what terminals answered to commands. The first answer counts. */
final class Receipts {

    private static final String NOTE = """
            update telemetry.command set state = ?, result = ?, answer = ?::jsonb, answered_at = ? where id = ? and state = 'SENT'
            """;

    private final JdbcTemplate database;

    Receipts(JdbcTemplate database) {
        this.database = database;
    }

    void note(List<Batch> batches, Instant now) {
        var rows = batches.stream()
                .flatMap(batch -> batch.receipts().stream())
                .map(one -> new Object[] {
                    one.done() ? "ANSWERED" : "FAILED",
                    one.result(),
                    one.answer(),
                    now.atOffset(ZoneOffset.UTC),
                    one.command()
                })
                .toList();
        if (!rows.isEmpty()) {
            database.batchUpdate(NOTE, rows);
        }
    }
}
