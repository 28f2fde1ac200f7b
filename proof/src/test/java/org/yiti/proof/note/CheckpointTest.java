package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hashing;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private final TestLog log = TestLog.of(5);

    @Test
    void itSaysWhoseHowManyAndBothRoots() {
        var lines = log.head().checkpoint().text().split("\n");

        assertThat(lines).hasSize(4).startsWith("yiti.example/audit", "5");
        assertThat(lines[2])
                .isEqualTo(log.head().checkpoint().root(Hashing.SHA_256).base64());
        assertThat(lines[3])
                .isEqualTo("sm3 " + log.head().checkpoint().root(Hashing.SM3).base64());
    }

    @Test
    void itIsReadAsItWasWritten() {
        var head = log.head();
        var read = SignedCheckpoint.open(head.bytes(), List.of(log.sm2.verifier(), log.ed25519.verifier()));

        assertThat(read.checkpoint()).isEqualTo(head.checkpoint());
        assertThat(read.bytes()).isEqualTo(head.bytes());
        assertThat(read.signers()).containsExactly(log.ed25519.verifier(), log.sm2.verifier());
    }

    @Test
    void oneOfItsKeysIsEnough() {
        assertThat(SignedCheckpoint.open(log.head().bytes(), List.of(log.sm2.verifier()))
                        .signers())
                .containsExactly(log.sm2.verifier());
    }

    @Test
    void withoutAKnownKeyNobodyVouches() {
        var stranger = SigningKey.generate(TestLog.ORIGIN, Scheme.SM2, new SeededRandom(99));

        Refuses.with(
                Refusal.SIGNATURE_BY_NO_KNOWN_KEY,
                () -> SignedCheckpoint.open(log.head().bytes(), List.of(stranger.verifier())));
        Refuses.with(
                Refusal.SIGNATURE_BY_NO_KNOWN_KEY,
                () -> SignedCheckpoint.open(log.head().bytes(), List.of()));
        assertThat(SignedCheckpoint.unverified(log.head().bytes()).signers()).isEmpty();
    }

    @Test
    void witnessesAddTheirSignatures() {
        var witness = SigningKey.generate("upper.example/witness", Scheme.COSIGNATURE, new SeededRandom(9));
        var cosigned = log.head().cosign(witness, TestLog.DAY);
        var read = SignedCheckpoint.open(cosigned.bytes(), List.of(witness.verifier()));

        assertThat(read.signers()).containsExactly(witness.verifier());
        assertThat(cosigned.signers()).contains(witness.verifier(), log.sm2.verifier());
    }

    @Test
    void anOrdinaryTlogCheckpointIsTaken() {
        var checkpoint = Checkpoint.parse("example.com/behind-the-sofa\n20852163\n" + ROOT + "\n");

        assertThat(checkpoint.hashing()).isEqualTo(Hashing.SHA_256);
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).contains(ROOT);
    }

    @Test
    void otherExtensionLinesAreKept() {
        var checkpoint = Checkpoint.parse("a\n1\n" + ROOT + "\nsm3 " + ROOT + "\nother line\n");

        assertThat(checkpoint.otherLines()).containsExactly("other line");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "a\n1\n",
                "a\n1\nROOT",
                "\n1\nROOT\n",
                "a\n01\nROOT\n",
                "a\n-1\nROOT\n",
                "a\n+1\nROOT\n",
                "a\n1 \nROOT\n",
                "a\n９\nROOT\n",
                "a\n9223372036854775808\nROOT\n",
                "a\n1\nROOTA\n",
                "a\n1\nAAAA\n",
                "a\n1\nROOT\n\n",
                "a\n1\nROOT\n\nx\n",
                "a\n1\nROOT\nsm3 AAAA\n",
                "a\n1\nROOT\nsm3 ROOT\nsm3 ROOT\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT))).isInstanceOf(ProofRefused.class);
    }

    @Test
    void anOriginThatBreaksTheLineIsNeverSigned() {
        var frontier = Frontier.empty(Hashing.BOTH);

        Refuses.with(Refusal.CHECKPOINT_MALFORMED, () -> Checkpoint.of("a\n5", frontier));
        Refuses.with(Refusal.CHECKPOINT_MALFORMED, () -> Checkpoint.of("", frontier));
    }

    @Test
    void aTurnedBitInAnyByteOfASignedHeadIsNoticed() {
        var keys = List.of(log.ed25519.verifier(), log.sm2.verifier());
        var head = log.head().bytes();
        for (var at = 0; at < head.length; at++) {
            for (var bit : new int[] {at % 8, (at + 5) % 8}) {
                var turned = head.clone();
                turned[at] ^= (byte) (1 << bit);
                assertThat(bothHaveSigned(turned, keys))
                        .as("bit %d of byte %d in %s", bit, at, new String(head, UTF_8))
                        .isFalse();
            }
        }
    }

    private static boolean bothHaveSigned(byte[] bytes, List<VerifierKey> keys) {
        try {
            return SignedCheckpoint.open(bytes, keys).signers().equals(keys);
        } catch (ProofRefused refused) {
            return false;
        }
    }
}
