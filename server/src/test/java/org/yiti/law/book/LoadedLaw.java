package org.yiti.law.book;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;

/** The law as it ships, loaded into the database of a test. */
public final class LoadedLaw {

    private LoadedLaw() {}

    public static LawBook into(TestDatabase database) {
        return into(database, LawFolder.onClassPath());
    }

    static LawBook into(TestDatabase database, LawFolder folder) {
        var source = database.dataSource();
        var jdbc = new JdbcTemplate(source);
        var client = JdbcClient.create(jdbc);
        var loading = new LawLoading(
                folder,
                new ParameterTables(client),
                new ValuesInForce(jdbc),
                client,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                act -> {});
        loading.afterPropertiesSet();
        return loading;
    }
}
