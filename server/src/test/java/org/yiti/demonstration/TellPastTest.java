package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.TellPast.Stretch;
import org.yiti.supervision.EarlierSteps.Waiting;

class TellPastTest {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.ofStandards();

    /** Days of a first start, working days and holidays. */
    private static Stream<LocalDate> days() {
        return IntStream.range(0, 60).mapToObj(LocalDate.of(2026, 9, 1)::plusDays);
    }

    @Test
    void onWhicheverDayAHouseIsFirstStartedEveryStepBeforeItIsToldOnceAndInItsTurn() {
        assertThat(days()).allSatisfy(today -> {
            var stretches = Stretch.before(today);
            for (int found = 0; found < stretches.size(); found++) {
                var since = stretches.subList(found, stretches.size());
                var finding = new Waiting(
                        new UUID(0, found),
                        "fleet.some-rule",
                        "宁K" + today.getDayOfYear(),
                        "2026-08-20 10:00",
                        "VIOLATION",
                        new UUID(1, 1),
                        since.get(0).judged(),
                        1);
                var way = Pace.of(finding, new Chance(7), CALENDAR);
                assertThat(since.stream()
                                .flatMap(stretch -> way.stream()
                                        .filter(stride ->
                                                stretch.holds(stride.step().at(), HERE))))
                        .containsExactlyElementsOf(way.stream()
                                .filter(stride -> LocalDate.ofInstant(
                                                stride.step().at(), HERE)
                                        .isBefore(today))
                                .toList());
            }
        });
    }
}
