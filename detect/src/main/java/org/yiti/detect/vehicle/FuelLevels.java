package org.yiti.detect.vehicle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Refuellings ({@code vehicle.refuelled}) and fuel that went faster than any engine burns it ({@code vehicle.fuel-drop}),
 * from a level that trembles. What is compared are medians of levels before and after; while a level changes, or slops
 * back, nothing is told. How much it trembles is learned, and is the error that is told.
 */
public final class FuelLevels implements Detector<Motion, FuelLevels.State> {

    static final class State {
        private boolean percent;
        private long last = Long.MIN_VALUE;
        private double highest;
        private double noise;
        private final Recents before = new Recents(7);
        private final Recents after = new Recents(5);
        private boolean changing;
        private boolean moved;
        private long calm;
        private int readings;
        private double kilometres;
        private double hours;
        private final Place place = new Place();
    }

    /** Share of the tank below which the sensor has no current; the engine would have stopped before. */
    private static final double NOUGHT = 0.01;

    /** How fast the learned trembling follows. */
    private static final double FOLLOWS = 0.05;

    /** A level that is settled trembles within so many of its usual tremblings, or so much of the least change. */
    private static final double SETTLED = 0.5;

    /** An amount is told with two of the deviations of a median of some readings. */
    private static final double DEVIATIONS = 2;

    /** Litres; what may have been burnt is most percent of a small one. */
    private static final double SMALL_TANK = 40;

    private final FuelSettings settings;

    FuelLevels(FuelSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "vehicle.fuel";
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
        if (state.changing) {
            state.kilometres += motion.metres / 1000 + motion.gapMetres / 1000;
            state.moved |= motion.speed >= 2 * Motion.STANDING && motion.metres > 0;
            // An engine that is not known to be off may have run.
            state.hours +=
                    motion.used() && motion.follows && !motion.position.ignitionOff() ? motion.seconds() / 3600 : 0;
        }
        var level = level(state, motion);
        if (Double.isNaN(level)) {
            return state;
        }
        state.last = motion.at;
        state.highest = Math.max(state.highest, level);
        if (state.before.count() < 3) {
            calm(state, motion, level);
        } else if (state.changing) {
            change(state, motion, level, settled);
        } else if (Math.abs(level - state.before.median()) <= least(state)) {
            calm(state, motion, level);
        } else {
            begin(state, motion, level);
        }
        return state;
    }

    /** Nought is a sensor without current, and more than all is none; NaN for both. */
    private double level(State state, Motion motion) {
        var raw = motion.position.gauges().fuel();
        if (raw <= 0 || motion.reason != null && motion.reason.ofClock() || motion.at <= state.last) {
            return Double.NaN;
        }
        var percent = motion.position.is(Position.FUEL_IN_PERCENT);
        if (percent && raw > 1000) {
            return Double.NaN;
        }
        var known = percent && !Double.isNaN(settings.tank());
        if (state.percent != (percent && !known)) {
            forget(state);
            state.percent = !state.percent;
        }
        var level = known ? raw / 1000.0 * settings.tank() : raw / 10.0;
        return level < NOUGHT * full(state) ? Double.NaN : level;
    }

    private static void forget(State state) {
        state.before.clear();
        state.after.clear();
        state.changing = false;
        state.highest = 0;
        state.noise = 0;
    }

    private double full(State state) {
        return state.percent ? 100 : Double.isNaN(settings.tank()) ? state.highest : settings.tank();
    }

    private double least(State state) {
        return Math.max(settings.least() * full(state), settings.noises() * state.noise);
    }

    private void calm(State state, Motion motion, double level) {
        if (state.before.count() >= 3) {
            state.noise += FOLLOWS * (Math.abs(level - state.before.median()) - state.noise);
        }
        state.before.add(level);
        state.calm = motion.at;
        state.place.set(motion, motion.at);
    }

    private void begin(State state, Motion motion, double level) {
        state.changing = true;
        state.readings = 1;
        state.moved = motion.speed >= 2 * Motion.STANDING && motion.metres > 0;
        state.kilometres = motion.metres / 1000 + motion.gapMetres / 1000;
        state.hours = motion.used() && motion.follows && !motion.position.ignitionOff() ? motion.seconds() / 3600 : 0;
        state.after.clear();
        state.after.add(level);
    }

    private void change(State state, Motion motion, double level, Consumer<Fact> settled) {
        state.after.add(level);
        state.readings++;
        var still = state.after.full()
                && state.after.range() <= Math.max(SETTLED * least(state), settings.noises() * state.noise);
        var forced = motion.at - state.calm > settings.longest().toMillis() && state.after.full();
        if (!still && !forced) {
            return;
        }
        var amount = state.after.median() - state.before.median();
        var burnt = settings.consumption().aKilometre() * state.kilometres
                + settings.consumption().anHour() * state.hours;
        var allowed = state.percent ? burnt / SMALL_TANK * 100 : burnt;
        if (still && amount > least(state)) {
            settled.accept(fact("vehicle.refuelled", state, motion, amount));
        } else if (still && -amount > least(state) + allowed) {
            settled.accept(fact("vehicle.fuel-drop", state, motion, -amount));
        }
        if (Math.abs(amount) > least(state) || forced) {
            state.before.clear();
        }
        state.after.moveTo(state.before);
        state.changing = false;
        state.calm = motion.at;
        state.place.set(motion, motion.at);
    }

    private Fact fact(String kind, State state, Motion motion, double amount) {
        Map<String, Object> figures = new HashMap<>();
        figures.put(state.percent ? "percent" : "litres", amount);
        var resolution = state.percent ? 1 : 0.1;
        figures.put("error", DEVIATIONS * Math.max(1.25 * state.noise, state.after.range() / 4) + resolution);
        figures.put("before", state.before.median());
        figures.put("after", state.after.median());
        figures.put("readings", (long) state.readings);
        figures.put("km_between", state.kilometres);
        figures.put("while", state.moved ? "driving" : "standing");
        if (motion.placed) {
            state.place.put("", figures);
        }
        return Fact.settled(kind, "", state.calm, motion.at, motion.at, figures);
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.percent).integer(state.last).real(state.highest).real(state.noise);
        to.flag(state.changing).flag(state.moved).integer(state.calm).integer(state.readings);
        to.real(state.kilometres).real(state.hours);
        state.before.write(to);
        state.after.write(to);
        state.place.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.percent = from.flag();
        state.last = from.integer();
        state.highest = from.real();
        state.noise = from.real();
        state.changing = from.flag();
        state.moved = from.flag();
        state.calm = from.integer();
        state.readings = (int) from.integer();
        state.kilometres = from.real();
        state.hours = from.real();
        state.before.read(from);
        state.after.read(from);
        state.place.read(from);
        return state;
    }
}
