package org.yiti.ledger.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
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

    @Test
    void theLimitMayStrikeTheTakingBackToo() throws SQLException {
        var busy = mock(Connection.class);
        var before = mock(Savepoint.class);
        var struck = new SQLException("canceling statement due to statement timeout", "57014");
        doThrow(struck).doThrow(struck).doNothing().when(busy).rollback(before);

        assertThat(PatientCount.takenBack(busy, before)).isTrue();

        verify(busy, times(3)).rollback(before);
    }

    @Test
    void aConnectionThatIsGoneIsNotAskedAgain() throws SQLException {
        var gone = mock(Connection.class);
        var before = mock(Savepoint.class);
        doThrow(new SQLException("gone", "08006")).when(gone).rollback(before);

        assertThatThrownBy(() -> PatientCount.takenBack(gone, before)).hasMessage("gone");

        verify(gone, times(1)).rollback(before);
    }

    /** What is asked afterwards in the same transaction must neither fail nor be hurried. */
    private OptionalLong ask(Duration patience, String count) {
        var counting = new PatientCount(template, patience);
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
