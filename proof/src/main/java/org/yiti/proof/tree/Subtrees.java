package org.yiti.proof.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Roots over neighbours, the last some hundred of which are remembered by the hashes they were made of: the upper tiles of a
 * log, and its right edge, are in every proof. What was altered is other hashes, and is never answered from memory. For any
 * number of threads; 2 MB at most.
 */
public final class Subtrees {

    /** Fewer are hashed as fast as looked up. */
    private static final int WORTH_REMEMBERING = 16;

    private static final int MOST = 256;

    private final Hashing hashing;
    private final Map<ByteBuffer, Hash> lately = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Hash> eldest) {
            return size() > MOST;
        }
    };

    public Subtrees(Hashing hashing) {
        this.hashing = hashing;
    }

    Hashing hashing() {
        return hashing;
    }

    /** As {@link Hashing#subtree}. */
    Hash root(byte[] hashes, int first, int count) {
        if (count < WORTH_REMEMBERING) {
            return hashing.subtree(hashes, first, count);
        }
        var length = hashing.length();
        var of = ByteBuffer.wrap(Arrays.copyOfRange(hashes, first * length, (first + count) * length));
        synchronized (lately) {
            var known = lately.get(of);
            if (known != null) {
                return known;
            }
        }
        var root = hashing.subtree(hashes, first, count);
        synchronized (lately) {
            lately.put(of, root);
        }
        return root;
    }
}
