package org.yiti.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The workdays of government offices. Beyond the years for which a notice is known, weekends only: ask
 * {@link #isCovered} before holding somebody to a deadline.
 */
public final class WorkCalendar {

    record NamedDay(DayKind kind, String name) {}

    private final Map<LocalDate, NamedDay> named;
    private final Set<Integer> years;

    WorkCalendar(Map<LocalDate, NamedDay> named, Set<Integer> years) {
        this.named = Map.copyOf(named);
        this.years = Set.copyOf(years);
    }

    /** The calendar of {@code standards/calendar.yml}. */
    public static WorkCalendar ofStandards() {
        return CalendarFile.onClassPath().calendar();
    }

    public DayKind dayKind(LocalDate date) {
        var day = named.get(date);
        if (day != null) {
            return day.kind();
        }
        var weekday = date.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    public boolean isWorkday(LocalDate date) {
        return dayKind(date).isWorkday();
    }

    /** The holiday a day off, or the make-up workday for it, belongs to. */
    public Optional<String> holidayName(LocalDate date) {
        return Optional.ofNullable(named.get(date)).map(NamedDay::name);
    }

    /** Whether the notice of that year is known. */
    public boolean isCovered(int year) {
        return years.contains(year);
    }

    /** Every day of the years whose notice is known. */
    Stream<LocalDate> days() {
        return years.stream()
                .sorted()
                .flatMap(year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)));
    }

    /** The n-th workday after a day (before it when n is negative); the day itself, workday or not, for 0. */
    public LocalDate plusWorkdays(LocalDate date, int n) {
        var step = n < 0 ? -1 : 1;
        var day = date;
        for (var left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many workdays lie after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -(int) to.datesUntil(from).filter(this::isWorkday).count();
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkday)
                .count();
    }

    /** How many workdays are left until something is due; once it is late, how many have gone by since, negative. */
    public int workdaysLeft(LocalDate today, LocalDate due) {
        return due.isBefore(today) ? -workdaysBetween(due, today) : workdaysBetween(today, due);
    }
}
