package org.yiti.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.ReferenceData;
import tools.jackson.databind.json.JsonMapper;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.ofStandards();

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, WORKDAY",
        "2026-11-21, WEEKEND",
        "2026-10-03, HOLIDAY",
        "2026-10-10, MAKE_UP_WORKDAY",
        "2018-12-29, MAKE_UP_WORKDAY",
        "2022-12-31, HOLIDAY",
        "2020-02-03, WORKDAY"
    })
    void everyDayHasItsKind(LocalDate date, DayKind kind) {
        assertThat(calendar.dayKind(date)).isEqualTo(kind);
        assertThat(calendar.isWorkday(date)).isEqualTo(kind.isWorkday());
    }

    @Test
    void aDayOffAndItsMakeUpWorkdayBearTheNameOfTheHoliday() {
        assertThat(calendar.holidayName(LocalDate.of(2026, 2, 17))).contains("春节");
        assertThat(calendar.holidayName(LocalDate.of(2026, 2, 28))).contains("春节");
        assertThat(calendar.holidayName(LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void beyondTheKnownYearsItKnowsWeekendsOnlyAndSaysSo() {
        assertThat(calendar.isCovered(2019)).isTrue();
        assertThat(calendar.isCovered(2026)).isTrue();
        assertThat(calendar.isCovered(2018)).isFalse();
        assertThat(calendar.isCovered(2027)).isFalse();
        assertThat(calendar.dayKind(LocalDate.of(2030, 10, 1))).isEqualTo(DayKind.WORKDAY);
        assertThat(calendar.dayKind(LocalDate.of(2030, 10, 5))).isEqualTo(DayKind.WEEKEND);
    }

    /** Due on a Friday, on the Sunday after it nobody is a workday late yet. */
    @Test
    void whoIsLateIsLateByTheWorkdaysThatHaveGoneBySince() {
        var friday = LocalDate.of(2026, 11, 27);
        var sunday = LocalDate.of(2026, 11, 29);

        assertThat(calendar.workdaysLeft(sunday, friday)).isZero();
        assertThat(calendar.workdaysLeft(sunday.plusDays(1), friday)).isEqualTo(-1);
        assertThat(calendar.workdaysLeft(sunday.plusDays(1), sunday)).isEqualTo(-1);
        assertThat(calendar.workdaysLeft(friday, sunday.plusDays(1))).isEqualTo(1);
    }

    @Test
    void workdaysAreCountedAcrossHolidaysAndMakeUpDays() {
        var beforeNationalDay = LocalDate.of(2026, 9, 30);
        assertThat(calendar.plusWorkdays(beforeNationalDay, 1)).isEqualTo("2026-10-08");
        assertThat(calendar.plusWorkdays(beforeNationalDay, 3)).isEqualTo("2026-10-10");
        assertThat(calendar.plusWorkdays(LocalDate.of(2026, 10, 8), -1)).isEqualTo(beforeNationalDay);
        assertThat(calendar.workdaysBetween(beforeNationalDay, LocalDate.of(2026, 10, 11)))
                .isEqualTo(3);
        assertThat(calendar.workdaysBetween(beforeNationalDay, beforeNationalDay))
                .isZero();
    }

    @Test
    void agreesWithEveryDayOfThePublishedNotices() throws Exception {
        var folder = ReferenceData.folder("cn_reference/holiday_cn");
        var compared = 0;
        for (var year = 2019; calendar.isCovered(year); year++) {
            var file = JsonMapper.shared().readTree(Files.readString(folder.resolve(year + ".json")));
            for (var day : file.get("days")) {
                var date = LocalDate.parse(day.get("date").stringValue());
                assertThat(calendar.isWorkday(date))
                        .as(date.toString())
                        .isEqualTo(!day.get("isOffDay").booleanValue());
                if (calendar.holidayName(date).isPresent()) {
                    assertThat(calendar.holidayName(date))
                            .contains(day.get("name").stringValue());
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(286);
    }

    @Test
    void namesNoDayThatThePublishedNoticesDoNot() throws Exception {
        var folder = ReferenceData.folder("cn_reference/holiday_cn");
        var published = new HashSet<LocalDate>();
        for (var year = 2019; calendar.isCovered(year); year++) {
            JsonMapper.shared()
                    .readTree(Files.readString(folder.resolve(year + ".json")))
                    .get("days")
                    .forEach(d -> published.add(LocalDate.parse(d.get("date").stringValue())));
        }
        LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(date -> {
            var weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (calendar.isWorkday(date) == weekend) {
                assertThat(published).contains(date);
            }
        });
    }
}
