package org.yiti.detect.vehicle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;
import org.yiti.detect.geo.Earth;

/**
 * A terminal that said nothing for far longer than it usually does ({@code vehicle.silence}): since when, whether the
 * ignition was on, and how far away it was when it spoke again. Told open as soon as somebody asks late enough.
 */
public final class Silence implements Detector<Motion, Silence.State> {

    static final class State {
        private boolean any;
        private long last;
        private boolean placed;
        private final Place place = new Place();
        private String ignition = UNKNOWN;
        private final Recents on = new Recents(15);
        private final Recents off = new Recents(15);
    }

    private static final String UNKNOWN = "unknown";

    private final SilenceSettings settings;

    Silence(SilenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "vehicle.silence";
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
        if (state.any && motion.at > state.last) {
            if (motion.at - state.last >= longest(state)) {
                tell(state, motion, settled);
            }
            // Silences count too: what is always so is usual.
            usual(state).add(motion.at - state.last);
        }
        state.any = true;
        state.last = motion.at;
        state.ignition = ignition(motion);
        if (motion.used()) {
            state.placed = true;
            state.place.set(motion, motion.at);
        }
        return state;
    }

    private static String ignition(Motion motion) {
        var position = motion.position;
        return !position.is(Position.IGNITION_KNOWN) ? UNKNOWN : position.ignitionOn() ? "on" : "off";
    }

    private static Recents usual(State state) {
        return state.ignition.equals("off") ? state.off : state.on;
    }

    private double longest(State state) {
        var least = (state.ignition.equals("off") ? settings.leastOff() : settings.leastOn()).toMillis();
        var usual = usual(state);
        return usual.full()
                ? Math.max(least, settings.times() * usual.median())
                : Math.max(least, settings.leastOff().toMillis());
    }

    private void tell(State state, Motion motion, Consumer<Fact> settled) {
        var figures = figures(state, motion.at);
        figures.put("ignition_after", ignition(motion));
        if (motion.used() && state.placed) {
            figures.put(
                    "jump_km",
                    Earth.metres(state.place.latitude, state.place.longitude, motion.latitude, motion.longitude)
                            / 1000);
            figures.put("after_latitude", motion.latitude);
            figures.put("after_longitude", motion.longitude);
        }
        settled.accept(Fact.settled("vehicle.silence", "", state.last, motion.at, motion.at, figures));
    }

    private static Map<String, Object> figures(State state, long until) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("hours", (until - state.last) / 3.6e6);
        figures.put("ignition", state.ignition);
        if (usual(state).full()) {
            figures.put("usual_seconds", usual(state).median() / 1000);
        }
        if (state.placed) {
            state.place.put("", figures);
        }
        return figures;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.any && asOf - state.last >= longest(state)) {
            open.accept(Fact.open("vehicle.silence", "", state.last, asOf, figures(state, asOf)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.any).integer(state.last).flag(state.placed).text(state.ignition);
        state.place.write(to);
        state.on.write(to);
        state.off.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.any = from.flag();
        state.last = from.integer();
        state.placed = from.flag();
        state.ignition = from.text();
        state.place.read(from);
        state.on.read(from);
        state.off.read(from);
        return state;
    }
}
