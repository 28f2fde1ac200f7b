package org.yiti.proof.tree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.proof.ReferenceData;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;

class HashingTest {

    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "a, 022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c",
        "ab, b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb",
        "abc, 36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1",
        "abcde, fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b",
    })
    void theSha256TreeOfSingleLettersHasTheKnownRoot(String letters, String root) {
        var leaves = Arrays.stream(letters.split(""))
                .filter(letter -> !letter.isEmpty())
                .map(letter -> Hashing.SHA_256.leaf(letter.getBytes(US_ASCII)))
                .toList();

        assertThat(Frontier.empty(Hashing.SHA_256).grow(leaves).frontier().root())
                .hasToString(root);
    }

    @Test
    void sm3IsThatOfTheStandard() {
        assertThat(Hashing.SM3.digest("abc".getBytes(US_ASCII)))
                .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm3AgreesWithAllVectorsOfTheStandard() {
        var vectors = ReferenceData.own("gbt.json").get("SM3_GBT32905");
        assertThat(vectors).hasSize(5);
        for (var vector : vectors) {
            var message = vector.get("msgAscii").asString().getBytes(US_ASCII);
            assertThat(Hashing.SM3.digest(message))
                    .hasToString(vector.get("digest").asString());
        }
    }

    @Test
    void bothIsEachOfThemSideBySide() {
        var entry = "entry".getBytes(US_ASCII);
        var leaf = Hashing.BOTH.leaf(entry);
        var node = Hashing.BOTH.node(leaf, Hashing.BOTH.empty());

        for (var part : Hashing.BOTH.parts()) {
            assertThat(Hashing.BOTH.part(leaf, part)).isEqualTo(part.leaf(entry));
            assertThat(Hashing.BOTH.part(node, part)).isEqualTo(part.node(part.leaf(entry), part.empty()));
        }
        assertThat(Hash.both(Hashing.SHA_256.leaf(entry), Hashing.SM3.leaf(entry)))
                .isEqualTo(leaf);
    }

    @Test
    void anEntryThatLooksLikeANodeIsNoNode() {
        var left = Hashing.SHA_256.leaf(new byte[] {1});
        var right = Hashing.SHA_256.leaf(new byte[] {2});
        var pair = Arrays.copyOf(left.bytes(), 64);
        right.copyTo(pair, 32);

        assertThat(Hashing.SHA_256.leaf(pair)).isNotEqualTo(Hashing.SHA_256.node(left, right));
    }

    @Test
    void aHashOfAnotherLengthIsRefused() {
        Refuses.with(Refusal.HASH_OF_WRONG_LENGTH, () -> Hashing.BOTH.node(Hashing.BOTH.empty(), Hashing.SM3.empty()));
        Refuses.with(Refusal.HASH_OF_WRONG_LENGTH, () -> Hash.both(Hashing.BOTH.empty(), Hashing.SM3.empty()));
    }

    @Test
    void aHashThatFailedHalfWayDoesNotSpoilTheNext() {
        try {
            Hashing.SHA_256.digest(new byte[] {1}, null);
        } catch (NullPointerException expected) {
            assertThat(Hashing.SHA_256.empty())
                    .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }
    }
}
