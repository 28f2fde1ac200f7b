package org.yiti.calendar.days;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.calendar.DayKind;
import org.yiti.calendar.WorkCalendar;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class CalendarController {

    private static final int LONGEST_YEARS = 20;

    /** @param uncovered years whose notice is not known: only their weekends are */
    record Days(List<Day> days, List<Integer> uncovered) {}

    record Day(LocalDate date, DayKind kind, String name) {}

    private final WorkCalendar calendar;

    CalendarController(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** Holidays and make-up workdays; what is not among them is what its weekday says. */
    @GetMapping("/api/calendar/days")
    Days list(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        var last = to.isAfter(from.plusYears(LONGEST_YEARS)) ? from.plusYears(LONGEST_YEARS) : to;
        var days = last.isBefore(from) ? Stream.<LocalDate>empty() : from.datesUntil(last.plusDays(1));
        return new Days(
                days.flatMap(day -> calendar.holidayName(day).stream()
                                .map(name -> new Day(day, calendar.dayKind(day), name)))
                        .toList(),
                IntStream.rangeClosed(from.getYear(), last.getYear())
                        .filter(year -> !calendar.isCovered(year))
                        .boxed()
                        .toList());
    }
}
