package org.yiti.ledger.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Journey;

class PatientCountTest extends Journey {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private NamedParameterJdbcTemplate template;

    @Test
    void countsWhatIsCountedInTime() {
        assertThat(ask(Duration.ofMinutes(1), "select count(*) from generate_series(1, 5)"))
                .isEqualTo(OptionalLong.of(5));
    }

    @Test
    void givesUpOnWhatTakesTooLong() {
        assertThat(ask(Duration.ofMillis(20), "select count(*) from pg_sleep(60)"))
                .isEmpty();
    }

    /** What is asked afterwards in the same transaction must neither fail nor be hurried. */
    private OptionalLong ask(Duration patience, String count) {
        var counting = new PatientCount(template, transactions, patience);
        return new TransactionTemplate(transactions).execute(status -> {
            var counted = counting.ask(count, Map.of());
            assertThat(database.sql("show statement_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("0");
            return counted;
        });
    }
}
