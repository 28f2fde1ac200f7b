package org.yiti.proof.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Hashing;

class ExportedProofTest {

    private final TestLog log = TestLog.of(300);
    private final List<VerifierKey> keys = List.of(log.sm2.verifier());
    private final ExportedProof proof = log.proof(17);

    @Test
    void itProvesItsEntryAfterItWasWrittenAndRead() {
        var read = ExportedProof.parse(proof.json());

        assertThat(read.check(keys).checkpoint()).isEqualTo(log.head().checkpoint());
        assertThat(read.entry()).isEqualTo(log.entries.get(17));
    }

    @Test
    void layingItOutAnewDoesNotHarmIt() {
        var pretty = new String(proof.json(), UTF_8).replace(",\"", ",\n  \"");

        ExportedProof.parse(pretty.getBytes(UTF_8)).check(keys);
    }

    @Test
    void aLogThatHasOnlySha256IsProvenToo() {
        var plain = new TestLog(Hashing.SHA_256);
        plain.entries.addAll(log.entries);
        plain.seal();

        ExportedProof.parse(plain.proof(299).json()).check(keys);
    }

    @Test
    void anotherEntryIsNotProven() {
        var other = new ExportedProof(proof.checkpoint(), proof.inclusion(), log.entries.get(18));

        Refuses.with(Refusal.ROOT_DIFFERS, () -> other.check(keys));
    }

    @Test
    void aPathThatFitsASmallerTreeDoesNotPassForThisOne() {
        var older = log.fork(3, 3);
        var path = older.tree().inclusion(2, 3);
        var mixed = new ExportedProof(proof.checkpoint(), path, log.entries.get(2));

        Refuses.with(Refusal.CHECKPOINT_OF_ANOTHER_TREE, () -> mixed.check(keys));
    }

    @Test
    void aStrangersSignatureIsNotEnough() {
        var stranger = SigningKey.generate(TestLog.ORIGIN, Scheme.ED25519, new SeededRandom(9));

        Refuses.with(Refusal.SIGNATURE_BY_NO_KNOWN_KEY, () -> proof.check(List.of(stranger.verifier())));
    }

    @ParameterizedTest
    @CsvSource({
        "\"index\":17, \"index\":18",
        "\"index\":17, \"index\":-17",
        "\"index\":17, \"index\":\"17\"",
        "\"size\":300, \"size\":301",
        "yiti-proof-1, yiti-proof-2",
        "\"sm3\", \"sm4\"",
        "\"sha256\", \"md5\"",
        "audit, audio",
    })
    void aProofThatSaysAnythingElseIsRefused(String from, String to) {
        var altered = new String(proof.json(), UTF_8).replace(from, to).getBytes(UTF_8);

        assertThatThrownBy(() -> ExportedProof.parse(altered).check(keys)).isInstanceOf(ProofRefused.class);
    }
}
