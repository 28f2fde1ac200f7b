package org.yiti.proof.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** A log of {@code size} entries whose hashes are kept in tiles: any root it ever had, and any proof. */
public final class Tree {

    private final Hashing hashing;
    private final Tiles tiles;
    private final long size;

    public Tree(Hashing hashing, Tiles tiles, long size) {
        this.hashing = hashing;
        this.tiles = tiles;
        this.size = size;
    }

    /** The root when the log had {@code at} entries. */
    public Hash root(long at) {
        within(at);
        return at == 0 ? hashing.empty() : new Walk().root(0, at);
    }

    /** What takes the hash of entry {@code index} to the root of the first {@code at} entries. RFC 9162 §2.1.3.1. */
    public InclusionProof inclusion(long index, long at) {
        within(at);
        if (index < 0 || index >= at) {
            throw new ProofRefused(Refusal.INDEX_OUTSIDE_TREE, Map.of("index", index, "size", at));
        }
        var walk = new Walk();
        walk.include(index, 0, at);
        return new InclusionProof(index, at, walk.path);
    }

    /** What shows that the tree of {@code to} entries begins with that of {@code from} entries. RFC 9162 §2.1.4.1. */
    public ConsistencyProof consistency(long from, long to) {
        within(to);
        if (from < 0 || from > to) {
            throw new ProofRefused(Refusal.SIZES_REVERSED, Map.of("from", from, "to", to));
        }
        var walk = new Walk();
        if (from > 0 && from < to) {
            walk.extend(from, 0, to, true);
        }
        return new ConsistencyProof(from, to, walk.path);
    }

    private void within(long at) {
        if (at < 0 || at > size) {
            throw new ProofRefused(Refusal.SIZE_OUTSIDE_LOG, Map.of("size", at, "most", size));
        }
    }

    /** One walk down the tree, over the entries from {@code low} to before {@code high}. */
    private final class Walk {

        private final StoredNodes nodes = new StoredNodes(hashing, tiles, size);
        private final List<Hash> path = new ArrayList<>();

        Hash root(long low, long high) {
            var count = high - low;
            if (Long.bitCount(count) == 1) {
                var level = Long.numberOfTrailingZeros(count);
                return nodes.node(level, low >> level);
            }
            var middle = middle(low, high);
            return hashing.node(root(low, middle), root(middle, high));
        }

        void include(long index, long low, long high) {
            if (high - low == 1) {
                return;
            }
            var middle = middle(low, high);
            if (index < middle) {
                include(index, low, middle);
                path.add(root(middle, high));
            } else {
                include(index, middle, high);
                path.add(root(low, middle));
            }
        }

        void extend(long from, long low, long high, boolean known) {
            if (from == high) {
                // The verifier holds this root already, unless the walk has turned right before.
                if (!known) {
                    path.add(root(low, high));
                }
                return;
            }
            var middle = middle(low, high);
            if (from <= middle) {
                extend(from, low, middle, known);
                path.add(root(middle, high));
            } else {
                extend(from, middle, high, false);
                path.add(root(low, middle));
            }
        }

        /** Left goes the largest power of two that leaves something for the right. */
        private long middle(long low, long high) {
            return low + Long.highestOneBit(high - low - 1);
        }
    }
}
