package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/**
 * How odd each value of a stream is, from 0 (like something remembered) towards 1, at the cost of some dozen comparisons.
 *
 * <p>A value is odd by how far it lies outside everything remembered, measured by the range of what is remembered; and so
 * in five {@link Context}s; a sixth is {@link Rarity} within the range. Nothing is assumed of how values are distributed: in noise of any shape new extremes become
 * ever rarer, and by little. A stream that is often extreme has a wide range, and must do more to be odd.
 *
 * <p>One odd event is told once: a score counts only if it is above all of the last readings, a twentieth of what was
 * seen and at most 150.
 */
public final class Oddness {

    /** From here on it deserves to be looked at: a twentieth of the range beyond it. */
    public static final double ODD = 0.05 / 1.05;

    private static final int LEVEL = 24;

    /** What happens once in a hundred times is as odd as a twentieth of the range beyond it. */
    private static final double A_ZERO = 0.025;

    private static final int REST = 150;
    private static final int COMPARED = Context.UNVISITED.ordinal();

    private final Extremes[] remembered;
    private final Recent recent;
    private final Recent scores;
    private final SameTime sameTime;
    private Rarity rarity = new Rarity();
    private long count;
    private double before = Double.NaN;
    private double strongest;
    private Context context = Context.VALUE;
    private double compared;

    public Oddness() {
        this(new Extremes[COMPARED], new Recent(LEVEL), new Recent(REST), new SameTime());
        for (var i = 0; i < remembered.length; i++) {
            remembered[i] = new Extremes();
        }
    }

    private Oddness(Extremes[] remembered, Recent recent, Recent scores, SameTime sameTime) {
        this.remembered = remembered;
        this.recent = recent;
        this.scores = scores;
        this.sameTime = sameTime;
    }

    /** Of the value read then, in milliseconds of local time; values come in order of time. */
    public double next(long local, double value) {
        strongest = 0;
        compare(Context.VALUE, value);
        if (count > 0) {
            compare(Context.JUMP, value - before);
        }
        before = value;
        recent.add(value);
        if (recent.full()) {
            var mean = recent.mean();
            compare(Context.LEVEL, mean);
            compare(Context.SPREAD, recent.deviation(mean));
        }
        compare(Context.TIME_OF_DAY, sameTime.difference(value, local));
        visit(value);
        count++;
        var score = strongest > 0 && strongest > scores.max((int) Math.min(REST, count / 20)) ? strongest : 0;
        scores.add(strongest);
        return score / (1 + score);
    }

    long count() {
        return count;
    }

    /** In what the last value was odd, and what was compared in it. */
    Context context() {
        return context;
    }

    double compared() {
        return compared;
    }

    private void compare(Context with, double value) {
        var extremes = remembered[with.ordinal()];
        var beyond = extremes.beyond(value);
        if (beyond > strongest) {
            strongest = beyond;
            context = with;
            compared = value;
        }
        extremes.widen(value);
    }

    private void visit(double value) {
        var rare = A_ZERO * rarity.next(value, remembered[Context.VALUE.ordinal()]);
        if (rare > strongest) {
            strongest = rare;
            context = Context.UNVISITED;
            compared = value;
        }
    }

    void write(ByteSink to) {
        to.integer(count).real(before);
        for (var extremes : remembered) {
            extremes.write(to);
        }
        recent.write(to);
        scores.write(to);
        sameTime.write(to);
        rarity.write(to);
    }

    static Oddness read(ByteSource from) {
        var count = from.integer();
        var before = from.real();
        var remembered = new Extremes[COMPARED];
        for (var i = 0; i < remembered.length; i++) {
            remembered[i] = Extremes.read(from);
        }
        var oddness = new Oddness(remembered, Recent.read(from), Recent.read(from), SameTime.read(from));
        oddness.count = count;
        oddness.before = before;
        oddness.rarity = Rarity.read(from);
        return oddness;
    }
}
