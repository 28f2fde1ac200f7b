package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Journey;
import org.yiti.Soon;

/** Gateways and collectors store at once what belongs into a month that has no partition yet. */
class MonthsMadeAtOnceTest extends Journey {

    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({"energy, raw_reading", "telemetry, position"})
    void whoWaitsForAnotherWhoMakesTheMonthFindsItMade(String schema, String table) {
        var make = "select %s.make_month('2031-05-01')::text".formatted(schema);
        var first = new TransactionTemplate(transactions);
        var second = first.execute(status -> {
            database.sql(make).query(String.class).list();
            var waiting = CompletableFuture.runAsync(
                    () -> database.sql(make).query(String.class).list());
            Soon.soon("the other waits", () -> waits(schema), count -> count == 1);
            return waiting;
        });

        assertThat(second).isNotNull();
        second.join();
        assertThat(database.sql(
                                "select count(*) from pg_inherits where inhparent = '%s.%s'::regclass and inhrelid::regclass::text like '%%203105'"
                                        .formatted(schema, table))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long waits(String schema) {
        return database.sql("select count(*) from pg_stat_activity where wait_event = 'advisory' and query like ?")
                .param("%" + schema + ".make_month%")
                .query(Long.class)
                .single();
    }
}
