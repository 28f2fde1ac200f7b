package org.yiti.proof.tree;

import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Entry {@code index} is in the tree of {@code size} entries: checked with its hash and the root. RFC 9162 §2.1.3. */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The root that the leaf leads to. */
    public Hash root(Hashing hashing, Hash leaf) {
        if (index < 0 || index >= size) {
            throw new ProofRefused(Refusal.INDEX_OUTSIDE_TREE, Map.of("index", index, "size", size));
        }
        hashing.check(leaf);
        path.forEach(hashing::check);
        var inner = Path.inner(index, size - 1);
        Path.length(path, inner + Path.border(index, inner));
        var root = leaf;
        for (var step = 0; step < path.size(); step++) {
            var other = path.get(step);
            root = Path.fromLeft(index, inner, step) ? hashing.node(other, root) : hashing.node(root, other);
        }
        return root;
    }

    /** Refuses unless the leaf leads to this very root. */
    public void check(Hashing hashing, Hash leaf, Hash root) {
        hashing.check(root);
        if (!root(hashing, leaf).equals(root)) {
            throw new ProofRefused(Refusal.ROOT_DIFFERS);
        }
    }

    /** The same proof in one of the two trees, as anybody's RFC 9162 verifier takes it. */
    public InclusionProof part(Hashing whole, Hashing part) {
        return new InclusionProof(
                index, size, path.stream().map(hash -> whole.part(hash, part)).toList());
    }
}
