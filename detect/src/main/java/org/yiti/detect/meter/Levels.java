package org.yiti.detect.meter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * The level of whole weeks left the range in which the weeks of the last month lay ({@code meter.level}). It ends when the
 * level returns, or after four weeks, when it is the usual one.
 */
final class Levels implements Detector<Day, Levels.State> {

    static final class State {
        private final LastDays totals = new LastDays(MONTH + WEEK);
        private final long[] starts = new long[WEEK];
        private int days;
        private boolean shifted;
        private long start;
        private long end;
        private double low;
        private double high;
        private double latest;
    }

    private static final int WEEK = 7;
    private static final int MONTH = 28;

    /** A tenth of the level; meters of steady users have next to no range. */
    private static final double SHARE = 0.1;

    @Override
    public String name() {
        return "meter.levels";
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
        state.totals.add(day.total());
        System.arraycopy(state.starts, 1, state.starts, 0, WEEK - 1);
        state.starts[WEEK - 1] = day.start();
        var count = state.totals.count();
        if (count < MONTH + WEEK) {
            return state;
        }
        state.latest = state.totals.median(count - WEEK, count);
        if (!state.shifted) {
            learn(state);
            state.shifted = beyond(state);
            state.start = begun(state);
            state.days = WEEK;
        } else if (!beyond(state) || ++state.days > MONTH) {
            settled.accept(Fact.settled("meter.level", "", state.start, state.end, day.known(), figures(state)));
            state.shifted = false;
        }
        state.end = day.end();
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.shifted) {
            open.accept(Fact.open("meter.level", "", state.start, asOf, figures(state)));
        }
    }

    /** The range of the medians of weeks before this one, whichever day they begin with. */
    private static void learn(State state) {
        state.low = Double.POSITIVE_INFINITY;
        state.high = Double.NEGATIVE_INFINITY;
        for (var from = 0; from + WEEK <= MONTH; from++) {
            var week = state.totals.median(from, from + WEEK);
            state.low = Math.min(state.low, week);
            state.high = Math.max(state.high, week);
        }
    }

    private static boolean beyond(State state) {
        var room = Math.max(state.high - state.low, SHARE * Math.abs(state.high + state.low) / 2);
        return state.latest > state.high + room || state.latest < state.low - room;
    }

    /** The first day of this week on the new side. */
    private static long begun(State state) {
        var middle = (state.latest > state.high ? state.high + state.latest : state.low + state.latest) / 2;
        for (var i = 0; i < WEEK; i++) {
            var total = state.totals.values()[MONTH + i];
            if (state.latest > state.high ? total > middle : total < middle) {
                return state.starts[i];
            }
        }
        return state.starts[0];
    }

    private static Map<String, Object> figures(State state) {
        return Map.of("usual_low", state.low, "usual_high", state.high, "level", state.latest, "days", state.days);
    }

    @Override
    public void write(State state, ByteSink to) {
        state.totals.write(to);
        for (var start : state.starts) {
            to.integer(start);
        }
        to.flag(state.shifted).integer(state.days).integer(state.start).integer(state.end);
        to.real(state.low).real(state.high).real(state.latest);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.totals.read(from);
        Arrays.setAll(state.starts, i -> from.integer());
        state.shifted = from.flag();
        state.days = (int) from.integer();
        state.start = from.integer();
        state.end = from.integer();
        state.low = from.real();
        state.high = from.real();
        state.latest = from.real();
        return state;
    }
}
