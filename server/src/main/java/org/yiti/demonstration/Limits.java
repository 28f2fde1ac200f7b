package org.yiti.demonstration;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Square metres a rank may have: the world's own copy, see office-limits.txt for why there are two. */
final class Limits {
    private final Map<String, Double> byRank = new HashMap<>();

    Limits() {
        Lines.of("office-limits.txt").forEach(line -> byRank.put(line[0], Double.valueOf(line[1])));
    }

    double of(String rank) {
        Double limit = byRank.get(rank);
        if (limit == null) {
            throw new NoSuchElementException(rank);
        }
        return limit;
    }
}
