package org.yiti.detect.vehicle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * In which fences it was, from when to when ({@code vehicle.fence}, about the fence), and through which it went between two
 * reports ({@code vehicle.fence-crossed}). Every fence is looked at for every place: dozens, not thousands.
 */
public final class Fences implements Detector<Motion, Fences.State> {

    static final class State {
        private final List<Stay> stays = new ArrayList<>();
        private final Place last = new Place();
    }

    /** Of one fence. */
    private static final class Stay {
        private boolean inside;
        private int against;
        private long begun;
        private long since;
        private long lastInside;
        private double deepest;
        private double standing;
        private double metres;

        private void write(ByteSink to) {
            to.flag(inside).integer(against).integer(begun).integer(since).integer(lastInside);
            to.real(deepest).real(standing).real(metres);
        }

        private static Stay read(ByteSource from) {
            var stay = new Stay();
            stay.inside = from.flag();
            stay.against = (int) from.integer();
            stay.begun = from.integer();
            stay.since = from.integer();
            stay.lastInside = from.integer();
            stay.deepest = from.real();
            stay.standing = from.real();
            stay.metres = from.real();
            return stay;
        }
    }

    private final FenceSettings settings;
    private final List<Fence> fences;

    Fences(FenceSettings settings, List<Fence> fences) {
        this.settings = settings;
        this.fences = List.copyOf(fences);
    }

    @Override
    public String name() {
        return "vehicle.fences";
    }

    /** Other fences are another detector: what is stored of them is refused, and recomputed. */
    @Override
    public int version() {
        var version = 1;
        for (var fence : fences) {
            version = 31 * version + fence.id().hashCode();
        }
        return version;
    }

    @Override
    public State start(String key) {
        var state = new State();
        fences.forEach(fence -> state.stays.add(new Stay()));
        return state;
    }

    @Override
    public State next(State state, Motion motion, Consumer<Fact> settled) {
        if (!motion.used()) {
            return state;
        }
        for (var i = 0; i < fences.size(); i++) {
            var fence = fences.get(i);
            var depth = fence.area().depth(motion.latitude, motion.longitude);
            look(fence, state, state.stays.get(i), depth, motion, settled);
        }
        state.last.set(motion, motion.at);
        return state;
    }

    private void look(Fence fence, State state, Stay stay, double depth, Motion motion, Consumer<Fact> settled) {
        var inside = depth >= (stay.inside ? -settings.edge() : 0);
        if (stay.inside && motion.follows) {
            stay.standing += motion.standing() && motion.metres == 0 ? motion.seconds() : 0;
            stay.metres += motion.metres;
        }
        if (inside == stay.inside) {
            stay.against = 0;
        } else {
            stay.begun = stay.against == 0 ? motion.at : stay.begun;
            stay.against++;
            if (stay.against >= settings.places() || Math.abs(depth) >= settings.sure()) {
                turn(fence, stay, motion, settled);
            }
        }
        if (stay.inside && inside) {
            stay.lastInside = motion.at;
            stay.deepest = Math.max(stay.deepest, depth);
        } else if (!stay.inside && !inside && crossed(fence, state, stay, depth, motion)) {
            settled.accept(Fact.settled(
                    "vehicle.fence-crossed",
                    fence.id(),
                    state.last.since,
                    motion.at,
                    motion.at,
                    Map.of("seconds", motion.seconds())));
        }
    }

    private void turn(Fence fence, Stay stay, Motion motion, Consumer<Fact> settled) {
        stay.against = 0;
        if (stay.inside) {
            settled.accept(
                    Fact.settled("vehicle.fence", fence.id(), stay.since, stay.lastInside, motion.at, figures(stay)));
            stay.inside = false;
            return;
        }
        stay.inside = true;
        stay.since = stay.begun;
        stay.lastInside = motion.at;
        stay.deepest = 0;
        stay.standing = 0;
        stay.metres = 0;
    }

    /** Not when it has just come out, for that is told; nor far from the edge, which costs. */
    private boolean crossed(Fence fence, State state, Stay stay, double depth, Motion motion) {
        return motion.follows
                && !motion.relocated
                && motion.metres > 0
                && -depth <= motion.metres
                && stay.lastInside < state.last.since
                && motion.at - motion.since <= settings.crossing().toMillis()
                && fence.area().crossed(state.last.latitude, state.last.longitude, motion.latitude, motion.longitude);
    }

    private static Map<String, Object> figures(Stay stay) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("minutes", (stay.lastInside - stay.since) / 60_000.0);
        figures.put("standing_minutes", stay.standing / 60);
        figures.put("km", stay.metres / 1000);
        figures.put("deepest_metres", stay.deepest);
        return figures;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        for (var i = 0; i < fences.size(); i++) {
            var stay = state.stays.get(i);
            if (stay.inside) {
                open.accept(Fact.open("vehicle.fence", fences.get(i).id(), stay.since, asOf, figures(stay)));
            }
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        state.last.write(to);
        state.stays.forEach(stay -> stay.write(to));
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.last.read(from);
        fences.forEach(fence -> state.stays.add(Stay.read(from)));
        return state;
    }
}
