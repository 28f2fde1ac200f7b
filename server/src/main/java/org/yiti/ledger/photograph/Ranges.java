package org.yiti.ledger.photograph;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of bytes that stay; all else is blanked, and nothing moves. */
final class Ranges {

    /** By where each begins, where it ends; none touches another. */
    private final TreeMap<Long, Long> all = new TreeMap<>();

    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        var first = from;
        var last = to;
        var near = all.floorEntry(to);
        while (near != null && near.getValue() >= from) {
            first = Math.min(first, near.getKey());
            last = Math.max(last, near.getValue());
            all.remove(near.getKey());
            near = all.floorEntry(to);
        }
        all.put(first, last);
    }

    boolean contains(Map.Entry<Long, Long> stretch) {
        var around = all.floorEntry(stretch.getKey());
        return around != null && around.getValue() >= stretch.getValue();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void clear() {
        all.clear();
    }

    Iterable<Map.Entry<Long, Long>> each() {
        return all.entrySet();
    }

    /** @param at where the block stands among all bytes */
    void blankOthers(byte[] block, int start, int end, long at) {
        var shift = start - at;
        var done = start;
        var before = all.floorEntry(at);
        for (var one : all.tailMap(before == null ? at : before.getKey(), true).entrySet()) {
            var from = Math.max(start, one.getKey() + shift);
            if (from >= end) {
                break;
            }
            if (from > done) {
                Arrays.fill(block, done, (int) from, (byte) 0);
            }
            done = (int) Math.max(done, Math.min(end, one.getValue() + shift));
        }
        Arrays.fill(block, done, end, (byte) 0);
    }
}
