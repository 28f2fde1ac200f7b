package org.yiti.detect.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;
import org.yiti.detect.ReferenceData;
import org.yiti.detect.Timeline;

class GapsTest {

    private final Gaps gaps = new Gaps(Curve.METERING);

    @Test
    void aLongRunWithoutReadingsIsToldOnceFromItsFirstHourToItsLast() {
        assertThat(new Curve(10).remove(3, 10, 30).facts(gaps))
                .extracting(Fact::kind, Fact::start, Fact::end, fact -> fact.number("hours"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("meter.missing", Curve.at(3, 10), Curve.at(4, 15), 30.0));
    }

    @Test
    void readingsThatSayNothingAreMissingToo() {
        var facts = new Curve(10)
                .put(3, 10, 20, Double.NaN)
                .remove(4, 6, 10)
                .put(4, 16, 3, Double.NaN)
                .facts(gaps);
        assertThat(facts).extracting(Fact::start).containsExactly(Curve.at(3, 10));
        assertThat(facts).extracting(Fact::end).containsExactly(Curve.at(4, 18));
    }

    @Test
    void zerosForADayAreToldAndForTwentyThreeHoursAreNot() {
        assertThat(new Curve(10).put(3, 10, 24, 0).facts(gaps))
                .extracting(Fact::kind)
                .containsExactly("meter.zero");
        assertThat(new Curve(10).put(3, 10, 23, 0).facts(gaps)).isEmpty();
    }

    @Test
    void silenceIsOpenAsSoonAsSomebodyAsksLateEnough() {
        var timeline = Timeline.start(new Readings(), gaps, MeterDetectors.WINDOW, "meter");
        timeline.add(new Curve(2).readings());
        assertThat(timeline.openAt(Curve.at(2, 10))).isEmpty();
        assertThat(timeline.openAt(Curve.at(3, 10)))
                .extracting(Fact::start, Fact::settled)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Curve.at(2, 0), false));
    }

    @Test
    void theGapsThatOthersHaveListedAreFoundOnceEach() {
        var header = ReferenceData.lines("energy_bdg2/bgd_Office_100001_200000.csv");
        var readings = new ArrayList<Reading>();
        for (var line : header.subList(1, header.size())) {
            var cells = line.split(",", -1);
            var time = java.time.LocalDateTime.parse(cells[0].replace(' ', 'T'));
            var at = time.toInstant(java.time.ZoneOffset.UTC).toEpochMilli();
            readings.add(new Reading(at, cells[4].isEmpty() ? Double.NaN : Double.parseDouble(cells[4])));
        }
        var facts = new ArrayList<Fact>();
        gaps.facts("Cockatoo_office_Laila", new Readings(), readings, facts::add);
        assertThat(facts)
                .extracting(fact -> Curve.instant(fact.start()) + " " + Curve.instant(fact.end()))
                .containsExactly(
                        "2016-02-10T10:00:00Z 2016-03-29T21:00:00Z",
                        "2016-12-01T15:00:00Z 2016-12-06T15:00:00Z",
                        "2017-01-23T11:00:00Z 2017-01-24T10:00:00Z",
                        "2017-07-16T06:00:00Z 2017-07-19T08:00:00Z");
    }
}
