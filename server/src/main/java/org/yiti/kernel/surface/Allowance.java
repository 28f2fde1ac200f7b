package org.yiti.kernel.surface;

/** A bucket of tokens: a minute's worth at once, and then so many a minute. */
final class Allowance {

    private static final double NANOS_A_MINUTE = 60e9;

    private final int perMinute;
    private double left;
    private long at;

    Allowance(int perMinute, long now) {
        this.perMinute = perMinute;
        this.left = perMinute;
        this.at = now;
    }

    /** @return 0 when one was taken, or else how many seconds until there is one again */
    synchronized long take(long nanos) {
        left = Math.min(perMinute, left + Math.max(0, nanos - at) / NANOS_A_MINUTE * perMinute);
        at = nanos;
        if (left >= 1) {
            left--;
            return 0;
        }
        return (long) Math.ceil((1 - left) / perMinute * 60);
    }
}
