package org.yiti.detect.vehicle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** Judges and measures each position once, and tells what came out to a detector of motions. Nothing is dropped: what is not used has a {@link Reason}. */
public final class Cleaning<S> implements Detector<Position, Cleaning.State<S>> {

    static final class State<S> {
        private final Cleaner cleaner;
        private final Motion motion = new Motion();
        private S inner;

        State(Cleaner cleaner, S inner) {
            this.cleaner = cleaner;
            this.inner = inner;
        }
    }

    private final CleaningSettings settings;
    private final Positions kind;
    private final Detector<Motion, S> inner;

    Cleaning(CleaningSettings settings, Detector<Motion, S> inner) {
        this.settings = settings;
        this.kind = new Positions(settings);
        this.inner = inner;
    }

    /** All of them in order, each with the reason why its place is not used: for tables and maps of raw positions. */
    public static List<Judged> judge(CleaningSettings settings, Collection<Position> positions) {
        var kind = new Positions(settings);
        var cleaner = new Cleaner(settings);
        var motion = new Motion();
        var judged = new ArrayList<Judged>();
        for (var position : kind.canonical(positions)) {
            cleaner.judge(position, kind.at(position), motion);
            judged.add(new Judged(position, motion.reason));
        }
        return judged;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public int version() {
        return 100 + inner.version();
    }

    @Override
    public State<S> start(String key) {
        return new State<>(new Cleaner(settings), inner.start(key));
    }

    @Override
    public State<S> next(State<S> state, Position position, Consumer<Fact> settled) {
        state.cleaner.judge(position, kind.at(position), state.motion);
        state.inner = inner.next(state.inner, state.motion, settled);
        return state;
    }

    @Override
    public void open(State<S> state, long asOf, Consumer<Fact> open) {
        inner.open(state.inner, asOf, open);
    }

    @Override
    public void write(State<S> state, ByteSink to) {
        state.cleaner.write(to);
        inner.write(state.inner, to);
    }

    @Override
    public State<S> read(ByteSource from) {
        var cleaner = new Cleaner(settings);
        cleaner.read(from);
        return new State<>(cleaner, inner.read(from));
    }
}
