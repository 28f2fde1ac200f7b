package org.yiti.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.yiti.proof.MemoryTiles;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.SeededRandom;

/** At any size, against the definition of RFC 9162 written down as it stands there. */
class TreePropertyTest {

    private static final int MOST = 1_500;
    private static final List<Hash> LEAVES = leaves(MOST);

    private record Log(Frontier frontier, MemoryTiles tiles, Tree tree) {}

    @Property(tries = 40)
    void theFrontierHasTheRootOfTheDefinition(@ForAll @IntRange(max = MOST) int size, @ForAll Hashing hashing) {
        var leaves = parts(hashing).subList(0, size);

        assertThat(Frontier.empty(hashing).grow(leaves).frontier().root()).isEqualTo(definition(hashing, leaves));
    }

    @Property(tries = 40)
    void howManyAreAppendedAtOnceMakesNoDifference(
            @ForAll @IntRange(max = MOST) int size, @ForAll @IntRange(max = MOST) int first) {
        Assume.that(first <= size);
        var atOnce = log(size, size);
        var inTwo = log(size, first);

        assertThat(inTwo.frontier()).isEqualTo(atOnce.frontier());
        assertThat(inTwo.tiles().all().keySet()).isEqualTo(atOnce.tiles().all().keySet());
        atOnce.tiles()
                .all()
                .forEach((tile, hashes) ->
                        assertThat(inTwo.tiles().all().get(tile)).isEqualTo(hashes));
    }

    @Property(tries = 40)
    void tilesAreAsWideAsTheLayoutSays(@ForAll @IntRange(max = MOST) int size) {
        log(size, size / 2)
                .tiles()
                .all()
                .forEach((tile, hashes) -> assertThat(hashes).hasSize(tile.width(size) * Hashing.BOTH.length()));
    }

    @Property(tries = 40)
    void theFrontierSurvivesBeingStored(@ForAll @IntRange(max = MOST) int size) {
        var frontier = log(size, size).frontier();

        assertThat(Frontier.of(Hashing.BOTH, frontier.bytes())).isEqualTo(frontier);
    }

    @Property(tries = 60)
    void everyEntryIsProvenAtEverySizeThatHasIt(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @LongRange(max = MOST) long index,
            @ForAll @IntRange(max = MOST) int grown) {
        Assume.that(index < size && size + grown <= MOST);
        var log = log(size + grown, size);
        var proof = log.tree().inclusion(index, size);
        var leaf = LEAVES.get((int) index);
        var root = definition(Hashing.BOTH, LEAVES.subList(0, size));

        assertThat(log.tree().root(size)).isEqualTo(root);
        proof.check(Hashing.BOTH, leaf, root);
        for (var part : Hashing.BOTH.parts()) {
            proof.part(Hashing.BOTH, part).check(part, Hashing.BOTH.part(leaf, part), Hashing.BOTH.part(root, part));
        }
        assertThat(taken(() -> proof.check(Hashing.BOTH, LEAVES.get(MOST - 1), root)))
                .isEqualTo(index == MOST - 1);
    }

    @Property(tries = 60)
    void everySizeExtendsEverySmallerOne(@ForAll @IntRange(max = MOST) int from, @ForAll @IntRange(max = MOST) int to) {
        Assume.that(from <= to);
        var log = log(to, from);
        var proof = log.tree().consistency(from, to);
        var earlier = definition(Hashing.BOTH, LEAVES.subList(0, from));
        var later = definition(Hashing.BOTH, LEAVES.subList(0, to));

        proof.check(Hashing.BOTH, earlier, later);
        for (var part : Hashing.BOTH.parts()) {
            proof.part(Hashing.BOTH, part)
                    .check(part, Hashing.BOTH.part(earlier, part), Hashing.BOTH.part(later, part));
        }
        if (from > 0) {
            var other = new ArrayList<>(LEAVES.subList(0, from));
            other.set(from / 2, Hashing.BOTH.empty());
            assertThat(taken(() -> proof.check(Hashing.BOTH, definition(Hashing.BOTH, other), later)))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void aProofWithAnyBitTurnedIsRefused(
            @ForAll @IntRange(min = 2, max = 400) int size,
            @ForAll @IntRange(max = 399) int index,
            @ForAll @IntRange(max = 511) int bit,
            @ForAll @IntRange(max = 30) int which) {
        Assume.that(index < size);
        var log = log(size, size);
        var inclusion = log.tree().inclusion(index, size);
        var turned = turned(inclusion.path(), which, bit);
        var root = log.frontier().root();

        assertThat(taken(() -> new InclusionProof(index, size, turned).check(Hashing.BOTH, LEAVES.get(index), root)))
                .isFalse();
        var consistency = log.tree().consistency(index, size);
        if (index > 0) {
            var turnedToo = turned(consistency.path(), which, bit);
            assertThat(taken(() -> new ConsistencyProof(index, size, turnedToo)
                            .check(Hashing.BOTH, log.tree().root(index), root)))
                    .isFalse();
        }
    }

    @Property(tries = 60)
    void aProofOfAnotherIndexIsRefused(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(max = 199) int index,
            @ForAll @LongRange(min = -2, max = 300) long otherIndex) {
        Assume.that(index < size && otherIndex != index);
        var log = log(size, size);
        var path = log.tree().inclusion(index, size).path();
        var root = log.frontier().root();

        assertThat(taken(() -> new InclusionProof(otherIndex, size, path).check(Hashing.BOTH, LEAVES.get(index), root)))
                .isFalse();
    }

    private static Log log(int size, int first) {
        var tiles = new MemoryTiles(Hashing.BOTH);
        var frontier = Frontier.empty(Hashing.BOTH);
        for (var leaves : List.of(LEAVES.subList(0, first), LEAVES.subList(first, size))) {
            var growth = frontier.grow(leaves);
            tiles.add(growth.strips());
            frontier = growth.frontier();
        }
        return new Log(frontier, tiles, new Tree(Hashing.BOTH, tiles, size));
    }

    /** MTH of RFC 9162 §2.1.1. */
    private static Hash definition(Hashing hashing, List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return hashing.empty();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return hashing.node(
                definition(hashing, leaves.subList(0, k)), definition(hashing, leaves.subList(k, leaves.size())));
    }

    private static List<Hash> leaves(int count) {
        var random = new SeededRandom(3);
        var leaves = new ArrayList<Hash>();
        for (var i = 0; i < count; i++) {
            leaves.add(Hashing.BOTH.leaf(random.bytes(random.nextInt(40))));
        }
        return leaves;
    }

    private static List<Hash> parts(Hashing hashing) {
        return LEAVES.stream().map(leaf -> Hashing.BOTH.part(leaf, hashing)).toList();
    }

    private static List<Hash> turned(List<Hash> path, int which, int bit) {
        var turned = new ArrayList<>(path);
        var at = which % path.size();
        var bytes = path.get(at).bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        turned.set(at, Hash.of(bytes));
        return turned;
    }

    private static boolean taken(Runnable check) {
        try {
            check.run();
            return true;
        } catch (ProofRefused refused) {
            return false;
        }
    }
}
