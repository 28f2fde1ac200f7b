package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiti.calendar.WorkCalendar;
import org.yiti.supervision.EarlierSteps.Waiting;

class PaceTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.ofStandards();

    private static List<Pace.Stride> way(int number, String severity, String episode) {
        var finding = new Waiting(
                new UUID(0, number),
                "fleet.some-rule",
                "宁K" + number,
                episode,
                severity,
                new UUID(1, 1),
                LocalDate.of(2026, 9, 20),
                1);
        return Pace.of(finding, new Chance(7), CALENDAR);
    }

    private static Stream<List<Pace.Stride>> ways() {
        return IntStream.range(0, 200)
                .boxed()
                .flatMap(n -> Stream.of(
                        way(n, "VIOLATION", ""), way(n, "VIOLATION", "2026-09-18 10:00"), way(n, "SUSPICION", "")));
    }

    @Test
    void peopleTakeStepsOneAfterAnotherInOfficeHoursOfWorkdays() {
        assertThat(ways()).allSatisfy(way -> {
            assertThat(way).extracting(stride -> day(stride)).isSorted();
            assertThat(way).allSatisfy(stride -> {
                assertThat(CALENDAR.isWorkday(day(stride))).isTrue();
                assertThat(stride.step().at().atZone(ZoneId.of("Asia/Shanghai")).getHour())
                        .isBetween(9, 16);
            });
        });
    }

    @Test
    void someFindingsWaitSomeAreClosedAndSomeTurnOutToBeFalseAlarms() {
        assertThat(ways()).anyMatch(List::isEmpty);
        assertThat(ways().flatMap(List::stream).map(stride -> stride.step().step()))
                .contains("ORDER_RECTIFICATION", "EXPLAIN", "CLOSE", "DISMISS", "REPORT_RECTIFIED");
    }

    @Test
    void whatGoesOnIsNeverClosedWithoutBeingPutRight() {
        assertThat(IntStream.range(0, 200)
                        .boxed()
                        .flatMap(n -> Stream.of(way(n, "VIOLATION", ""), way(n, "SUSPICION", "2026-09")))
                        .flatMap(List::stream))
                .extracting(stride -> stride.step().step())
                .doesNotContain("CLOSE", "DISMISS");
    }

    @Test
    void theSameFindingGoesTheSameWay() {
        assertThat(way(3, "VIOLATION", "2026-09-18 10:00")).isEqualTo(way(3, "VIOLATION", "2026-09-18 10:00"));
    }

    private static LocalDate day(Pace.Stride stride) {
        return stride.step().at().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }
}
