package org.yiti.proof.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.Base64Text;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;

class KeyTest {

    private static final String TEXT = "text\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void aKeySignsAfterItWasWrittenAndRead(Scheme scheme) throws IOException {
        var file = folder.resolve("audit.key");
        var key = SigningKey.generate(TestLog.ORIGIN, scheme, new SeededRandom(7));
        KeyFile.write(file, key);
        var read = KeyFile.read(file, new SeededRandom(8));

        assertThat(read.verifier()).isEqualTo(key.verifier());
        assertThat(key.verifier().verifies(TEXT, read.sign(TEXT, TestLog.DAY))).isTrue();
        assertThat(key.verifier().verifies("tent\n", read.sign(TEXT, TestLog.DAY)))
                .isFalse();
    }

    @Test
    void aSigningKeyIsForItsOwnerOnlyAndNeverWrittenOver() throws IOException {
        var file = folder.resolve("audit.key");
        var key = SigningKey.generate(TestLog.ORIGIN, Scheme.SM2, new SeededRandom(7));
        KeyFile.write(file, key);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Assertions.assertThatThrownBy(() -> KeyFile.write(file, key)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void verifierKeysAreOneALine(Scheme scheme) throws IOException {
        var file = folder.resolve("keys");
        var key = SigningKey.generate("a/b", scheme, new SeededRandom(7)).verifier();
        Files.writeString(file, key + "\n");
        Files.writeString(file, "\n# the witness\n" + key + "\n", StandardOpenOption.APPEND);

        assertThat(KeyFile.readVerifiers(file)).containsExactly(key, key);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void aSecretThatDoesNotBelongToItsVerifierIsRefused(Scheme scheme) {
        var one = SigningKey.generate("a", scheme, new SeededRandom(1)).lines();
        var other = SigningKey.generate("a", scheme, new SeededRandom(2)).lines();
        var id = one.get(0).substring(0, one.get(0).indexOf('+', "PRIVATE+KEY+a+".length()) + 1);
        var secret = other.get(0).substring(id.length());

        Refuses.with(
                Refusal.KEY_MALFORMED, () -> SigningKey.parse(List.of(id + secret, one.get(1)), new SeededRandom(3)));
        Refuses.with(
                Refusal.KEY_MALFORMED, () -> SigningKey.parse(List.of(other.get(0), one.get(1)), new SeededRandom(3)));
        Refuses.with(Refusal.KEY_MALFORMED, () -> SigningKey.parse(one.subList(0, 1), new SeededRandom(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+00000000",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv",
            })
    void aKeyWithAnythingTurnedIsRefused(String line) {
        Refuses.with(Refusal.KEY_MALFORMED, () -> VerifierKey.parse(line));
    }

    @Test
    void aKeyOfAnotherKindIsCalledThat() {
        Refuses.with(Refusal.KEY_OF_UNKNOWN_KIND, () -> VerifierKey.parse("a+00000000+BgAA"));
        Refuses.with(Refusal.KEY_OF_UNKNOWN_KIND, () -> VerifierKey.parse("a+00000000+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u3000b", "a\nb", "a\ud800"})
    void aNameThatCouldBeReadInTwoWaysIsRefused(String name) {
        Refuses.with(Refusal.KEY_NAME_UNFIT, () -> SigningKey.generate(name, Scheme.ED25519, new SeededRandom(1)));
    }

    @Test
    void aPointThatIsNotOnTheCurveIsNoKey() {
        var point = new byte[65];
        point[0] = 4;
        point[64] = 1;

        Refuses.with(Refusal.KEY_MALFORMED, () -> new VerifierKey("a", Scheme.SM2, point));
        Refuses.with(Refusal.KEY_MALFORMED, () -> new VerifierKey("a", Scheme.SM2, new byte[] {0}));
        Refuses.with(Refusal.KEY_MALFORMED, () -> new VerifierKey("a", Scheme.SM2, new byte[65]));
        Refuses.with(Refusal.KEY_MALFORMED, () -> new VerifierKey("a", Scheme.ED25519, new byte[31]));
    }

    @Test
    void aWitnessSignsTheTimeToo() {
        var witness = SigningKey.generate("upper/office", Scheme.COSIGNATURE, new SeededRandom(4));
        var signature = witness.sign(TEXT, TestLog.DAY);
        var later = signature.bytes().clone();
        later[7]++;

        assertThat(signature.bytes()).hasSize(72);
        assertThat(witness.verifier().verifies(TEXT, signature)).isTrue();
        assertThat(witness.verifier().verifies(TEXT, new NoteSignature("upper/office", 0, later)))
                .isFalse();
        assertThat(witness.verifier().verifies(TEXT, new NoteSignature("upper/office", 0, new byte[64])))
                .isFalse();
    }

    @Test
    void oneKeyForTwoKindsOfSignaturesHasTwoIds() {
        var bytes = Base64Text.decode("6TJ5GubnqECkYWTJBHhkJtXngh3YspoA1hyucq/dTaQ=");

        assertThat(new VerifierKey("a", Scheme.ED25519, bytes).id())
                .isNotEqualTo(new VerifierKey("a", Scheme.COSIGNATURE, bytes).id());
    }

    @Test
    void aFileThatIsNoKeyFileIsCalledThat() throws IOException {
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
        Files.write(folder.resolve("large"), new byte[20_000]);

        for (var file : List.of("absent", "binary", "large", ".")) {
            Refuses.with(Refusal.KEY_FILE_UNREADABLE, () -> KeyFile.readVerifiers(folder.resolve(file)));
        }
    }
}
