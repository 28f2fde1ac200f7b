package org.yiti.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.tree.Hashing;

class VerifyTest {

    private static final TestLog LOG = TestLog.of(600);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 600})
    void aWholeBundleIsCalledWhole(int size) {
        var log = LOG.fork(size, size);

        for (var bundle : new Path[] {log.folder(folder.resolve("f")), log.zip(folder.resolve("z"))}) {
            var asked = Asked.about(bundle, log);
            assertThat(asked.said())
                    .endsWith("RESULT: WHOLE. Nothing was altered, removed, added or reordered since it was signed.\n")
                    .doesNotContain("✗");
            assertThat(asked.exit()).isZero();
        }
    }

    @Test
    void itSaysUpToWhichEntryAndWhoSigned() {
        assertThat(Asked.about(LOG.zip(folder.resolve("z")), LOG).said())
                .contains("Log yiti.example/audit, 600 entries.")
                .contains("The last entry is no. 600, of 2026-03-01 16:10:00 Beijing time.")
                .contains("Signed by yiti.example/audit (Ed25519).")
                .contains("Signed by yiti.example/audit (SM2).");
    }

    @Test
    void itSpeaksChineseWhereTheMachineDoes() {
        var bundle = LOG.folder(folder).toString();
        var key = LOG.sm2.verifier().toString();
        var asked = Asked.raw(Locale.SIMPLIFIED_CHINESE, bundle, "--key", key);

        assertThat(asked.said()).contains("日志 yiti.example/audit,共 600 条记录。").endsWith("结论:完整。自签署以来没有改动、删除、添加或调换次序。\n");
        assertThat(Asked.raw(Locale.GERMAN, bundle, "--key", key, "--lang", "zh")
                        .said())
                .isEqualTo(asked.said());
        assertThat(Asked.raw(Locale.GERMAN, bundle, "--key", key).said()).contains("RESULT: WHOLE");
    }

    @Test
    void itExtendsEveryHeadItEverHad() {
        var asked = Asked.about(
                LOG.folder(folder), LOG, LOG.headAt(0), LOG.headAt(1), LOG.headAt(256), LOG.headAt(577), LOG.head());

        assertThat(asked.exit()).isZero();
        assertThat(asked.said()).containsPattern("Extends the checkpoint .* of 577 entries.");
    }

    @Test
    void withoutAKeyNobodyKnowsWhoseItIs() {
        var asked = Asked.raw(Locale.ENGLISH, LOG.folder(folder).toString());

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.said()).contains("No key was given").contains("RESULT: UNDECIDED");
    }

    @Test
    void keysMayStandInAFile() throws IOException {
        Files.writeString(folder.resolve("key"), LOG.ed25519.verifier() + "\n");
        var bundle = LOG.folder(folder.resolve("log")).toString();

        assertThat(Asked.raw(
                                Locale.ENGLISH,
                                bundle,
                                "--key",
                                folder.resolve("key").toString())
                        .exit())
                .isZero();
        assertThat(Asked.raw(Locale.ENGLISH, bundle, "--key", "nowhere").exit()).isEqualTo(2);
    }

    @Test
    void oneEntryIsProvenByOneFile() throws IOException {
        var file =
                Files.write(folder.resolve("proof.json"), LOG.proof(17).json()).toString();
        var key = LOG.sm2.verifier().toString();
        var asked = Asked.raw(Locale.ENGLISH, "--proof", file, "--key", key);

        assertThat(asked.exit()).isZero();
        assertThat(asked.said()).contains("Entry 18: {\"action\":").contains("RESULT: PROVEN");
        assertThat(Asked.raw(Locale.ENGLISH, "--proof", file).exit()).isEqualTo(2);
    }

    @Test
    void anEntryThatIsNotInTheLogIsNotProven() throws IOException {
        var other = LOG.fork(10, 600).proof(17);
        var mixed = new ExportedProof(LOG.head().bytes(), other.inclusion(), other.entry());
        var file = Files.write(folder.resolve("proof.json"), mixed.json()).toString();
        var asked = Asked.raw(
                Locale.ENGLISH, "--proof", file, "--key", LOG.sm2.verifier().toString());

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said()).contains("The entry is not proven. The proof does not lead to the root");
    }

    @Test
    void aLogOfSha256OnlyIsCheckedAndThatIsSaid() {
        var plain = new TestLog(Hashing.SHA_256);
        plain.entries.addAll(LOG.entries);
        plain.seal();
        var asked = Asked.about(plain.folder(folder), plain, LOG.headAt(300));

        assertThat(asked.exit()).isZero();
        assertThat(asked.said()).contains("no SM3 root").containsPattern("Extends .* of 300 entries");
    }

    @Test
    void aLogOfAnythingIsCheckedAndThatItHasNoNumbersIsSaid() {
        var log = new TestLog(Hashing.BOTH);
        log.entries.add(new byte[0]);
        log.entries.add(new byte[] {1, 2, 3});
        log.seal();
        var asked = Asked.about(log.folder(folder), log);

        assertThat(asked.exit()).isZero();
        assertThat(asked.said()).contains("give themselves no numbers");
    }

    @Test
    void aHeadFromBeforeAChangeOfKeysIsComparedAllTheSame() {
        var old = LOG.fork(300, 300);
        var oldKey = SigningKey.generate(TestLog.ORIGIN, Scheme.SM2, new SeededRandom(77));
        var kept = SignedCheckpoint.sign(old.head().checkpoint(), TestLog.DAY, List.of(oldKey));
        var asked = Asked.about(LOG.folder(folder), LOG, kept);

        assertThat(asked.exit()).isZero();
        assertThat(asked.said()).contains("compared as you kept it").containsPattern("Extends .* of 300 entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "--key",
                "a b",
                "--proof a b",
                "a --lang fr",
                "a --proof",
                "a --what b",
                "--proof a --earlier b"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String line) {
        var asked = Asked.raw(Locale.ENGLISH, line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.said()).contains("yiti-verify.jar BUNDLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "nowhere --earlier nothing", "--proof nowhere", "\u0000"})
    void whatIsNotThereIsUndecided(String line) {
        var asked = Asked.raw(Locale.ENGLISH, line.split(" "));

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.said()).contains("RESULT: UNDECIDED");
    }

    @Test
    void whatABundleSaysOfItselfDoesNotMoveTheCursor() throws IOException {
        Files.writeString(LOG.folder(folder).resolve("\u202etxt.\u009bexe"), "");

        assertThat(Asked.about(folder, LOG).said()).contains("�txt.�exe").doesNotContain("\u202e");
    }
}
