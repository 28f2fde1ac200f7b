package org.yiti.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.TestLog;

class TreeTest {

    private final TestLog log = TestLog.of(300);
    private final Hash leaf = Hashing.BOTH.leaf(log.entries.get(7));
    private final Hash root = log.frontier().root();

    @Test
    void aProofThatIsTooShortOrTooLongIsCalledThat() {
        var proof = log.tree().inclusion(7, 300);
        var longer = new ArrayList<>(proof.path());
        longer.add(root);
        var shorter = proof.path().subList(0, proof.path().size() - 1);

        Refuses.with(Refusal.PROOF_TOO_LONG, () -> new InclusionProof(7, 300, longer).check(Hashing.BOTH, leaf, root));
        Refuses.with(
                Refusal.PROOF_TOO_SHORT, () -> new InclusionProof(7, 300, shorter).check(Hashing.BOTH, leaf, root));
    }

    @Test
    void anotherRootIsCalledThat() {
        Refuses.with(Refusal.ROOT_DIFFERS, () -> log.tree().inclusion(7, 300).check(Hashing.BOTH, leaf, leaf));
        Refuses.with(
                Refusal.ROOT_DIFFERS,
                () -> log.tree()
                        .consistency(7, 300)
                        .check(Hashing.BOTH, log.tree().root(7), leaf));
        Refuses.with(
                Refusal.EARLIER_ROOT_DIFFERS,
                () -> log.tree().consistency(7, 300).check(Hashing.BOTH, leaf, root));
    }

    @Test
    void whatTheLogNeverHadIsNotProven() {
        Refuses.with(Refusal.INDEX_OUTSIDE_TREE, () -> log.tree().inclusion(300, 300));
        Refuses.with(Refusal.INDEX_OUTSIDE_TREE, () -> log.tree().inclusion(-1, 300));
        Refuses.with(Refusal.SIZE_OUTSIDE_LOG, () -> log.tree().inclusion(0, 301));
        Refuses.with(Refusal.SIZE_OUTSIDE_LOG, () -> log.tree().root(-1));
        Refuses.with(Refusal.SIZES_REVERSED, () -> log.tree().consistency(200, 100));
        Refuses.with(
                Refusal.INDEX_OUTSIDE_TREE,
                () -> new InclusionProof(300, 300, List.of()).check(Hashing.BOTH, leaf, root));
        Refuses.with(
                Refusal.SIZES_REVERSED,
                () -> new ConsistencyProof(301, 300, List.of()).check(Hashing.BOTH, leaf, root));
    }

    @Test
    void everythingExtendsNothingButNothingElseDoes() {
        new ConsistencyProof(0, 300, List.of()).check(Hashing.BOTH, Hashing.BOTH.empty(), root);
        Refuses.with(
                Refusal.EARLIER_ROOT_DIFFERS,
                () -> new ConsistencyProof(0, 300, List.of()).check(Hashing.BOTH, leaf, root));
        Refuses.with(
                Refusal.PROOF_TOO_LONG,
                () -> new ConsistencyProof(300, 300, List.of(leaf)).check(Hashing.BOTH, root, root));
    }

    @Test
    void aTileThatIsCutOffIsNotReadOn() {
        var cut = new Tree(Hashing.BOTH, (tile, width) -> new byte[64 * (width - 1)], 300);

        Refuses.with(Refusal.TILE_TRUNCATED, () -> cut.root(300));
    }

    @Test
    void aFrontierWithTooManyOrTooFewPeaksIsRefused() {
        Refuses.with(Refusal.FRONTIER_MALFORMED, () -> new Frontier(Hashing.BOTH, 3, List.of(root)));
        Refuses.with(Refusal.FRONTIER_MALFORMED, () -> new Frontier(Hashing.BOTH, -1, List.of()));
        Refuses.with(Refusal.FRONTIER_MALFORMED, () -> Frontier.of(Hashing.BOTH, new byte[7]));
        Refuses.with(Refusal.FRONTIER_MALFORMED, () -> Frontier.of(Hashing.BOTH, new byte[40]));
    }

    @Test
    void theTilesOfTheSpecificationsExampleAreThere() {
        assertThat(TileId.count(0, 70_000)).isEqualTo(274);
        assertThat(new TileId(0, 273).width(70_000)).isEqualTo(112);
        assertThat(new TileId(1, 0).width(70_000)).isEqualTo(256);
        assertThat(new TileId(1, 1).width(70_000)).isEqualTo(17);
        assertThat(new TileId(2, 0).width(70_000)).isEqualTo(1);
        assertThat(new TileId(2, 1).width(70_000)).isZero();
        assertThat(TileId.count(3, 70_000)).isZero();
        assertThat(new TileId(1, 0).width(256)).isEqualTo(1);
        assertThat(new TileId(0, Long.MAX_VALUE).width(Long.MAX_VALUE)).isZero();
    }
}
