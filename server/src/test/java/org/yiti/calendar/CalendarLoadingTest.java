package org.yiti.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;

class CalendarLoadingTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();

    @Test
    void rulesReadEveryDayWithItsKindAndName() {
        load(CalendarFile.onClassPath());
        assertThat(count("select count(*) from facts.calendar_day where date between '2015-01-01' and '2035-12-31'"))
                .isEqualTo(7670);
        assertThat(jdbc.sql(
                                "select kind || ' ' || name || ' ' || is_workday from facts.calendar_day where date = '2026-10-10'")
                        .query(String.class)
                        .single())
                .isEqualTo("MAKE_UP_WORKDAY 国庆节 true");
        assertThat(count("select count(*) from facts.calendar_day where name is null and kind = 'WORKDAY'"))
                .isGreaterThan(5000);
    }

    @Test
    void anUnchangedFileIsNotLoadedAgain() {
        load(CalendarFile.onClassPath());
        jdbc.sql("update calendar.day set kind = 'WEEKEND' where date = '2015-01-05'")
                .update();
        load(CalendarFile.onClassPath());
        assertThat(count("select count(*) from calendar.day where date = '2015-01-05' and kind = 'WEEKEND'"))
                .isEqualTo(1);
    }

    @Test
    void anotherEditionOfTheFileReplacesTheDays() {
        load(CalendarFile.onClassPath());
        var day = LocalDate.of(2027, 1, 1);
        var next = new WorkCalendar(Map.of(day, new WorkCalendar.NamedDay(DayKind.HOLIDAY, "元旦")), Set.of(2027));
        load(new CalendarFile(next, "another"));
        assertThat(count("select count(*) from calendar.day where name is not null"))
                .isEqualTo(1);
        assertThat(jdbc.sql("select hash from calendar.source")
                        .query(String.class)
                        .list())
                .containsExactly("another");
    }

    private void load(CalendarFile file) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        var manager = (JdbcTransactionManager) transactions.getTransactionManager();
        new CalendarLoading(JdbcClient.create(manager.getDataSource()), transactions, file).afterPropertiesSet();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
