package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.INTERVALS_DIFFER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/**
 * What a meter counts that its sub-meters do not: losses, or a consumer without a meter.
 *
 * @param residualNanos parent less the sum of its sub-meters
 * @param allowedNanos what the tolerance lets pass, to the side on which it is off
 */
public record Balance(
        Step step,
        long startMillis,
        long parentNanos,
        long childrenNanos,
        long residualNanos,
        long allowedNanos,
        Verdict verdict) {

    private static final int PERMILLE = 1000;
    private static final int DOUBTFUL = Mark.UNEXPLAINED_FALL.bit() | Mark.IMPLAUSIBLE.bit() | Mark.PARTIAL.bit();

    public enum Verdict {
        WITHIN,
        /** The parent counts more: a loss, or somebody who is not measured. */
        LESS_BELOW,
        /** The sub-meters count more than the parent: one of them is wrong, or hangs elsewhere. */
        MORE_BELOW,
        /** Not everything is known: nothing can be said. */
        INCOMPLETE
    }

    /**
     * @param morePermille of the parent's consumption that its sub-meters may count too much
     * @param lessPermille that they may be short of it: losses, and what has no meter
     * @param leastNanos that passes in any case: a class-1 meter at no load says nothing
     */
    public record Tolerance(long morePermille, long lessPermille, long leastNanos) {}

    /** One balance for each interval of the parent; of each sub-meter a list of the same step, all in one unit. */
    public static List<Balance> of(List<Interval> parent, List<List<Interval>> children, Tolerance tolerance) {
        var sums = new HashMap<Long, Sum>();
        for (var child : children) {
            for (var interval : child) {
                sums.computeIfAbsent(interval.startMillis(), start -> new Sum()).add(interval);
            }
        }
        var balances = new ArrayList<Balance>();
        for (var interval : parent) {
            var sum = sums.getOrDefault(interval.startMillis(), new Sum());
            balances.add(of(interval, sum, children.size(), tolerance));
        }
        return balances;
    }

    private static Balance of(Interval parent, Sum sum, int children, Tolerance tolerance) {
        if (sum.step != null && sum.step != parent.step()) {
            throw new MeterRefused(INTERVALS_DIFFER, Map.of());
        }
        var residual = parent.nanos() - sum.nanos;
        var permille = residual > 0 ? tolerance.lessPermille() : tolerance.morePermille();
        var allowed = Math.max(tolerance.leastNanos(), Fixed.share(parent.nanos(), permille, PERMILLE));
        var complete = sum.count == children && ((sum.bits | parent.markBits()) & DOUBTFUL) == 0;
        return new Balance(
                parent.step(),
                parent.startMillis(),
                parent.nanos(),
                sum.nanos,
                residual,
                allowed,
                verdict(complete, residual, allowed));
    }

    private static Verdict verdict(boolean complete, long residual, long allowed) {
        if (!complete) {
            return Verdict.INCOMPLETE;
        }
        if (Math.abs(residual) <= allowed) {
            return Verdict.WITHIN;
        }
        return residual > 0 ? Verdict.LESS_BELOW : Verdict.MORE_BELOW;
    }

    private static final class Sum {

        private long nanos;
        private int count;
        private int bits;
        private @Nullable Step step;

        private void add(Interval interval) {
            nanos = Fixed.sum(nanos, interval.nanos());
            bits |= interval.markBits();
            count++;
            step = interval.step();
        }
    }
}
