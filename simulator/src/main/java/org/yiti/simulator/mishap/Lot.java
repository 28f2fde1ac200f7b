package org.yiti.simulator.mishap;

/**
 * What meets with what: of every {@value #BLOCK} in a row exactly the shares that were asked for (rounded), in an order that
 * only the seed knows. The same seed draws the same, whatever threads do.
 */
final class Lot {

    enum Fate {
        DROPPED,
        DUPLICATED,
        DELAYED,
        REORDERED,
        RECONNECTED,
        SPARED
    }

    static final int BLOCK = 1 << 16;

    private static final Fate[] FATES = Fate.values();
    private static final int HALF_BITS = 8;
    private static final int HALF = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 4;

    private final long seed;
    /** Where in the shuffled block each fate ends. */
    private final int[] ends;

    Lot(long seed, Shares shares) {
        this.seed = seed;
        this.ends = new int[] {
            rounded(shares.dropped()),
            rounded(shares.duplicated()),
            rounded(shares.delayed()),
            rounded(shares.reordered()),
            rounded(shares.reconnected())
        };
        for (var i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
    }

    private static int rounded(double share) {
        return (int) Math.round(share * BLOCK);
    }

    Fate of(long number) {
        if (ends[ends.length - 1] > 0) {
            var place = shuffled(number);
            for (var i = 0; i < ends.length; i++) {
                if (place < ends[i]) {
                    return FATES[i];
                }
            }
        }
        return Fate.SPARED;
    }

    /** A permutation of each block (Feistel, eight bits a side). */
    private int shuffled(long number) {
        var key = mix(seed + number / BLOCK * 0x9E3779B97F4A7C15L);
        var place = (int) (number % BLOCK);
        var left = place >>> HALF_BITS;
        var right = place & HALF;
        for (var round = 1; round <= ROUNDS; round++) {
            var next = left ^ (int) (mix(key + round * 0xD1B54A32D192ED03L + right) & HALF);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
