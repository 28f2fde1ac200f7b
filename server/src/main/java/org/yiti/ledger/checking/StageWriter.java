package org.yiti.ledger.checking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.CopyText;
import org.yiti.kernel.Landing;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.safeguard.ColumnCipher;

/**
 * Writes rows and their problems by COPY, some thousands at a time. In a transaction it is part of it; otherwise each
 * batch stands by itself, so that a killed load goes on where the last batch ended.
 */
public final class StageWriter implements AutoCloseable {

    private static final int BATCH = 10_000;
    private static final Landing PROBLEMS = new Landing(
            "ledger.problem",
            "stage, row_no, column_name, value, error, message_zh, message_en, allowed_zh, allowed_en, cell");

    private final DataSource source;
    private final ColumnCipher cipher;
    private final Ledger ledger;
    private final String copyRows;
    private final String stage;
    private final List<CellReader> readers;
    private final List<Column> columns;
    private final StringBuilder rows = new StringBuilder(1 << 20);
    private final StringBuilder problems = new StringBuilder();
    private int waiting;
    private long errors;

    StageWriter(Staging staging, String table, String stage, Ledger ledger, List<Column> columns) {
        this.source = staging.source();
        this.cipher = staging.cipher();
        this.ledger = ledger;
        this.stage = stage;
        this.columns = columns;
        this.readers = columns.stream().map(CellReader::new).toList();
        this.copyRows = "copy " + table + " (row_no"
                + String.join(
                        "", columns.stream().map(column -> ", " + column.db()).toList()) + ") from stdin";
    }

    /** @param raw one value a column, as {@link CellReader#read} takes it */
    public void row(long number, List<? extends @Nullable Object> raw) {
        rows.append(number);
        for (var i = 0; i < readers.size(); i++) {
            var cell = readers.get(i).read(raw.get(i));
            rows.append('\t');
            CopyText.append(rows, kept(columns.get(i), number, cell.stored()));
            var remark = cell.error() != null ? cell.error() : cell.doubt();
            if (remark != null) {
                problem(
                        number,
                        columns.get(i).name(),
                        told(columns.get(i), raw.get(i) instanceof Cell ? cell.written() : raw.get(i)),
                        cell.isWrong(),
                        remark.zh(),
                        remark.en(),
                        cell.allowed() == null ? null : cell.allowed().zh(),
                        cell.allowed() == null ? null : cell.allowed().en());
            }
        }
        rows.append('\n');
        if (++waiting == BATCH) {
            flush();
        }
    }

    /** No value of a sealed column is ever written as it is, not even on its way. */
    private @Nullable String kept(Column column, long number, @Nullable String stored) {
        return stored == null || !column.isSealed() || column.via() != null || stored.equals(Cell.AS_IT_IS)
                ? stored
                : cipher.stage(ledger.name(), column.db(), stage, number, stored);
    }

    /** What is guarded is not repeated in a problem with it: others read these as well. */
    private static @Nullable Object told(Column column, @Nullable Object value) {
        var mask = column.grading().mask();
        return value == null || mask == null ? value : mask.of(value).text();
    }

    /** Notes a problem that was seen before the cell could be read. */
    public void problem(
            long row,
            @Nullable String column,
            @Nullable Object value,
            boolean error,
            String zh,
            String en,
            @Nullable String allowedZh,
            @Nullable String allowedEn) {
        errors += error ? 1 : 0;
        CopyText.append(problems, stage);
        problems.append('\t').append(row);
        for (var part : new String[] {column, value == null ? null : shortened(String.valueOf(value))}) {
            problems.append('\t');
            CopyText.append(problems, part);
        }
        problems.append('\t').append(error);
        for (var part : new String[] {zh, en, allowedZh, allowedEn}) {
            problems.append('\t');
            CopyText.append(problems, part);
        }
        problems.append("\tt\n");
    }

    private static String shortened(String text) {
        var clean = text.replace("\0", "␀");
        var end = Math.min(200, clean.length());
        // Never cut a character in half, and show a half one as what it is: unreadable.
        return new String(clean.substring(0, end).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void flush() {
        if (waiting == 0 && problems.isEmpty()) {
            return;
        }
        Unscoped.run("rows on their way in belong to nobody yet", this::send);
        rows.setLength(0);
        problems.setLength(0);
        waiting = 0;
    }

    private void send() {
        var connection = DataSourceUtils.getConnection(source);
        try {
            send(connection);
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("Rows could not be read in", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void send(Connection connection) throws SQLException, IOException {
        var own = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            if (!rows.isEmpty()) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyRows, bytes(rows), 1 << 16);
            }
            if (!problems.isEmpty()) {
                PROBLEMS.land(connection, bytes(problems));
            }
            if (own) {
                connection.commit();
            }
        } catch (SQLException | IOException failure) {
            if (own) {
                connection.rollback();
            }
            throw failure;
        } finally {
            connection.setAutoCommit(own);
        }
    }

    private static ByteArrayInputStream bytes(StringBuilder text) {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Cells found wrong so far. */
    public long errors() {
        return errors;
    }

    /** Rows not yet written are in the database when this returns. */
    @Override
    public void close() {
        flush();
    }
}
