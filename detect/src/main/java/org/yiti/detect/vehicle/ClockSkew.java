package org.yiti.detect.vehicle;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * A terminal whose clock is wrong ({@code vehicle.clock}): ahead of ours, which is certain, or behind. What was stored and
 * sent later comes late too, but less late from report to report; a clock that is behind is behind by the same all along.
 */
public final class ClockSkew implements Detector<Motion, ClockSkew.State> {

    static final class State {
        private String about = "";
        private long since;
        private long last;
        private long least;
        private long most;
        private long reports;
    }

    private static final String AHEAD = "ahead";
    private static final String BEHIND = "behind";

    /** Reports are sent within a minute; a clock that is right is never ahead by that. */
    private static final long RIGHT = 60_000;

    private static final long LATE = 180_000;

    /** Of a clock that is behind, by which its reports are more late or less: networks do that. */
    private static final long SAME = 60_000;

    private static final int FEWEST_AHEAD = 3;
    private static final int FEWEST_BEHIND = 20;
    private static final long SHORTEST_BEHIND = 10 * 60_000;

    @Override
    public String name() {
        return "vehicle.clock";
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
        var late = motion.position.received() - motion.position.at();
        var about = late < -RIGHT ? AHEAD : late > LATE ? BEHIND : "";
        var least = Math.min(state.least, late);
        var most = Math.max(state.most, late);
        if (!about.equals(state.about) || about.equals(BEHIND) && most - least > SAME) {
            if (wrong(state)) {
                settled.accept(
                        Fact.settled("vehicle.clock", state.about, state.since, state.last, motion.at, figures(state)));
            }
            state.about = about;
            state.since = motion.at;
            state.reports = 0;
            least = late;
            most = late;
        }
        state.least = least;
        state.most = most;
        state.last = motion.at;
        state.reports++;
        return state;
    }

    private static boolean wrong(State state) {
        return switch (state.about) {
            case AHEAD -> state.reports >= FEWEST_AHEAD && state.last > state.since;
            case BEHIND -> state.reports >= FEWEST_BEHIND && state.last - state.since >= SHORTEST_BEHIND;
            default -> false;
        };
    }

    private static Map<String, Object> figures(State state) {
        var by = state.about.equals(AHEAD) ? -state.most : state.least;
        return Map.of("seconds", by / 1000.0, "reports", state.reports);
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (wrong(state)) {
            open.accept(Fact.open("vehicle.clock", state.about, state.since, asOf, figures(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.text(state.about).integer(state.since).integer(state.last);
        to.integer(state.least).integer(state.most).integer(state.reports);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.about = from.text();
        state.since = from.integer();
        state.last = from.integer();
        state.least = from.integer();
        state.most = from.integer();
        state.reports = from.integer();
        return state;
    }
}
