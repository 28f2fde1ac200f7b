package org.yiti.detect.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Nights, from midnight to five, that use more than the usual night ({@code meter.night}): "7 nights above the usual
 * 22 kWh". While they last, what is usual stays as it was; after four weeks they are the usual ones.
 */
final class Nights implements Detector<Day, Nights.State> {

    static final class State {
        private final LastDays usual = new LastDays(REMEMBERED);
        private final List<Double> above = new ArrayList<>();
        private long start;
        private long end;
    }

    private static final int HOURS = 5;
    private static final int REMEMBERED = 28;
    private static final int LEARNED = 14;

    /** One night somebody forgot something, or worked. */
    private static final int FEWEST = 3;

    /** Less is not worth a person's time. */
    private static final double SHARE = 1.2;

    /** Standard deviations, by the spread of the usual nights. */
    private static final double DEVIATIONS = 3;

    @Override
    public String name() {
        return "meter.nights";
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
    public State next(State state, Day day, Consumer<Fact> settled) {
        var night = HOURS * day.mean(0, HOURS);
        if (Double.isNaN(night)) {
            return state;
        }
        if (night > limit(state)) {
            state.start = state.above.isEmpty() ? day.start() : state.start;
            state.end = day.end();
            state.above.add(night);
            if (state.above.size() == REMEMBERED) {
                end(state, day.known(), settled);
            }
        } else {
            end(state, day.known(), settled);
            state.usual.add(night);
        }
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.above.size() >= FEWEST) {
            open.accept(Fact.open("meter.night", "", state.start, asOf, figures(state)));
        }
    }

    private static double usual(State state) {
        return Medians.median(state.usual.values(), state.usual.count());
    }

    private static double limit(State state) {
        if (state.usual.count() < LEARNED) {
            return Double.POSITIVE_INFINITY;
        }
        var usual = usual(state);
        return Math.max(
                SHARE * usual, usual + DEVIATIONS * Medians.spread(state.usual.values(), state.usual.count(), usual));
    }

    private static void end(State state, long known, Consumer<Fact> settled) {
        if (state.above.size() >= FEWEST) {
            settled.accept(Fact.settled("meter.night", "", state.start, state.end, known, figures(state)));
        }
        if (state.above.size() < FEWEST || state.above.size() == REMEMBERED) {
            state.above.forEach(state.usual::add);
        }
        state.above.clear();
    }

    private static Map<String, Object> figures(State state) {
        var usual = usual(state);
        var extra = 0.0;
        for (var night : state.above) {
            extra += night - usual;
        }
        return Map.of(
                "nights", state.above.size(),
                "usual", usual,
                "limit", limit(state),
                "extra", extra,
                "actual", List.copyOf(state.above));
    }

    @Override
    public void write(State state, ByteSink to) {
        state.usual.write(to);
        to.integer(state.above.size());
        state.above.forEach(to::real);
        to.integer(state.start).integer(state.end);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.usual.read(from);
        for (var left = from.size(); left > 0; left--) {
            state.above.add(from.real());
        }
        state.start = from.integer();
        state.end = from.integer();
        return state;
    }
}
