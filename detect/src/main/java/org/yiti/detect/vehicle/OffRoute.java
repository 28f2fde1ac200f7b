package org.yiti.detect.vehicle;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;
import org.yiti.detect.geo.Line;

/** Away from the way of an order for longer than a while ({@code vehicle.off-route}, about the order): how far, how long, how many kilometres. */
public final class OffRoute implements Detector<Motion, OffRoute.State> {

    static final class State {
        private boolean off;
        private long since;
        private long last;
        private double metres;
        private double farthest;
        private int leg;
        private final Place where = new Place();
    }

    private final RouteSettings settings;
    private final Route route;

    OffRoute(RouteSettings settings, Route route) {
        this.settings = settings;
        this.route = route;
    }

    @Override
    public String name() {
        return "vehicle.off-route " + route.id();
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
        if (motion.at < route.from() || motion.at > route.until()) {
            back(state, motion, settled);
            return state;
        }
        var within = state.off ? settings.back() * route.width() : route.width();
        var nearest = nearest(state, motion, within);
        state.leg = nearest.leg();
        if (nearest.metres() <= within) {
            back(state, motion, settled);
        } else if (!state.off) {
            state.off = true;
            state.since = motion.at;
            state.last = motion.at;
            state.metres = 0;
            state.farthest = nearest.metres();
            state.where.set(motion, motion.at);
        } else {
            state.last = motion.at;
            state.metres += motion.metres + motion.gapMetres;
            if (nearest.metres() > state.farthest) {
                state.farthest = nearest.metres();
                state.where.set(motion, motion.at);
            }
        }
        return state;
    }

    private Line.Nearest nearest(State state, Motion motion, double within) {
        return route.line().nearest(motion.latitude, motion.longitude, within, state.leg);
    }

    private void back(State state, Motion motion, Consumer<Fact> settled) {
        if (state.off && state.last - state.since >= settings.least().toMillis()) {
            settled.accept(
                    Fact.settled("vehicle.off-route", route.id(), state.since, state.last, motion.at, figures(state)));
        }
        state.off = false;
    }

    private Map<String, Object> figures(State state) {
        return Map.of(
                "minutes",
                (state.last - state.since) / 60_000.0,
                "km",
                state.metres / 1000,
                "farthest_metres",
                state.farthest,
                "width_metres",
                route.width(),
                "latitude",
                state.where.latitude,
                "longitude",
                state.where.longitude);
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.off && state.last - state.since >= settings.least().toMillis()) {
            open.accept(Fact.open("vehicle.off-route", route.id(), state.since, asOf, figures(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.off).integer(state.since).integer(state.last).integer(state.leg);
        to.real(state.metres).real(state.farthest);
        state.where.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.off = from.flag();
        state.since = from.integer();
        state.last = from.integer();
        state.leg = Math.max(0, (int) from.integer());
        state.metres = from.real();
        state.farthest = from.real();
        state.where.read(from);
        return state;
    }
}
