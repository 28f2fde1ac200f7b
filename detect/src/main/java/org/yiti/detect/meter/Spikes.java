package org.yiti.detect.meter;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * One to three readings beyond everything remembered by more than all of its range, then back again
 * ({@code meter.spike}). What does not come back is a new level and no spike. Spikes do not widen what is usual.
 */
public final class Spikes implements Detector<Reading, Spikes.State> {

    static final class State {
        private Extremes usual = new Extremes();
        private final double[] pending = new double[LONGEST];
        private int length;
        private long since;
        private long last;
    }

    private static final int LONGEST = 3;

    /** A week of hours: without a week nothing is known to be unusual. */
    private static final int LEARNED = 168;

    @Override
    public String name() {
        return "meter.spikes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public State start(String key) {
        return new State();
    }

    @Override
    public State next(State state, Reading reading, Consumer<Fact> settled) {
        if (reading.missing()) {
            return state;
        }
        var out = state.usual.count() >= LEARNED && state.usual.beyond(reading.value()) >= 1;
        if (out && state.length < LONGEST) {
            state.since = state.length == 0 ? reading.at() : state.since;
            state.last = reading.at();
            state.pending[state.length++] = reading.value();
            return state;
        }
        if (out) {
            for (var i = 0; i < state.length; i++) {
                state.usual.add(state.pending[i]);
            }
        } else if (state.length > 0) {
            settled.accept(Fact.settled("meter.spike", "", state.since, state.last, reading.at(), figures(state)));
        }
        state.length = 0;
        state.usual.add(reading.value());
        return state;
    }

    private static Map<String, Object> figures(State state) {
        var peak = state.pending[0];
        for (var i = 1; i < state.length; i++) {
            peak = Math.abs(state.pending[i]) > Math.abs(peak) ? state.pending[i] : peak;
        }
        return Map.of(
                "peak",
                peak,
                "usual_low",
                state.usual.low(),
                "usual_high",
                state.usual.high(),
                "readings",
                state.length);
    }

    @Override
    public void write(State state, ByteSink to) {
        state.usual.write(to);
        to.integer(state.length);
        for (var i = 0; i < state.length; i++) {
            to.real(state.pending[i]);
        }
        to.integer(state.length == 0 ? 0 : state.since).integer(state.length == 0 ? 0 : state.last);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.usual = Extremes.read(from);
        state.length = (int) from.integer();
        for (var i = 0; i < state.length; i++) {
            state.pending[i] = from.real();
        }
        state.since = from.integer();
        state.last = from.integer();
        return state;
    }
}
