package org.yiti.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;

/** The calendar as it ships, loaded into the database of a test. */
public final class LoadedCalendar {

    private LoadedCalendar() {}

    public static void into(TestDatabase database) {
        var source = database.dataSource();
        new CalendarLoading(
                        JdbcClient.create(source),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        CalendarFile.onClassPath())
                .afterPropertiesSet();
    }
}
