package org.yiti.proof.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * How leaves and nodes are hashed: RFC 9162 §2.1.1 over SHA-256, over SM3, or over each of them at once. {@code BOTH}
 * is two trees that grow, are stored and are proven in one go: every hash is the SHA-256 of one tree, then the SM3 of
 * the other.
 */
public enum Hashing {
    SHA_256("sha256", HashFunction::sha256),
    SM3("sm3", HashFunction::sm3),
    BOTH("both", HashFunction::sha256, HashFunction::sm3);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final String label;
    private final int length;
    private final Supplier<List<HashFunction>> anew;
    private final ThreadLocal<List<HashFunction>> functions;

    @SafeVarargs
    Hashing(String label, Supplier<HashFunction>... functions) {
        this.label = label;
        this.length = functions.length * HashFunction.LENGTH;
        this.anew = () -> Arrays.stream(functions).map(Supplier::get).toList();
        this.functions = ThreadLocal.withInitial(anew);
    }

    /** The name in texts: {@code sha256}, {@code sm3}. */
    public String label() {
        return label;
    }

    /** The bytes of a hash. */
    public int length() {
        return length;
    }

    /** The trees that grow in this one: BOTH has two, the others themselves. */
    public List<Hashing> parts() {
        return this == BOTH ? List.of(SHA_256, SM3) : List.of(this);
    }

    /** Where the hash of a part begins in a hash of this. */
    public int offset(Hashing part) {
        return this == BOTH && part == SM3 ? HashFunction.LENGTH : 0;
    }

    public Hash part(Hash hash, Hashing part) {
        return part == this ? hash : new Hash(Arrays.copyOfRange(hash.own(), offset(part), offset(part) + part.length));
    }

    public Hash empty() {
        return digest();
    }

    public Hash leaf(byte[] entry) {
        return digest(LEAF, entry);
    }

    public Hash node(Hash left, Hash right) {
        var pair = new byte[2 * length];
        check(left).copyTo(pair, 0);
        check(right).copyTo(pair, length);
        var node = new byte[length];
        node(pair, 0, length, node, 0);
        return new Hash(node);
    }

    /** The hash of the parts one after the other, as it is, without the prefix of leaf or node. */
    public Hash digest(byte[]... parts) {
        // A null met half-way would leave its beginning in the function for whoever hashes next.
        for (var part : parts) {
            Objects.requireNonNull(part);
        }
        var hash = new byte[length];
        var at = 0;
        for (var function : functions.get()) {
            for (var part : parts) {
                function.update(part, 0, part.length);
            }
            function.finish(hash, at);
            at += HashFunction.LENGTH;
        }
        return new Hash(hash);
    }

    /** As {@link #digest}, of what comes piece by piece. */
    public RunningHash running() {
        return new RunningHash(anew.get(), length);
    }

    /** The root over {@code count} neighbours, a power of two, that stand one after the other from {@code first} on. */
    public Hash subtree(byte[] hashes, int first, int count) {
        var row = Arrays.copyOfRange(hashes, first * length, (first + count) * length);
        for (var pairs = count / 2; pairs > 0; pairs /= 2) {
            for (var i = 0; i < pairs; i++) {
                node(row, 2 * i * length, (2 * i + 1) * length, row, i * length);
            }
        }
        return new Hash(Arrays.copyOf(row, length));
    }

    Hash check(Hash hash) {
        if (hash.length() != length) {
            throw new ProofRefused(Refusal.HASH_OF_WRONG_LENGTH, Map.of("expected", length, "found", hash.length()));
        }
        return hash;
    }

    private void node(byte[] hashes, int left, int right, byte[] into, int at) {
        var offset = 0;
        for (var function : functions.get()) {
            function.update(NODE, 0, 1);
            function.update(hashes, left + offset, HashFunction.LENGTH);
            function.update(hashes, right + offset, HashFunction.LENGTH);
            // May write over what it has read, but only its own half: the second function still needs the other.
            function.finish(into, at + offset);
            offset += HashFunction.LENGTH;
        }
    }
}
