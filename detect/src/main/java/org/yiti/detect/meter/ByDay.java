package org.yiti.detect.meter;

import java.util.Arrays;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Gathers readings into local days, and gives each that is known well enough to a detector of days. Readings must come at
 * least once an hour: a meter read once a day has no nights.
 */
public final class ByDay<S> implements Detector<Reading, ByDay.State<S>> {

    static final class State<S> {
        private S days;
        private final double[] sums = new double[24];
        private final int[] counts = new int[24];
        private long number = Long.MIN_VALUE;
        private long first;
        private long last;

        State(S days) {
            this.days = days;
        }
    }

    /** The day the clocks are put forward has 23. */
    private static final int HOURS_NEEDED = 20;

    private final Metering metering;
    private final Detector<Day, S> days;
    private final double readingsInAnHour;

    private ByDay(Metering metering, Detector<Day, S> days) {
        this.metering = metering;
        this.days = days;
        this.readingsInAnHour = (double) Metering.HOUR / metering.step;
    }

    public static ByDay<?> nights(Metering metering) {
        return new ByDay<>(metering, new Nights());
    }

    public static ByDay<?> levels(Metering metering) {
        return new ByDay<>(metering, new Levels());
    }

    /** Days that are unlike others of their kind, and which days are alike. */
    public static ByDay<?> patterns(Metering metering, Calendar calendar) {
        return new ByDay<>(metering, new DayPatterns(calendar));
    }

    /** All three, gathering days once. */
    public static ByDay<?> all(Metering metering, Calendar calendar) {
        return new ByDay<>(
                metering, new org.yiti.detect.Together<>(new Nights(), new Levels(), new DayPatterns(calendar)));
    }

    @Override
    public String name() {
        return days.name();
    }

    @Override
    public int version() {
        return 100 + days.version();
    }

    @Override
    public State<S> start(String key) {
        return new State<>(days.start(key));
    }

    @Override
    public State<S> next(State<S> state, Reading reading, Consumer<Fact> settled) {
        var local = metering.local(reading.at());
        var number = Metering.day(local);
        if (number != state.number) {
            close(state, reading.at(), settled);
            state.number = number;
            state.first = reading.at();
        }
        if (!reading.missing()) {
            var hour = Metering.hour(local);
            state.sums[hour] += reading.value();
            state.counts[hour]++;
        }
        state.last = reading.at();
        return state;
    }

    @Override
    public void open(State<S> state, long asOf, Consumer<Fact> open) {
        days.open(state.days, asOf, open);
    }

    private void close(State<S> state, long known, Consumer<Fact> settled) {
        var hours = new float[24];
        var full = 0;
        for (var hour = 0; hour < 24; hour++) {
            full += state.counts[hour] > 0 ? 1 : 0;
            hours[hour] = state.counts[hour] > 0
                    ? (float) (state.sums[hour] / state.counts[hour] * readingsInAnHour)
                    : Float.NaN;
        }
        if (full >= HOURS_NEEDED) {
            state.days = days.next(state.days, new Day(state.number, state.first, state.last, known, hours), settled);
        }
        Arrays.fill(state.sums, 0);
        Arrays.fill(state.counts, 0);
    }

    @Override
    public void write(State<S> state, ByteSink to) {
        to.integer(state.number).integer(state.first).integer(state.last);
        to.reals(state.sums).integers(state.counts);
        days.write(state.days, to);
    }

    @Override
    public State<S> read(ByteSource from) {
        var number = from.integer();
        var first = from.integer();
        var last = from.integer();
        var sums = from.reals();
        var counts = from.integers();
        var state = new State<>(days.read(from));
        state.number = number;
        state.first = first;
        state.last = last;
        System.arraycopy(sums, 0, state.sums, 0, 24);
        System.arraycopy(counts, 0, state.counts, 0, 24);
        return state;
    }
}
