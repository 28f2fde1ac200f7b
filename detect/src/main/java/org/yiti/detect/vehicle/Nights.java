package org.yiti.detect.vehicle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;
import org.yiti.detect.Zone;
import org.yiti.detect.geo.Earth;

/**
 * Where it stood each night ({@code vehicle.night}), and how far that is from where it usually stands. A terminal that
 * sleeps is where it is found in the morning if that is where it was in the evening; otherwise that time is not known.
 */
public final class Nights implements Detector<Motion, Nights.State> {

    static final class State {
        private boolean any;
        private long night;
        private long reports;
        private double metres;
        private final Place last = new Place();
        private final Whereabouts where = new Whereabouts();
        private final Usual usual = new Usual();
    }

    /** It cannot have been away and back unseen for long between two reports that are closer. */
    private static final long SEEN = 30 * 60_000;

    /** Whoever was silent for longer has no nights told. */
    private static final long MOST_NIGHTS = 62;

    private final NightSettings settings;
    private final Zone zone;

    Nights(NightSettings settings) {
        this.settings = settings;
        this.zone = new Zone(settings.zone());
    }

    @Override
    public String name() {
        return "vehicle.night";
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
        var night = night(motion.at);
        if (state.any) {
            var known = motion.at - state.last.since <= SEEN || state.last.metres(motion) <= settings.near();
            if (night > state.night) {
                morning(state, night, motion.at, known, settled);
            }
            between(state, state.last.since, motion.at, known);
        }
        state.night = night;
        state.any = true;
        state.last.set(motion, motion.at);
        if (motion.at >= begin(night)) {
            state.reports++;
            state.metres += motion.metres + motion.gapMetres;
        }
        return state;
    }

    private void morning(State state, long until, long at, boolean known, Consumer<Fact> settled) {
        var last = until - state.night > MOST_NIGHTS ? state.night + 1 : until;
        for (; state.night < last; state.night++) {
            between(state, state.last.since, at, known);
            if (state.where.known() > 0) {
                var begin = begin(state.night);
                settled.accept(Fact.settled("vehicle.night", "", begin, end(state.night), at, figures(state)));
                state.usual.add(state.where.place(state.where.longest()), settings.near());
            }
            state.where.clear();
            state.reports = 0;
            state.metres = 0;
        }
        state.night = until;
    }

    /** What of that time is of this night. */
    private void between(State state, long from, long to, boolean known) {
        var time = Math.min(to, end(state.night)) - Math.max(from, begin(state.night));
        if (known && time > 0) {
            state.where.add(state.last, time, settings.near());
        }
    }

    /** The night after that day's evening; the hours before six are of the day before. */
    private long night(long at) {
        return Zone.day(zone.local(at) - settings.to() * Zone.HOUR);
    }

    private long begin(long night) {
        return zone.at(night * Zone.DAY + settings.from() * Zone.HOUR);
    }

    private long end(long night) {
        return zone.at((night + 1) * Zone.DAY + settings.to() * Zone.HOUR);
    }

    private static Map<String, Object> figures(State state) {
        Map<String, Object> figures = new HashMap<>();
        var longest = state.where.longest();
        var place = state.where.place(longest);
        place.put("", figures);
        figures.put("minutes_there", state.where.time(longest) / 60_000.0);
        figures.put("minutes_known", state.where.known() / 60_000.0);
        figures.put("places", (long) state.where.count());
        figures.put("reports", state.reports);
        figures.put("km_driven", state.metres / 1000);
        if (state.usual.known()) {
            var usual = state.usual;
            figures.put("usual_latitude", usual.latitude());
            figures.put("usual_longitude", usual.longitude());
            figures.put(
                    "km_from_usual",
                    Earth.metres(place.latitude, place.longitude, usual.latitude(), usual.longitude()) / 1000);
        }
        return figures;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        if (state.any && state.where.known() > 0) {
            open.accept(Fact.open("vehicle.night", "", begin(state.night), asOf, figures(state)));
        }
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.any).integer(state.night).integer(state.reports).real(state.metres);
        state.last.write(to);
        state.where.write(to);
        state.usual.write(to);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.any = from.flag();
        state.night = from.integer();
        state.reports = from.integer();
        state.metres = from.real();
        state.last.read(from);
        state.where.read(from);
        state.usual.read(from);
        return state;
    }
}
