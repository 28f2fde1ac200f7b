package org.yiti.ledger.listing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts as long as people wait for a number they only glance at: a page must not take ten seconds because of it. */
@Component
class PatientCount {

    private static final String CANCELLED = "57014";
    private static final int MOST_ATTEMPTS = 50;

    private final NamedParameterJdbcTemplate database;
    private final JdbcOperations here;
    private final Duration patience;

    PatientCount(NamedParameterJdbcTemplate database, @Value("${yiti.lists.count-patience:30ms}") Duration patience) {
        this.database = database;
        this.here = database.getJdbcOperations();
        this.patience = patience;
    }

    /** In the transaction that is under way; empty when it took too long. */
    OptionalLong ask(String count, Map<String, Object> bound) {
        var before = Objects.requireNonNull(here.execute((ConnectionCallback<Savepoint>) Connection::setSavepoint));
        try {
            here.execute("set local statement_timeout = " + patience.toMillis());
            return OptionalLong.of(
                    Objects.requireNonNull(database.queryForObject(count, bound, Long.class), "a count counts"));
        } catch (QueryTimeoutException tooLong) {
            return OptionalLong.empty();
        } finally {
            // whatever came: the limit is for the count alone
            here.execute((ConnectionCallback<Boolean>) connection -> takenBack(connection, before));
        }
    }

    /** The limit is in force until it is taken back, so that the taking back may be struck by it as well: it is asked again. */
    static boolean takenBack(Connection connection, Savepoint before) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                connection.rollback(before);
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException failure) {
                if (attempt == MOST_ATTEMPTS || !CANCELLED.equals(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
    }
}
