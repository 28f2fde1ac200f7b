package org.yiti.meters.interval;

/**
 * Where a figure comes from: every reading of the meter that counted between two times (both of them included), as it was
 * known when the newest of them had come, and which tariff and factors were in force.
 *
 * @param newest the highest {@link Reading#received} among them; −1 where only the meter's history speaks
 * @param tariff its id; {@link #NONE}, or {@link #SEVERAL} in a day or month in which it changed
 */
public record Lineage(long fromMillis, long untilMillis, long newest, long tariff, long kgce, long co2) {

    public static final long NONE = -1;
    public static final long SEVERAL = -2;

    /** Of both together. */
    Lineage and(Lineage other) {
        return new Lineage(
                Math.min(fromMillis, other.fromMillis),
                Math.max(untilMillis, other.untilMillis),
                Math.max(newest, other.newest),
                same(tariff, other.tariff),
                same(kgce, other.kgce),
                same(co2, other.co2));
    }

    private static long same(long one, long other) {
        return one == other ? one : SEVERAL;
    }
}
