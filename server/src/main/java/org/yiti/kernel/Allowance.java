package org.yiti.kernel;

/** A bucket of tokens: a minute's worth at once, and then so many a minute. */
public final class Allowance {

    private static final double NANOS_A_MINUTE = 60e9;

    private final int perMinute;
    private double left;
    private long at;
    private int refused;

    /** @param now nanoseconds, as of {@link System#nanoTime()} */
    public Allowance(int perMinute, long now) {
        this.perMinute = perMinute;
        this.left = perMinute;
        this.at = now;
    }

    /** @return 0 when one was taken, or else how many seconds until there is one again */
    public synchronized long take(long nanos) {
        left = Math.min(perMinute, left + Math.max(0, nanos - at) / NANOS_A_MINUTE * perMinute);
        at = nanos;
        if (left >= 1) {
            left--;
            refused = 0;
            return 0;
        }
        refused++;
        return (long) Math.ceil((1 - left) / perMinute * 60);
    }

    /** Since one was taken last: whoever goes on is told of once. */
    public synchronized boolean isFirstRefusal() {
        return refused == 1;
    }
}
