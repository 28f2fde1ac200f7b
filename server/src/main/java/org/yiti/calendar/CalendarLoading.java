package org.yiti.calendar;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the calendar into the database, where rules read it, whenever the file is another than the one loaded last: the days
 * of the years whose notice is known, and no others, since nobody may be held to a workday that was not announced.
 */
@Component
class CalendarLoading implements InitializingBean {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final CalendarFile file;

    CalendarLoading(JdbcClient jdbc, TransactionOperations transaction, CalendarFile file) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.file = file;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> loadWhenChanged());
    }

    private void loadWhenChanged() {
        // two servers starting at once must not both load
        jdbc.sql("lock table calendar.source in exclusive mode").update();
        var loaded = jdbc.sql("select hash from calendar.source where hash = :hash")
                .param("hash", file.hash())
                .query(String.class)
                .optional();
        if (loaded.isEmpty()) {
            jdbc.sql("delete from calendar.day").update();
            jdbc.sql("delete from calendar.source").update();
            fill();
            jdbc.sql("insert into calendar.source (hash) values (:hash)")
                    .param("hash", file.hash())
                    .update();
        }
    }

    private void fill() {
        var calendar = file.calendar();
        var dates = calendar.days().toList();
        jdbc.sql("""
                insert into calendar.day (date, kind, name)
                select * from unnest(string_to_array(:dates, ',')::date[],
                                     string_to_array(:kinds, ','),
                                     string_to_array(:names, ',', ''))
                """)
                .param("dates", joined(dates))
                .param("kinds", joined(dates.stream().map(calendar::dayKind).toList()))
                .param(
                        "names",
                        joined(dates.stream()
                                .map(d -> calendar.holidayName(d).orElse(""))
                                .toList()))
                .update();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
