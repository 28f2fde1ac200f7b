package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yiti.calendar.DayKind;
import org.yiti.calendar.WorkCalendar;

/** What people do by the hour, on calendar, at weekends and on holidays. */
final class Schedule {
    private final Map<String, double[]> hours = new HashMap<>();
    private final WorkCalendar calendar;

    Schedule(WorkCalendar calendar) {
        this.calendar = calendar;
        Lines.of("schedule.txt")
                .forEach(line -> hours.put(
                        line[0],
                        Arrays.stream(line[1].split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
    }

    boolean working(LocalDate day) {
        return calendar.isWorkday(day);
    }

    double[] presence(LocalDate day) {
        return named(
                calendar.isWorkday(day) ? "workday" : calendar.dayKind(day) == DayKind.HOLIDAY ? "holiday" : "weekend");
    }

    double[] named(String name) {
        return Objects.requireNonNull(hours.get(name), name);
    }
}
