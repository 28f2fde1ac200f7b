package org.yiti.telemetry.gateway;

/** A token bucket: so many at once, so many a second after that. Of one thread. */
final class Bucket {

    private final double perSecond;
    private final double most;
    private double left;
    private long at;

    Bucket(double perSecond, double most, long nanos) {
        this.perSecond = perSecond;
        this.most = most;
        this.left = most;
        this.at = nanos;
    }

    /** @return how many milliseconds to wait before the next; 0 for none */
    long take(long nanos) {
        left = Math.min(most, left + (nanos - at) / 1e9 * perSecond);
        at = nanos;
        left -= 1;
        return left >= 0 ? 0 : (long) Math.ceil(-left / perSecond * 1000);
    }
}
