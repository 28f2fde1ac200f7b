package org.yiti.detect.vehicle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** A terminal that reports, but for long no place that can be used ({@code vehicle.unplaced}), and why: an antenna taken off, a garage. */
public final class Unplaced implements Detector<Motion, Unplaced.State> {

    static final class State {
        private boolean any;
        private long since;
        private long last;
        private final int[] reasons = new int[REASONS.length];
    }

    private static final Reason[] REASONS = Reason.values();

    /** Less is a tunnel, or a terminal that has just been switched on. */
    private static final long LEAST = 10 * 60_000;

    @Override
    public String name() {
        return "vehicle.unplaced";
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
    public State next(State state, Motion motion, Consumer<Fact> settled) {
        if (motion.reason == null) {
            if (state.any && state.last - state.since >= LEAST) {
                settled.accept(
                        Fact.settled("vehicle.unplaced", "", state.since, state.last, motion.at, figures(state)));
            }
            state.any = false;
            return state;
        }
        if (!state.any) {
            state.any = true;
            state.since = motion.at;
            Arrays.fill(state.reasons, 0);
        }
        state.last = motion.at;
        state.reasons[motion.reason.ordinal()]++;
        return state;
    }

    private static Map<String, Object> figures(State state) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("minutes", (state.last - state.since) / 60_000.0);
        for (var reason : REASONS) {
            if (state.reasons[reason.ordinal()] > 0) {
                figures.put(reason.name().toLowerCase(Locale.ROOT), (long) state.reasons[reason.ordinal()]);
            }
        }
        return figures;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.any && state.last - state.since >= LEAST) {
            open.accept(Fact.open("vehicle.unplaced", "", state.since, asOf, figures(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.any).integer(state.since).integer(state.last).integers(state.reasons);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.any = from.flag();
        state.since = from.integer();
        state.last = from.integer();
        var reasons = from.integers();
        System.arraycopy(reasons, 0, state.reasons, 0, Math.min(reasons.length, state.reasons.length));
        return state;
    }
}
