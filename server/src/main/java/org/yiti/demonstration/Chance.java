package org.yiti.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Seeded chance that splits by name: what is drawn under one name never shifts what is drawn under another.
 * Only raw 64-bit words come from the generator, so that every Java version draws the same.
 */
final class Chance implements RandomGenerator {
    private final long origin;
    private long state;

    Chance(long seed) {
        origin = seed;
        state = seed;
    }

    Chance under(String name) {
        long hash = 0xCBF29CE484222325L ^ origin;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return new Chance(mixed(hash));
    }

    Chance under(String name, long number) {
        return new Chance(mixed(under(name).origin + number * 0x9E3779B97F4A7C15L));
    }

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mixed(state);
    }

    private static long mixed(long word) {
        long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From low to high, both included. */
    int whole(int low, int high) {
        return low + (int) Long.remainderUnsigned(nextLong(), high - low + 1L);
    }

    double real(double low, double high) {
        return low + (high - low) * ((nextLong() >>> 11) * 0x1.0p-53);
    }

    /** Mean 0, deviation 1, never beyond 3.5: a sum of twelve uniform draws is bounded where a true bell is not. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += real(0, 1);
        }
        return Math.max(-3.5, Math.min(3.5, sum));
    }

    boolean happens(double probability) {
        return real(0, 1) < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(whole(0, from.size() - 1));
    }
}
