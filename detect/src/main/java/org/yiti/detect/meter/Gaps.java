package org.yiti.detect.meter;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Long runs without readings ({@code meter.missing}) and of nothing but zeros ({@code meter.zero}), each told once, from its
 * first interval to its last. A run of the one ends a run of the other.
 */
public final class Gaps implements Detector<Reading, Gaps.State> {

    static final class State {
        private boolean any;
        private long last;
        private long missingSince = Long.MIN_VALUE;
        private long zeroSince = Long.MIN_VALUE;
    }

    private static final long NONE = Long.MIN_VALUE;

    private final long step;
    private final long atLeast;

    /** A day, because shorter holes are filled by the next upload, and meters of small users count nothing for hours. */
    public Gaps(Metering metering) {
        this(metering, Duration.ofDays(1));
    }

    public Gaps(Metering metering, Duration atLeast) {
        this.step = metering.step;
        this.atLeast = atLeast.toMillis();
    }

    @Override
    public String name() {
        return "meter.gaps";
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
    public State next(State state, Reading reading, Consumer<Fact> settled) {
        var at = reading.at();
        var late = state.any && at - state.last > step + step / 2;
        if (state.missingSince == NONE && (late || reading.missing())) {
            state.missingSince = late ? state.last + step : at;
        }
        if (state.missingSince != NONE) {
            endZeros(state, at, settled);
        }
        if (!reading.missing()) {
            endMissing(state, at, settled);
            if (reading.value() != 0) {
                endZeros(state, at, settled);
            } else if (state.zeroSince == NONE) {
                state.zeroSince = at;
            }
        }
        state.any = true;
        state.last = at;
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        var since = state.missingSince != NONE ? state.missingSince : state.last + step;
        if (state.any && asOf - since + step >= atLeast) {
            open.accept(Fact.open("meter.missing", "", since, asOf, figures(since, asOf)));
        }
        if (state.zeroSince != NONE && state.last - state.zeroSince + step >= atLeast) {
            open.accept(Fact.open("meter.zero", "", state.zeroSince, asOf, figures(state.zeroSince, state.last)));
        }
    }

    private void endMissing(State state, long at, Consumer<Fact> settled) {
        var since = state.missingSince;
        if (since != NONE && at - since >= atLeast) {
            settled.accept(Fact.settled("meter.missing", "", since, at - step, at, figures(since, at - step)));
        }
        state.missingSince = NONE;
    }

    private void endZeros(State state, long at, Consumer<Fact> settled) {
        var since = state.zeroSince;
        if (since != NONE && state.last - since + step >= atLeast) {
            settled.accept(Fact.settled("meter.zero", "", since, state.last, at, figures(since, state.last)));
        }
        state.zeroSince = NONE;
    }

    private Map<String, Object> figures(long since, long last) {
        return Map.of("hours", (last - since + step) / 3.6e6);
    }

    @Override
    public void write(State state, ByteSink to) {
        to.flag(state.any).integer(state.last).integer(state.missingSince).integer(state.zeroSince);
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        state.any = from.flag();
        state.last = from.integer();
        state.missingSince = from.integer();
        state.zeroSince = from.integer();
        return state;
    }
}
