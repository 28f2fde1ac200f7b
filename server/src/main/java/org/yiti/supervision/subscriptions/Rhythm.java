package org.yiti.supervision.subscriptions;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.yiti.calendar.WorkCalendar;

/** How often. */
enum Rhythm {
    AT_ONCE,
    DAILY,
    WEEKLY;

    /** What happened before this moment is due to be sent now: on workdays, and for a week on its first workday. */
    ZonedDateTime turn(ZonedDateTime now, LocalTime at, WorkCalendar calendar) {
        if (this == AT_ONCE) {
            return now;
        }
        var turn = now.with(at).isAfter(now) ? now.minusDays(1).with(at) : now.with(at);
        if (this == WEEKLY) {
            var monday = turn.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var first = firstWorkday(monday, calendar);
            // before the first workday of this week it is still the turn of the last one
            return first.isAfter(turn) ? firstWorkday(monday.minusWeeks(1), calendar) : first;
        }
        while (!calendar.isWorkday(turn.toLocalDate())) {
            turn = turn.minusDays(1);
        }
        return turn;
    }

    /** A week off altogether is told of on its Monday. */
    private static ZonedDateTime firstWorkday(ZonedDateTime monday, WorkCalendar calendar) {
        for (int day = 0; day < 7; day++) {
            if (calendar.isWorkday(monday.plusDays(day).toLocalDate())) {
                return monday.plusDays(day);
            }
        }
        return monday;
    }
}
