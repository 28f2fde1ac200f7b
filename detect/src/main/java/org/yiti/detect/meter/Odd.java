package org.yiti.detect.meter;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** Readings unlike anything remembered, by {@link Oddness} ({@code meter.odd}), each with what it was odd in. */
public final class Odd implements Detector<Reading, Odd.State> {

    static final class State {
        private Oddness oddness = new Oddness();
        private long first;
    }

    /** Less than a week tells nothing of days off. */
    private static final long LEARNED = 7 * Metering.DAY;

    private static final int LEARNED_READINGS = 168;

    private final Metering metering;

    public Odd(Metering metering) {
        this.metering = metering;
    }

    @Override
    public String name() {
        return "meter.odd";
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
        var oddness = state.oddness;
        if (oddness.count() == 0) {
            state.first = reading.at();
        }
        var score = oddness.next(metering.local(reading.at()), reading.value());
        if (score >= Oddness.ODD && oddness.count() > LEARNED_READINGS && reading.at() - state.first >= LEARNED) {
            settled.accept(Fact.settled(
                    "meter.odd",
                    oddness.context().word(),
                    reading.at(),
                    reading.at(),
                    reading.at(),
                    Map.of("score", score, "value", reading.value(), "compared", oddness.compared())));
        }
        return state;
    }

    @Override
    public void write(State state, ByteSink to) {
        to.integer(state.first);
        state.oddness.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.first = from.integer();
        state.oddness = Oddness.read(from);
        return state;
    }
}
