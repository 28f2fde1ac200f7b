package org.yiti.detect.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;
import org.yiti.detect.ReferenceData;

class DaysUnlikeOthersTest {

    private static final long HOLIDAY = Curve.FIRST.plusDays(37).toEpochDay();

    @Test
    void sevenNightsAboveTheUsualAreToldWithWhatIsUsualAndWhatWas() {
        var curve = new Curve(60);
        for (var day = 40; day < 47; day++) {
            curve.add(day, 0, 5, 4);
        }
        var facts = curve.facts(ByDay.nights(Curve.METERING));
        assertThat(facts).hasSize(1);
        var fact = facts.get(0);
        assertThat(fact.settled()).isTrue();
        assertThat(fact.start()).isEqualTo(Curve.at(40, 0));
        assertThat(fact.number("nights")).isEqualTo(7);
        assertThat(fact.number("usual")).isBetween(41.0, 44.0);
        assertThat(fact.number("extra")).isBetween(130.0, 150.0);
        assertThat((java.util.List<?>) fact.figures().get("actual")).hasSize(7);
    }

    @Test
    void oneLongNightIsNothing() {
        assertThat(new Curve(60).add(40, 0, 5, 9).facts(ByDay.nights(Curve.METERING)))
                .isEmpty();
    }

    @Test
    void whatUsesMoreSinceADayIsANewLevelFromThatDayOnAndForAMonth() {
        var curve = new Curve(110);
        for (var day = 60; day < 110; day++) {
            curve.add(day, 0, 24, 10);
        }
        var facts = curve.facts(ByDay.levels(Curve.METERING));
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).start()).isEqualTo(Curve.at(60, 0));
        assertThat(facts.get(0).settled()).isTrue();
        assertThat(facts.get(0).number("level")).isGreaterThan(facts.get(0).number("usual_high") + 200);
    }

    @Test
    void aWorkdayNobodyWorkedIsToldWithoutACalendarAndIsNothingWithOne() {
        var curve = new Curve(100).put(37, 8, 10, 8.5);
        var facts = curve.facts(ByDay.patterns(Curve.METERING, Calendar.UNKNOWN));
        assertThat(facts).extracting(Fact::start).containsExactly(Curve.at(37, 0));
        assertThat(facts.get(0).number("total")).isLessThan(facts.get(0).number("usual_total") / 2);
        assertThat(curve.facts(ByDay.patterns(Curve.METERING, DaysUnlikeOthersTest::work)))
                .isEmpty();
    }

    @Test
    void aHolidayThatWasWorkedIsToldWithACalendarOnly() {
        var curve = new Curve(100);
        assertThat(curve.facts(ByDay.patterns(Curve.METERING, Calendar.UNKNOWN)))
                .isEmpty();
        var facts = curve.facts(ByDay.patterns(Curve.METERING, DaysUnlikeOthersTest::work));
        assertThat(facts).extracting(Fact::start).containsExactly(Curve.at(37, 0));
        assertThat(facts.get(0).figures()).containsEntry("work", "day_off");
    }

    @Test
    void theNineHolidaysAreTheMostUnusualDaysOfTheDutchYear() {
        var readings = new ArrayList<Reading>();
        for (var line : ReferenceData.lines("energy_dutch_power/dutch_1997_15min_labelled.csv")) {
            if (line.startsWith("1997")) {
                var cells = line.split(",");
                var at = java.time.LocalDateTime.parse(cells[0])
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                readings.add(new Reading(at, Double.parseDouble(cells[1])));
            }
        }
        var facts = new ArrayList<Fact>();
        ByDay.patterns(new Metering(java.time.Duration.ofMinutes(15), ZoneOffset.UTC), Calendar.UNKNOWN)
                .facts("dutch", new Readings(), readings, facts::add);
        facts.sort(Comparator.comparingDouble(fact -> -fact.number("score")));
        assertThat(facts.subList(0, 9))
                .extracting(fact -> LocalDate.ofInstant(Curve.instant(fact.start()), ZoneOffset.UTC)
                        .toString())
                .containsExactlyInAnyOrder(
                        "1997-01-01",
                        "1997-03-28",
                        "1997-03-31",
                        "1997-04-30",
                        "1997-05-05",
                        "1997-05-08",
                        "1997-05-19",
                        "1997-12-25",
                        "1997-12-26");
    }

    private static Calendar.Work work(long day) {
        var weekend = LocalDate.ofEpochDay(day).getDayOfWeek().getValue() > 5;
        return weekend || day == HOLIDAY ? Calendar.Work.DAY_OFF : Calendar.Work.WORKDAY;
    }
}
