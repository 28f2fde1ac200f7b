package org.yiti.supervision.rulebook;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;

/** The rulebook of a law that is loaded, in the database of a test. */
public final class LoadedRulebook {

    private LoadedRulebook() {}

    public static Rulebook into(TestDatabase database, LawBook law, Clock clock) {
        var source = database.dataSource();
        var jdbc = JdbcClient.create(source);
        var loading = new RulebookLoading(law, jdbc, new TransactionTemplate(new JdbcTransactionManager(source)));
        loading.afterPropertiesSet();
        return new Rulebook(law, loading, jdbc, clock, act -> {}, event -> {});
    }
}
