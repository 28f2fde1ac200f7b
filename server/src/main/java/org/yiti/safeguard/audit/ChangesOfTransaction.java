package org.yiti.safeguard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.safeguard.Act;

/** What the life line has written in the transaction under way, in its order, some thousands at a time. */
@Component
class ChangesOfTransaction {

    private static final int BATCH = 8_192;
    private static final String OURS =
            " from lifeline.change c where c.id >= ? and c.transaction = pg_current_xact_id()";

    private final JdbcTemplate database;

    ChangesOfTransaction(JdbcTemplate database) {
        this.database = database;
    }

    /** Where to begin looking; empty when the transaction has not touched a ledger. */
    Optional<Long> first() {
        return Optional.ofNullable(database.queryForObject(
                        "select coalesce(current_setting('yiti.first_change', true), '')", String.class))
                .filter(first -> !first.isEmpty())
                .map(Long::valueOf);
    }

    Iterator<List<Draft>> batches(long first) {
        return new Batches(first, question(first));
    }

    /** The life line does not repeat a new row; what is sealed of it is how this transaction leaves it. */
    private String question(long first) {
        var made = database
                .query(
                        "select distinct c.ledger, c.ledger::regclass::text" + OURS + " and c.action = 'CREATED'",
                        (row, n) -> " when '" + row.getString(1).replace("'", "''")
                                + "' then (select jsonb_strip_nulls(to_jsonb(t) - 'version')::text from "
                                + row.getString(2)
                                + " t where t.id = c.object_id)",
                        first)
                .stream()
                .collect(Collectors.joining());
        var after = made.isEmpty()
                ? "c.after::text"
                : "case when c.action = 'CREATED' then case c.ledger" + made + " end else c.after::text end";
        return "select c.id, c.at, c.actor, c.ledger, c.object_id, c.institution_id, c.action, c.import_id, current_setting('yiti.behalf', true) as behalf,"
                + " c.before::text as before, " + after + " as after" + OURS + " order by c.id limit " + BATCH;
    }

    private final class Batches implements Iterator<List<Draft>> {

        private final String question;
        private @Nullable Long from;
        private List<Draft> next = List.of();

        Batches(long first, String question) {
            this.from = first;
            this.question = question;
        }

        /** Reads no earlier than it is asked: whoever seals does so while others hash. */
        @Override
        public boolean hasNext() {
            if (next.isEmpty() && from != null) {
                next = database.query(
                        question, (row, n) -> draft(row, Act.DONE, onBehalf(row.getString("behalf"))), from);
                from = next.size() < BATCH ? null : (Long) (last(next) + 1);
            }
            return !next.isEmpty();
        }

        @Override
        public List<Draft> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var batch = next;
            next = List.of();
            return batch;
        }

        private static long last(List<Draft> batch) {
            return Objects.requireNonNull(batch.get(batch.size() - 1).changeId());
        }
    }

    /** Of a row of the life line that gives before and after as text. */
    static Draft draft(ResultSet row, String outcome) throws SQLException {
        return draft(row, outcome, Map.of());
    }

    /** Whoever stands in for somebody changes a row as themselves, and it is said for whom. */
    private static Map<String, String> onBehalf(@Nullable String account) {
        return account == null || account.isEmpty() ? Map.of() : Map.of("onBehalfOf", account);
    }

    private static Draft draft(ResultSet row, String outcome, Map<String, String> details) throws SQLException {
        var ledger = row.getString("ledger");
        var object = row.getObject("object_id", UUID.class);
        return new Draft(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor(row.getString("actor")),
                "ledger." + row.getString("action").toLowerCase(Locale.ROOT),
                ledger + "/" + object,
                object,
                row.getObject("institution_id", UUID.class),
                request(row.getString("import_id")),
                outcome,
                row.getLong("id"),
                row.getString("before"),
                row.getString("after"),
                details,
                List.of());
    }

    private static String actor(@Nullable String account) {
        return account == null ? Actors.DATABASE : Actors.name(account);
    }

    private static @Nullable String request(@Nullable String importId) {
        return importId == null ? null : "workbook.import/" + importId;
    }
}
