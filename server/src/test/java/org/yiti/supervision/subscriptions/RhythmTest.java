package org.yiti.supervision.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.yiti.calendar.WorkCalendar;

/** What is gathered goes out on workdays, in the morning. */
class RhythmTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final WorkCalendar CALENDAR = WorkCalendar.ofStandards();

    private static String turn(Rhythm rhythm, String now) {
        return rhythm.turn(ZonedDateTime.parse(now + "+08:00[Asia/Shanghai]"), EIGHT, CALENDAR)
                .toLocalDateTime()
                .toString();
    }

    @Test
    void aDayIsSentAtEightOfAWorkday() {
        assertThat(turn(Rhythm.DAILY, "2026-11-25T07:59:00")).isEqualTo("2026-11-24T08:00");
        assertThat(turn(Rhythm.DAILY, "2026-11-25T08:00:00")).isEqualTo("2026-11-25T08:00");
        assertThat(turn(Rhythm.DAILY, "2026-11-29T12:00:00")).isEqualTo("2026-11-27T08:00");
        assertThat(turn(Rhythm.DAILY, "2026-10-04T12:00:00")).isEqualTo("2026-09-30T08:00");
    }

    @Test
    void aWeekIsSentOnItsFirstWorkday() {
        assertThat(turn(Rhythm.WEEKLY, "2026-11-23T09:00:00")).isEqualTo("2026-11-23T08:00");
        assertThat(turn(Rhythm.WEEKLY, "2026-11-29T09:00:00")).isEqualTo("2026-11-23T08:00");
        assertThat(turn(Rhythm.WEEKLY, "2026-11-23T07:00:00")).isEqualTo("2026-11-16T08:00");
    }

    @Test
    void whatIsWantedAtOnceIsDueAtOnce() {
        assertThat(turn(Rhythm.AT_ONCE, "2026-10-04T12:00:00")).isEqualTo("2026-10-04T12:00");
    }
}
