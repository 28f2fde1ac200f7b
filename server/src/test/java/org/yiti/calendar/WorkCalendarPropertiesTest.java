package org.yiti.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkCalendarPropertiesTest {

    private final WorkCalendar calendar = WorkCalendar.ofStandards();

    @Property
    void goingAWayAndCountingItAgree(
            @ForAll @IntRange(max = 4000) int day, @ForAll @IntRange(min = -600, max = 600) int n) {
        var from = LocalDate.of(2017, 1, 1).plusDays(day);
        var to = calendar.plusWorkdays(from, n);
        assertThat(calendar.workdaysBetween(from, to)).isEqualTo(n);
    }

    @Property
    void everyStepEndsOnAWorkday(@ForAll @IntRange(max = 4000) int day, @ForAll @IntRange(min = 1, max = 30) int n) {
        var to = calendar.plusWorkdays(LocalDate.of(2017, 1, 1).plusDays(day), n);
        assertThat(calendar.isWorkday(to)).isTrue();
    }
}
