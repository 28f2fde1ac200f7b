package org.yiti.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What happened so far, from all threads. */
public final class Statistics {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    public final LongAdder connected = new LongAdder();
    public final LongAdder reconnects = new LongAdder();
    public final LongAdder told = new LongAdder();
    public final LongAdder acknowledged = new LongAdder();
    public final LongAdder refused = new LongAdder();
    private final Recorder latencies = new Recorder(LONGEST_MICROS, 3);

    public void acknowledgedAfter(long nanos) {
        latencies.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1000)));
    }

    /** Microseconds from telling to acknowledgement, since this was asked last. */
    public Histogram latencies() {
        return latencies.getIntervalHistogram();
    }
}
