package org.yiti.meters.interval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was consumed between each two neighbouring points of one installation. */
final class Pieces {

    /** 100 million units between two readings: no meter counts that, garbage does. */
    static final long MOST_NANOS = 100_000_000_000_000_000L;

    /** Nothing is spread over more than ten years: a clock that was wrong must not fill the books with hours. */
    static final long MOST_MILLIS = 3653 * Step.DAY_MILLIS;

    /** A register that falls has rolled over if it has run on by no more than a tenth of all it can show. */
    private static final int ROLL_OVER_SHARE = 10;

    private final MeterHistory meter;
    private final PartSums sums;

    Pieces(MeterHistory meter, PartSums sums) {
        this.meter = meter;
        this.sums = sums;
    }

    void of(List<Point> readings) {
        var next = 0;
        for (var installation : meter.installations()) {
            while (next < readings.size() && readings.get(next).atMillis() < installation.fromMillis()) {
                next++;
            }
            next = run(installation, readings, next);
        }
    }

    private int run(Installation installation, List<Point> readings, int from) {
        var run = new Run(installation);
        var last = start(installation);
        var next = from;
        while (next < readings.size() && readings.get(next).atMillis() < installation.untilMillis()) {
            last = run.to(last, readings.get(next));
            next++;
        }
        var end = installation.endRegister();
        if (end != null && installation.untilMillis() != Installation.OPEN) {
            run.to(last, new Point(installation.untilMillis(), end, -1, 0));
        }
        return next;
    }

    private static @Nullable Point start(Installation installation) {
        var register = installation.startRegister();
        if (register == null || installation.fromMillis() == Installation.EVER) {
            return null;
        }
        var mark = switch (installation.beginning()) {
            case INSTALLED -> 0;
            case REPLACED -> Mark.REPLACED.bit();
            case RESET -> Mark.RESET.bit();
            case RATIO_CHANGED -> Mark.RATIO_CHANGED.bit();
        };
        return new Point(installation.fromMillis(), register, -1, mark);
    }

    private final class Run {

        private final long modulus;
        private final long nanosPerStep;
        private final long mostSteps;

        Run(Installation installation) {
            this.modulus = installation.modulus();
            this.nanosPerStep = meter.nanosPerStep(installation);
            this.mostSteps = MOST_NANOS / nanosPerStep;
        }

        /** One step on; gives where the next begins. */
        Point to(@Nullable Point first, Point last) {
            if (first == null) {
                return last;
            }
            var length = last.atMillis() - first.atMillis();
            if (length <= 0) {
                // Read in the very moment of the change: what the history says stands.
                return first;
            }
            if (length > MOST_MILLIS) {
                return last;
            }
            var marks = first.markBits() | last.markBits() | (length > meter.longestMillis() ? Mark.IN_GAP.bit() : 0);
            var steps = last.register() - first.register();
            if (steps < 0) {
                steps += modulus;
                if (steps < 0 || steps > mostRolledOver(length)) {
                    sums.piece(first, last, 0, false, marks | Mark.UNEXPLAINED_FALL.bit(), first.atMillis());
                    return last;
                }
                marks |= Mark.ROLLED_OVER.bit();
            }
            if (steps > mostSteps) {
                sums.piece(first, last, 0, false, marks | Mark.IMPLAUSIBLE.bit(), first.atMillis());
                return last;
            }
            marks |= steps > meter.mostPlausibleSteps(length, nanosPerStep) ? Mark.IMPLAUSIBLE.bit() : 0;
            sums.piece(first, last, steps * nanosPerStep, true, marks, first.atMillis());
            return last;
        }

        private long mostRolledOver(long length) {
            return Math.min(modulus / ROLL_OVER_SHARE, meter.mostPlausibleSteps(length, nanosPerStep));
        }
    }
}
