package org.yiti.detect.vehicle;

import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Trips ({@code vehicle.trip}) and the stops between them ({@code vehicle.stop}). It stands where it has not left a circle
 * for some minutes; with an ignition that can be believed, sooner. A trip ends when it arrived, not when that was certain.
 * It works without an ignition, and without speeds.
 */
public final class Trips implements Detector<Motion, Trips.State> {

    static final class State {
        private boolean any;
        private boolean away;
        private boolean told;
        private boolean off;
        private long offSince;
        private long last;
        private final Place stop = new Place();
        private final Place left = new Place();
        /** Where it has stood since, if it stands, is the middle of the places since; it began here. */
        private final Place halt = new Place();

        private final Place haltBegan = new Place();
        private long halted;

        /** When it was last near the middle of the stop, for a trip begins before it has left. */
        private long home;

        private final Leg atHome = new Leg();
        private final Leg stood = new Leg();
        private final Leg driven = new Leg();
        private final Leg atHalt = new Leg();
    }

    /** A place reported longer before it left does not tell when it left. */
    private static final long DEPARTED = 5 * 60_000;

    /** Metres from the middle of a stop at which it has not begun to leave. */
    private static final double HOME = 30;

    private final TripSettings settings;

    Trips(TripSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "vehicle.trips";
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
        if (!state.any && !motion.used()) {
            return state;
        }
        if (!state.any) {
            state.any = true;
            stand(state, motion, motion.at);
        } else if (motion.used() && motion.at - state.last > settings.gap().toMillis()) {
            gap(state, motion, settled);
        } else if (state.away) {
            drive(state, motion, settled);
        } else {
            standing(state, motion);
        }
        state.last = motion.used() ? motion.at : state.last;
        return state;
    }

    private void standing(State state, Motion motion) {
        var metres = state.stop.metres(motion);
        if (!motion.used() || metres <= settings.leaves() && !fast(motion)) {
            state.stood.add(motion, state.stop.latitude, state.stop.longitude);
            if (motion.used() && metres <= HOME) {
                state.home = motion.at;
                state.atHome.set(state.stood);
            }
            return;
        }
        state.away = true;
        state.told = false;
        state.left.set(state.stop);
        if (motion.at - state.home <= DEPARTED) {
            state.left.since = state.home;
            state.driven.setSince(state.stood, state.atHome);
            state.stood.set(state.atHome);
        } else {
            state.left.since = motion.at - state.last <= DEPARTED ? state.last : motion.at;
            state.driven.clear();
        }
        state.driven.add(motion, state.left.latitude, state.left.longitude);
        halt(state, motion);
    }

    private void drive(State state, Motion motion, Consumer<Fact> settled) {
        state.driven.add(motion, state.left.latitude, state.left.longitude);
        if (!motion.used()) {
            return;
        }
        if (state.halt.metres(motion) > settings.halts()
                || state.haltBegan.metres(motion) > settings.leaves()
                || fast(motion)) {
            // It may have stood unseen: then it arrived where it was seen last, and left from there.
            halt(state, motion);
            qualify(state, motion.at, settled);
            return;
        }
        state.halted++;
        state.halt.include(motion, state.halted);
        if (motion.position.ignitionOff() && !state.off) {
            state.off = true;
            state.offSince = motion.at;
        } else if (motion.position.ignitionOn()) {
            state.off = false;
        }
        var off = state.off
                && state.driven.trustsIgnition()
                && motion.at - state.offSince >= settings.stands().afterOff().toMillis();
        if (off || motion.at - state.halt.since >= settings.stands().after().toMillis()) {
            arrive(state, motion.at, "stop", settled);
        }
    }

    /** A speed worked out from places tells no more than they. */
    private boolean fast(Motion motion) {
        return motion.toldSpeed && motion.speed >= settings.starts() && motion.metres > 0;
    }

    private void halt(State state, Motion motion) {
        state.halt.set(motion, motion.at);
        state.haltBegan.set(state.halt);
        state.halted = 1;
        state.atHalt.set(state.driven);
        state.off = motion.position.ignitionOff();
        state.offSince = motion.at;
    }

    private void qualify(State state, long known, Consumer<Fact> settled) {
        if (!state.told && isTrip(state)) {
            state.told = true;
            tellStop(state, state.left.since, known, settled);
        }
    }

    private boolean isTrip(State state) {
        var least = settings.least();
        var time = state.halt.since - state.left.since;
        return state.atHalt.metres() >= least.metres() && state.atHalt.farthest() > settings.leaves()
                || time >= least.time().toMillis() && state.atHalt.farthest() >= least.away();
    }

    /** It has stood since the halt began. */
    private void arrive(State state, long known, String how, Consumer<Fact> settled) {
        qualify(state, known, settled);
        if (state.told) {
            var figures = trip(state, state.halt.since, state.atHalt);
            figures.put("ended_by", how);
            state.halt.put("end_", figures);
            settled.accept(Fact.settled("vehicle.trip", "", state.left.since, state.halt.since, known, figures));
        } else if (state.halt.metres(state.stop) <= 2 * settings.leaves()) {
            // It did not go anywhere: still the same stop.
            state.stood.add(state.driven);
            state.away = false;
            return;
        } else {
            tellStop(state, state.left.since, known, settled);
        }
        state.stop.set(state.halt);
        state.home = state.halt.since;
        state.atHome.clear();
        state.stood.setSince(state.driven, state.atHalt);
        state.away = false;
        state.told = false;
    }

    /** Nothing was seen for long: what was is over where it was seen last. */
    private void gap(State state, Motion motion, Consumer<Fact> settled) {
        if (state.away) {
            arrive(state, motion.at, "gap", settled);
        }
        if (state.stop.metres(motion) <= settings.leaves()) {
            state.stood.add(motion, state.stop.latitude, state.stop.longitude);
        } else {
            tellStop(state, state.last, motion.at, settled);
            stand(state, motion, motion.at);
        }
    }

    private void stand(State state, Motion motion, long since) {
        state.away = false;
        state.told = false;
        state.stop.set(motion, since);
        state.stood.clear();
        state.stood.add(motion, motion.latitude, motion.longitude);
        state.home = since;
        state.atHome.set(state.stood);
    }

    private void tellStop(State state, long end, long known, Consumer<Fact> settled) {
        if (end - state.stop.since >= settings.stands().afterOff().toMillis()) {
            settled.accept(Fact.settled("vehicle.stop", "", state.stop.since, end, known, stop(state)));
        }
    }

    private Map<String, Object> stop(State state) {
        var figures = state.stood.points();
        state.stop.put("", figures);
        return figures;
    }

    private Map<String, Object> trip(State state, long end, Leg leg) {
        var figures = leg.trip(Math.max(1, end - state.left.since) / 3.6e6);
        state.left.put("start_", figures);
        return figures;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (!state.any) {
            return;
        }
        if (state.away && state.told) {
            open.accept(Fact.open("vehicle.trip", "", state.left.since, asOf, trip(state, state.last, state.driven)));
        } else if (asOf - state.stop.since >= settings.stands().afterOff().toMillis()) {
            open.accept(Fact.open("vehicle.stop", "", state.stop.since, asOf, stop(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.any).flag(state.away).flag(state.told).flag(state.off);
        to.integer(state.offSince).integer(state.last);
        state.stop.write(to);
        state.left.write(to);
        state.halt.write(to);
        state.haltBegan.write(to);
        to.integer(state.halted).integer(state.home);
        state.atHome.write(to);
        state.stood.write(to);
        state.driven.write(to);
        state.atHalt.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.any = from.flag();
        state.away = from.flag();
        state.told = from.flag();
        state.off = from.flag();
        state.offSince = from.integer();
        state.last = from.integer();
        state.stop.read(from);
        state.left.read(from);
        state.halt.read(from);
        state.haltBegan.read(from);
        state.halted = from.integer();
        state.home = from.integer();
        state.atHome.read(from);
        state.stood.read(from);
        state.driven.read(from);
        state.atHalt.read(from);
        return state;
    }
}
