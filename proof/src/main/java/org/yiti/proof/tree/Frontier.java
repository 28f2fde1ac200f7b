package org.yiti.proof.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * All a log needs to know of itself to grow: its size, and the root of every complete subtree that is not yet part of a
 * larger one, the largest first (at most 63 hashes; a compact range). A value: growing gives another one.
 */
public record Frontier(Hashing hashing, long size, List<Hash> peaks) {

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new ProofRefused(Refusal.FRONTIER_MALFORMED, Map.of("size", size));
        }
        peaks.forEach(hashing::check);
    }

    public static Frontier empty(Hashing hashing) {
        return new Frontier(hashing, 0, List.of());
    }

    /** The root of the tree at this size. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return hashing.empty();
        }
        var root = peaks.get(peaks.size() - 1);
        for (var i = peaks.size() - 2; i >= 0; i--) {
            root = hashing.node(peaks.get(i), root);
        }
        return root;
    }

    /** Appends the leaves (made by {@link Hashing#leaf}) in their order. */
    public Growth grow(List<Hash> leaves) {
        var stack = new ArrayList<>(peaks);
        var strips = new Strips();
        var next = size;
        for (var leaf : leaves) {
            var node = hashing.check(leaf);
            var level = 0;
            strips.add(level, next, node);
            for (var index = next; (index & 1) == 1; index >>= 1) {
                node = hashing.node(stack.remove(stack.size() - 1), node);
                strips.add(++level, index >> 1, node);
            }
            stack.add(node);
            next++;
        }
        return new Growth(new Frontier(hashing, next, stack), strips.list());
    }

    /** Eight bytes of size, then the peaks. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(Long.BYTES + peaks.size() * hashing.length())
                .putLong(size);
        peaks.forEach(peak -> bytes.put(peak.own()));
        return bytes.array();
    }

    public static Frontier of(Hashing hashing, byte[] bytes) {
        if (bytes.length < Long.BYTES || (bytes.length - Long.BYTES) % hashing.length() != 0) {
            throw new ProofRefused(Refusal.FRONTIER_MALFORMED, Map.of("size", bytes.length));
        }
        var buffer = ByteBuffer.wrap(bytes);
        var size = buffer.getLong();
        var peaks = new ArrayList<Hash>();
        while (buffer.hasRemaining()) {
            var peak = new byte[hashing.length()];
            buffer.get(peak);
            peaks.add(new Hash(peak));
        }
        return new Frontier(hashing, size, peaks);
    }
}
