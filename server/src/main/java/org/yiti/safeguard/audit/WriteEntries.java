package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.yiti.kernel.Landing;
import org.yiti.proof.entry.CanonicalJson;

/** Puts sealed entries into their table: many by {@code COPY}, the few of a single act by one statement. */
final class WriteEntries {

    static final int FIELDS = 14;
    private static final String COLUMNS =
            "seq, at, actor, action, object, object_id, institution_id, outcome, change_id, salt, clear, leaf, hash, rows";
    private static final Landing ENTRIES = Landing.ofBytes("safeguard.entry", COLUMNS);
    private static final String ONE = "insert into safeguard.entry (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::uuid[])";

    private final JdbcTemplate database;
    private final DataSource source;

    WriteEntries(JdbcTemplate database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    void write(SealedBatch batch) {
        if (batch.few().isEmpty()) {
            copy(batch.rows());
        } else {
            database.batchUpdate(ONE, batch.few(), batch.few().size(), WriteEntries::fill);
        }
    }

    private static void fill(PreparedStatement row, SealedEntry entry) throws SQLException {
        var draft = entry.draft();
        var rows = draft.rows();
        row.setLong(1, entry.seq());
        row.setObject(2, draft.at().atOffset(ZoneOffset.UTC));
        row.setString(3, draft.actor());
        row.setString(4, draft.action());
        row.setString(5, draft.object());
        row.setObject(6, draft.objectId(), Types.OTHER);
        row.setObject(7, draft.institutionId(), Types.OTHER);
        row.setString(8, draft.outcome());
        row.setObject(9, draft.changeId(), Types.BIGINT);
        row.setBytes(10, draft.isSalted() ? entry.secret() : null);
        row.setString(11, draft.details().isEmpty() ? null : new String(CanonicalJson.write(draft.details()), UTF_8));
        row.setString(12, new String(entry.leaf(), UTF_8));
        row.setBytes(13, entry.hash());
        row.setString(
                14, rows.isEmpty() ? null : rows.stream().map(UUID::toString).collect(joining(",", "{", "}")));
    }

    private void copy(byte[] rows) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            ENTRIES.land(connection, new ByteArrayInputStream(rows));
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("What was done could not be sealed", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
