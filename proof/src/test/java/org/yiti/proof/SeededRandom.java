package org.yiti.proof;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that comes out the same on every run. */
public final class SeededRandom extends SecureRandom {

    private final transient Random random;

    public SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        nextBytes(bytes);
        return bytes;
    }

    @Override
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }
}
