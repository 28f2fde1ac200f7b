package org.yiti.detect.meter;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * The same reading again and again, far more often than chance makes of this meter ({@code meter.stuck}). A meter that
 * counts whole kWh repeats itself all the time, one that counts watt-hours never: how often is learned. Zeros belong to
 * {@link Gaps}.
 */
public final class Stuck implements Detector<Reading, Stuck.State> {

    static final class State {
        private double value = Double.NaN;
        private long since;
        private long last;
        private long run;
        private long repeats;
        private long readings;
    }

    /** Below this it is not known how often the meter repeats itself. */
    private static final int LEARNED = 200;

    /** Nothing is called stuck that was the same for less. */
    private static final long LEAST = 6 * Metering.HOUR;

    private static final int LEAST_READINGS = 6;

    @Override
    public String name() {
        return "meter.stuck";
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
        if (reading.value() == state.value) {
            state.run++;
        } else {
            if (stuck(state)) {
                settled.accept(Fact.settled("meter.stuck", "", state.since, state.last, reading.at(), figures(state)));
            } else if (state.value != 0) {
                // What was stuck, and what stood still, tells nothing of how the meter counts.
                state.repeats += Math.max(0, state.run - 1);
                state.readings += state.run;
            }
            state.value = reading.value();
            state.since = reading.at();
            state.run = 1;
        }
        state.last = reading.at();
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (stuck(state)) {
            open.accept(Fact.open("meter.stuck", "", state.since, asOf, figures(state)));
        }
    }

    private static boolean stuck(State state) {
        return state.run >= LEAST_READINGS
                && state.last - state.since >= LEAST
                && state.value != 0
                && state.readings >= LEARNED
                && state.run > 2 * longestByChance(state);
    }

    /** Of so many readings, each of which repeats the one before with the same chance (Erdős and Rényi). */
    private static double longestByChance(State state) {
        var chance = (state.repeats + 1.0) / (state.readings + 2.0);
        return StrictMath.log(state.readings * (1 - chance) + 1) / -StrictMath.log(chance);
    }

    private static Map<String, Object> figures(State state) {
        return Map.of("readings", state.run, "value", state.value, "longest_usual", longestByChance(state));
    }

    @Override
    public void write(State state, ByteSink to) {
        to.real(state.value).integer(state.since).integer(state.last);
        to.integer(state.run).integer(state.repeats).integer(state.readings);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.value = from.real();
        state.since = from.integer();
        state.last = from.integer();
        state.run = from.integer();
        state.repeats = from.integer();
        state.readings = from.integer();
        return state;
    }
}
