package org.yiti.proof.tree;

import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** The tree of {@code to} entries begins with that of {@code from} entries: checked with the two roots. RFC 9162 §2.1.4. */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Refuses unless the later tree extends the earlier one. */
    public void check(Hashing hashing, Hash earlier, Hash later) {
        if (from < 0 || from > to) {
            throw new ProofRefused(Refusal.SIZES_REVERSED, Map.of("from", from, "to", to));
        }
        hashing.check(earlier);
        hashing.check(later);
        path.forEach(hashing::check);
        if (from == 0 || from == to) {
            Path.length(path, 0);
            same(from == to ? later : hashing.empty(), earlier, Refusal.EARLIER_ROOT_DIFFERS);
        } else {
            climb(hashing, earlier, later);
        }
    }

    /** From the last subtree of the earlier tree up to both roots at once. */
    private void climb(Hashing hashing, Hash earlier, Hash later) {
        var level = Long.numberOfTrailingZeros(from);
        var index = (from - 1) >>> level;
        var inner = Path.inner(from - 1, to - 1) - level;
        // An earlier tree that is one subtree has its root for a beginning, which needs not be told.
        var told = Long.bitCount(from) == 1 ? 0 : 1;
        Path.length(path, told + inner + Path.border(index, inner));
        var before = told == 1 ? path.get(0) : earlier;
        var after = before;
        for (var step = 0; step < path.size() - told; step++) {
            var other = path.get(step + told);
            if (Path.fromLeft(index, inner, step)) {
                before = hashing.node(other, before);
                after = hashing.node(other, after);
            } else {
                after = hashing.node(after, other);
            }
        }
        same(before, earlier, Refusal.EARLIER_ROOT_DIFFERS);
        same(after, later, Refusal.ROOT_DIFFERS);
    }

    private static void same(Hash found, Hash expected, Refusal otherwise) {
        if (!found.equals(expected)) {
            throw new ProofRefused(otherwise);
        }
    }

    /** The same proof in one of the two trees, as anybody's RFC 9162 verifier takes it. */
    public ConsistencyProof part(Hashing whole, Hashing part) {
        return new ConsistencyProof(
                from, to, path.stream().map(hash -> whole.part(hash, part)).toList());
    }
}
