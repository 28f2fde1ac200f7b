package org.yiti.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiti.detect.meter.Calendar;
import org.yiti.detect.meter.MeterDetectors;
import org.yiti.detect.meter.Metering;
import org.yiti.detect.meter.Reading;
import org.yiti.detect.meter.Readings;

class ReadmeTest {

    private static final long HOUR = 3_600_000;

    @Test
    void whatTheReadmeShowsRuns() {
        var store = new TreeMap<Fact.Id, Fact>();
        var readings = new ArrayList<Reading>();
        for (var hour = 0; hour < 500; hour++) {
            if (hour < 300 || hour > 340) {
                readings.add(new Reading(hour * HOUR, 10 + hour % 24));
            }
        }

        var metering = Metering.hourly(ZoneId.of("Asia/Shanghai"));
        var detector = MeterDetectors.all(metering, Calendar.UNKNOWN);
        var timeline = Timeline.start(new Readings(), detector, MeterDetectors.WINDOW, "meter 4711");

        var changes = timeline.add(readings);
        changes.asserted().forEach(fact -> store.put(fact.id(), fact));
        changes.withdrawn().forEach(store::remove);
        assertThat(changes.recomputeFrom()).isEmpty();
        assertThat(store.values()).extracting(Fact::kind).contains("meter.missing");

        var bytes = timeline.bytes();
        timeline = Timeline.of(new Readings(), detector, MeterDetectors.WINDOW, bytes);
        assertThat(timeline.openAt(600 * HOUR)).extracting(Fact::kind).contains("meter.missing");

        var late = timeline.add(java.util.List.of(new Reading(320 * HOUR, 12)));
        assertThat(late.withdrawn()).extracting(Fact.Id::kind).contains("meter.missing");
    }
}
