package org.yiti.detect.vehicle;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/**
 * Kilometres counted by the vehicle or its terminal. It may start anew (another terminal), roll over (six digits), and say
 * nonsense once; one reading that does not fit is doubted until the next one confirms it.
 */
final class Odometer {

    enum Break {
        NONE,
        /** Less than before. */
        RESET,
        /** Less than before, because all digits are used. */
        ROLLED_OVER,
        /** More than can have been driven. */
        JUMP
    }

    /** What one reading meant. */
    static final class Step {
        /** Counted since the last good reading; NaN where nothing is known. */
        double kilometres;

        Break broken = Break.NONE;
        double before;
        double after;

        void nothing() {
            kilometres = Double.NaN;
            broken = Break.NONE;
        }
    }

    private static final long NONE = -1;

    /** Tenths of kilometres after which counters with five and six digits begin anew. */
    private static final long[] TURNS = {1_000_000, 10_000_000};

    /** A tenth is what it counts in; the rest is what a terminal counts late. */
    private static final double SLACK = 1.0;

    private final double fastest;
    private long reading = NONE;
    private long at;
    private long doubted = NONE;
    private long doubtedAt;

    Odometer(CleaningSettings settings) {
        this.fastest = settings.fastest();
    }

    void read(long now, long time, Step step) {
        step.nothing();
        // Nought is what a wire that is not connected says.
        if (now <= 0 || reading != NONE && time <= at) {
            return;
        }
        if (reading == NONE) {
            take(now, time);
        } else if (follows(reading, at, now, time)) {
            step.kilometres = (now - reading) / 10.0;
            take(now, time);
        } else if (rolledOver(now, time) != NONE) {
            broken(Break.ROLLED_OVER, now, step);
            step.kilometres = rolledOver(now, time) / 10.0;
            take(now, time);
        } else if (doubted != NONE && time > doubtedAt && follows(doubted, doubtedAt, now, time)) {
            broken(doubted < reading ? Break.RESET : Break.JUMP, doubted, step);
            take(now, time);
        } else {
            doubted = now;
            doubtedAt = time;
        }
    }

    private void broken(Break how, long now, Step step) {
        step.broken = how;
        step.before = reading / 10.0;
        step.after = now / 10.0;
    }

    private void take(long now, long time) {
        reading = now;
        at = time;
        doubted = NONE;
    }

    private boolean follows(long before, long beforeAt, long now, long time) {
        return now >= before && (now - before) / 10.0 <= fastest * (time - beforeAt) / 3.6e6 + SLACK;
    }

    private long rolledOver(long now, long time) {
        for (var turn : TURNS) {
            if (reading < turn
                    && reading > turn - turn / 100
                    && now < turn / 100
                    && follows(reading, at, now + turn, time)) {
                return now + turn - reading;
            }
        }
        return NONE;
    }

    void write(ByteSink to) {
        to.integer(reading).integer(at).integer(doubted).integer(doubtedAt);
    }

    void read(ByteSource from) {
        reading = from.integer();
        at = from.integer();
        doubted = from.integer();
        doubtedAt = from.integer();
    }
}
