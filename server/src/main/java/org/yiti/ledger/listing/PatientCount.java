package org.yiti.ledger.listing;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts as long as people wait for a number they only glance at: a page must not take ten seconds because of it. */
@Component
class PatientCount {

    private final NamedParameterJdbcTemplate database;
    private final TransactionTemplate within;
    private final Duration patience;

    PatientCount(
            NamedParameterJdbcTemplate database,
            PlatformTransactionManager transactions,
            @Value("${yiti.lists.count-patience:30ms}") Duration patience) {
        this.database = database;
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.patience = patience;
    }

    /** In the transaction that is under way; empty when it took too long. */
    OptionalLong ask(String count, Map<String, Object> bound) {
        try {
            return Objects.requireNonNull(within.execute(status -> {
                // taken back with the savepoint, whatever comes: the limit is for the count alone
                status.setRollbackOnly();
                database.getJdbcTemplate().execute("set local statement_timeout = " + patience.toMillis());
                return OptionalLong.of(
                        Objects.requireNonNull(database.queryForObject(count, bound, Long.class), "a count counts"));
            }));
        } catch (QueryTimeoutException tooLong) {
            return OptionalLong.empty();
        }
    }
}
