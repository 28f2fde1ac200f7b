package org.yiti.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(jdbc.sql(
                                "select kind || ' ' || name || ' ' || is_workday from facts.calendar_day where date = '2026-10-10'")
                        .query(String.class)
                        .single())
                .isEqualTo("MAKE_UP_WORKDAY 国庆节 true");
        assertThat(count("select count(*) from facts.calendar_day where name is null and kind = 'WORKDAY'"))
                .isGreaterThan(1900);
    }

    @Test
    void noDayOfAYearWhoseNoticeIsNotKnownIsThereForTheRules() {
        load(CalendarFile.onClassPath());
        assertThat(jdbc.sql("select distinct extract(year from date)::int from facts.calendar_day order by 1")
                        .query(Integer.class)
                        .list())
                .containsExactly(2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(count("select count(*) from facts.calendar_day")).isEqualTo(2922);
    }

    @Test
    void anOperatorAddsAYearByAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("calendar.yml"), """
                years:
                  - year: 2026
                    days: [{ name: 国庆节, from: 2026-10-01, to: 2026-10-07, work: [2026-10-10] }]
                  - year: 2027
                    days: [{ name: 元旦, from: 2027-01-01 }]
                """);
        load(CalendarFile.at(file));
        assertThat(count("select count(*) from facts.calendar_day where date = '2027-01-01' and not is_workday"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "years: [{ year: 2026, days: [] }, { year: 2028, days: [] }]",
                "years: [{ year: 2026, days: [{ name: 元旦, from: 2026-02-30 }] }]",
                "years: []",
                "days: []",
                "years: [{ year: 2026 }]",
                ": : :"
            })
    void aFileThatIsNoCalendarIsNamedAndRefused(String words, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("calendar.yml"), words);
        assertThatThrownBy(() -> CalendarFile.at(file)).hasMessageContaining(file.toString());
    }

    @Test
    void anUnchangedFileIsNotLoadedAgain() {
        load(CalendarFile.onClassPath());
        jdbc.sql("update calendar.day set kind = 'WEEKEND' where date = '2019-01-07'")
                .update();
        load(CalendarFile.onClassPath());
        assertThat(count("select count(*) from calendar.day where date = '2019-01-07' and kind = 'WEEKEND'"))
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
