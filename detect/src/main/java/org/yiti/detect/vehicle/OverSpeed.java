package org.yiti.detect.vehicle;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** Faster than a limit for longer than a moment ({@code vehicle.over-speed}, about the limit), by two reports at least. */
public final class OverSpeed implements Detector<Motion, OverSpeed.State> {

    static final class State {
        private boolean over;
        private long since;
        private long last;
        private long reports;
        private double fastest;
        private double metres;
        private final Place where = new Place();
    }

    /** What was between two reports farther apart is not known. */
    private static final long SEEN = 60_000;

    private final SpeedLimit limit;

    OverSpeed(SpeedLimit limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "vehicle.over-speed " + limit.id();
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
        if (!motion.used()) {
            return state;
        }
        var over = motion.sureSpeed > limit.kmh()
                && (limit.where() == null || limit.where().depth(motion.latitude, motion.longitude) >= 0);
        if (state.over && (!over || motion.at - state.last > SEEN)) {
            if (tooLong(state)) {
                settled.accept(Fact.settled(
                        "vehicle.over-speed", limit.id(), state.since, state.last, motion.at, figures(state)));
            }
            state.over = false;
        }
        if (!over) {
            return state;
        }
        if (!state.over) {
            state.over = true;
            state.since = motion.at;
            state.reports = 0;
            state.fastest = 0;
            state.metres = 0;
        } else {
            state.metres += motion.metres;
        }
        state.reports++;
        state.last = motion.at;
        if (motion.sureSpeed > state.fastest) {
            state.fastest = motion.sureSpeed;
            state.where.set(motion, motion.at);
        }
        return state;
    }

    private boolean tooLong(State state) {
        return state.reports >= 2 && state.last - state.since >= limit.least().toMillis();
    }

    private Map<String, Object> figures(State state) {
        return Map.of(
                "seconds", (state.last - state.since) / 1000.0,
                "limit_kmh", limit.kmh(),
                "max_kmh", state.fastest,
                "km", state.metres / 1000,
                "reports", state.reports,
                "latitude", state.where.latitude,
                "longitude", state.where.longitude);
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.over && tooLong(state)) {
            open.accept(Fact.open("vehicle.over-speed", limit.id(), state.since, asOf, figures(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.over).integer(state.since).integer(state.last).integer(state.reports);
        to.real(state.fastest).real(state.metres);
        state.where.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.over = from.flag();
        state.since = from.integer();
        state.last = from.integer();
        state.reports = from.integer();
        state.fastest = from.real();
        state.metres = from.real();
        state.where.read(from);
        return state;
    }
}
