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
import org.yiti.detect.Zone;

/**
 * Kilometres of each local day ({@code vehicle.day}), along the places and by the odometer, and how many positions were not
 * used, by reason. What lies between the last place of a day and the first of the next belongs to the next.
 */
public final class DaySums implements Detector<Motion, DaySums.State> {

    static final class State {
        private long day = Long.MIN_VALUE;
        private long first;
        private long last;
        private double latitude;
        private double longitude;
        private final Leg leg = new Leg();
        private final int[] unused = new int[Reason.values().length];
    }

    private static final Reason[] REASONS = Reason.values();

    private final Zone zone;

    DaySums(Zone zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "vehicle.day";
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
        var day = Zone.day(zone.local(motion.at));
        if (day != state.day) {
            if (state.day != Long.MIN_VALUE) {
                settled.accept(Fact.settled(
                        "vehicle.day",
                        "",
                        start(state),
                        zone.at((state.day + 1) * Zone.DAY),
                        motion.at,
                        figures(state)));
            }
            state.day = day;
            state.first = motion.at;
            state.latitude = motion.latitude;
            state.longitude = motion.longitude;
            state.leg.clear();
            Arrays.fill(state.unused, 0);
        }
        state.last = motion.at;
        state.leg.add(motion, state.latitude, state.longitude);
        if (motion.reason != null) {
            state.unused[motion.reason.ordinal()]++;
        }
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.day != Long.MIN_VALUE) {
            open.accept(Fact.open("vehicle.day", "", start(state), asOf, figures(state)));
        }
    }

    private long start(State state) {
        return zone.at(state.day * Zone.DAY);
    }

    private static Map<String, Object> figures(State state) {
        var leg = state.leg;
        var figures = new HashMap<>(leg.points());
        leg.distance(figures);
        figures.put("first_report", state.first);
        figures.put("last_report", state.last);
        if (leg.hasOdometer() && leg.odometerKilometres() > 0) {
            figures.put(
                    "discrepancy", Math.abs(leg.metres() / 1000 - leg.odometerKilometres()) / leg.odometerKilometres());
        }
        for (var reason : REASONS) {
            if (state.unused[reason.ordinal()] > 0) {
                figures.put("unused_" + reason.name().toLowerCase(Locale.ROOT), (long) state.unused[reason.ordinal()]);
            }
        }
        return figures;
    }

    @Override
    public void write(State state, ByteSink to) {
        to.integer(state.day).integer(state.first).integer(state.last);
        to.real(state.latitude).real(state.longitude).integers(state.unused);
        state.leg.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.day = from.integer();
        state.first = from.integer();
        state.last = from.integer();
        state.latitude = from.real();
        state.longitude = from.real();
        var unused = from.integers();
        System.arraycopy(unused, 0, state.unused, 0, Math.min(unused.length, state.unused.length));
        state.leg.read(from);
        return state;
    }
}
