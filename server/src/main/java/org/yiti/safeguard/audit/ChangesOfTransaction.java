package org.yiti.safeguard.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.yiti.safeguard.Act;

/** What the life line has written in the transaction under way, in its order, some thousands at a time. */
@Component
class ChangesOfTransaction {

    private static final int BATCH = 4_096;
    private static final String OURS =
            " from lifeline.change c where c.id >= %d and c.transaction = pg_current_xact_id()";
    /** Of a change {@code c}, in the order in which a draft is made of them; what the row is like after it follows. */
    private static final String CHANGE = "select c.id, c.at, c.actor, c.ledger, c.object_id, c.institution_id,"
            + " c.action, c.import_id, c.before::text, ";

    private final JdbcTemplate database;
    private final DataSource source;

    ChangesOfTransaction(JdbcTemplate database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    private record Mark(@Nullable Long first, Map<String, String> details) {}

    /** Nothing when the transaction has not touched a ledger. */
    Iterator<Batch> batches() {
        var mark = Objects.requireNonNull(database.queryForObject(
                "select nullif(current_setting('yiti.first_change', true), '')::bigint, nullif(current_setting('yiti.behalf', true), '')",
                (row, n) -> new Mark(row.getObject(1, Long.class), onBehalf(row.getString(2)))));
        return mark.first() == null
                ? Collections.emptyIterator()
                : new Batches(mark.first(), question(mark.first()), mark.details());
    }

    /**
     * Changes as they came from the database.
     *
     * @param details to be told with each
     * @param unsaid who did what nobody is named for
     */
    record Batch(CopiedRows rows, String outcome, Map<String, String> details, String unsaid) implements Unsealed {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public List<Draft> drafts() {
            return IntStream.range(0, size())
                    .mapToObj(i -> draft(rows.row(i), outcome, details, unsaid))
                    .toList();
        }
    }

    /** The life line does not repeat a new row; what is sealed of it is how this transaction leaves it. */
    private String question(long first) {
        var made = database
                .query(
                        "select ledger, lifeline.text_of(ledger::regclass), ledger::regclass::text from (select distinct c.ledger"
                                + OURS.formatted(first) + " and c.action = 'CREATED') made",
                        (row, n) -> " when '" + row.getString(1).replace("'", "''") + "' then (select "
                                + row.getString(2) + " from " + row.getString(3) + " t where t.id = c.object_id)")
                .stream()
                .collect(Collectors.joining());
        var after = made.isEmpty()
                ? "c.after::text"
                : "case when c.action = 'CREATED' then case c.ledger" + made + " end else c.after::text end";
        return CHANGE + after + OURS + " order by c.id limit " + BATCH;
    }

    private final class Batches implements Iterator<Batch> {

        private final String question;
        private final Map<String, String> details;
        private @Nullable Long from;
        private @Nullable Batch next;

        Batches(long first, String question, Map<String, String> details) {
            this.from = first;
            this.question = question;
            this.details = details;
        }

        /** Reads no earlier than it is asked: whoever seals does so while others hash. */
        @Override
        public boolean hasNext() {
            if (next == null && from != null) {
                var rows = copied(question.replace("%d", from.toString()));
                var isLast = rows.size() < BATCH;
                // The transaction is the server's own: what it does for nobody by name, the house does.
                next = rows.size() == 0 ? null : new Batch(rows, Act.DONE, details, Actors.HOUSE);
                from = isLast ? null : (Long) (rows.row(rows.size() - 1).number() + 1);
            }
            return next != null;
        }

        @Override
        public Batch next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var batch = Objects.requireNonNull(next);
            next = null;
            return batch;
        }
    }

    /** @param after SQL for what the row {@code c.object_id} was like after the change {@code c} */
    List<Draft> read(String after, String from, String outcome) {
        return new Batch(copied(CHANGE + after + " " + from), outcome, Map.of(), Actors.DATABASE).drafts();
    }

    private CopiedRows copied(String question) {
        var rows = new ByteArrayOutputStream(1 << 16);
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + question + ") to stdout (format binary)", rows);
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("What was done could not be read back", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        return new CopiedRows(rows);
    }

    /** Whoever stands in for somebody changes a row as themselves, and it is said for whom. */
    private static Map<String, String> onBehalf(@Nullable String account) {
        return account == null ? Map.of() : Map.of("onBehalfOf", account);
    }

    private static Draft draft(CopiedRows.Row row, String outcome, Map<String, String> details, String unsaid) {
        var id = row.number();
        var at = row.moment();
        var actor = row.text();
        var ledger = row.text();
        var object = row.uuid();
        var institution = row.uuid();
        var action = String.valueOf(row.text());
        var importId = row.uuid();
        return new Draft(
                at,
                actor == null ? unsaid : Actors.name(actor),
                "ledger." + action.toLowerCase(Locale.ROOT),
                ledger + "/" + object,
                object,
                institution,
                request(importId),
                outcome,
                id,
                row.bytes(),
                row.bytes(),
                details,
                List.of());
    }

    private static @Nullable String request(@Nullable UUID importId) {
        return importId == null ? null : "workbook.import/" + importId;
    }
}
