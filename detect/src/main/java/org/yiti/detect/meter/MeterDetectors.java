package org.yiti.detect.meter;

import org.yiti.detect.Detector;
import org.yiti.detect.Together;
import org.yiti.detect.Window;

/** All detectors of a meter as one, with the constants the benches measure. */
public final class MeterDetectors {

    /** Late by more than two weeks is rare enough to be recomputed from the store. */
    public static final Window WINDOW = Window.days(14, 7);

    private MeterDetectors() {}

    public static Detector<Reading, Object[]> all(Metering metering, Calendar calendar) {
        return new Together<>(
                new Gaps(metering), new Stuck(), new Spikes(), new Odd(metering), ByDay.all(metering, calendar));
    }
}
