package org.yiti.detect.meter;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yiti.detect.AnyOrder;
import org.yiti.detect.Window;

class MeterOrderTest {

    @Property(tries = 60)
    void readingsOfAMeterGiveTheSameFactsInAnyOrder(@ForAll long seed) {
        var random = new Random(seed);
        var curve = new Curve(70);
        for (var i = random.nextInt(6); i > 0; i--) {
            var day = random.nextInt(66);
            switch (random.nextInt(6)) {
                case 0 -> curve.remove(day, random.nextInt(24), random.nextInt(60));
                case 1 -> curve.put(day, random.nextInt(24), random.nextInt(40), 0);
                case 2 -> curve.put(day, random.nextInt(24), 30, 12.5);
                case 3 -> curve.put(day, random.nextInt(24), 1 + random.nextInt(3), 300);
                case 4 -> curve.put(day, 0, 96, Double.NaN);
                default -> {
                    for (var night = day; night < Math.min(70, day + 9); night++) {
                        curve.add(night, 0, 5, 6);
                    }
                }
            }
        }
        var readings = new ArrayList<>(curve.readings());
        for (var reading : curve.readings()) {
            if (random.nextInt(20) == 0) {
                // A correction, another of the same revision, and one that has been overtaken.
                readings.add(new Reading(reading.at(), reading.value() + random.nextInt(3), random.nextInt(3)));
            }
        }
        AnyOrder.changesNothing(
                new Readings(),
                MeterDetectors.all(Curve.METERING, Calendar.UNKNOWN),
                Window.days(84, 7),
                readings,
                seed);
    }
}
