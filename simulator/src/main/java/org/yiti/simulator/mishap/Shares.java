package org.yiti.simulator.mishap;

/**
 * Of all that devices tell, which part meets with what; 0 to 1, and 1 together at most, since nothing meets with two.
 *
 * @param dropped never told
 * @param duplicated told twice
 * @param delayed told late, with others that were
 * @param reordered told after the next
 * @param reconnected the connection breaks behind it
 */
public record Shares(double dropped, double duplicated, double delayed, double reordered, double reconnected) {

    public static final Shares NONE = new Shares(0, 0, 0, 0, 0);

    public Shares {
        var all = dropped + duplicated + delayed + reordered + reconnected;
        if (!(Math.min(Math.min(Math.min(dropped, duplicated), Math.min(delayed, reordered)), reconnected) >= 0
                && all <= 1)) {
            throw new IllegalArgumentException("Shares are 0 or more, and 1 together at most; these are " + all);
        }
    }
}
