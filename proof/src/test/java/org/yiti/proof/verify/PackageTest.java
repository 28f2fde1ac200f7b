package org.yiti.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.Manifest;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SignedManifest;
import org.yiti.proof.note.SigningKey;

class PackageTest {

    private static final TestLog LOG = TestLog.of(40);
    private static final String CLEAN = "RESULT: WHOLE";

    @TempDir
    Path folder;

    private Map<String, byte[]> files;

    @BeforeEach
    void aPackage() {
        files = new TreeMap<>(Map.of(
                "index.html", "<p>案件</p>".getBytes(UTF_8),
                "findings/F2026-00001/finding.json", "{\"actual\":12}".getBytes(UTF_8),
                "proofs/7.json", LOG.proof(6).json()));
        sign();
    }

    private void sign() {
        var entries = new ArrayList<Manifest.Entry>();
        files.remove(Manifest.FILE);
        files.forEach((path, content) -> entries.add(Manifest.Entry.of(path, content)));
        var manifest = new Manifest(TestLog.ORIGIN, "案件 C2026-00001", TestLog.DAY, entries);
        files.put(
                Manifest.FILE,
                SignedManifest.sign(manifest, TestLog.DAY, List.of(LOG.ed25519, LOG.sm2))
                        .bytes());
    }

    private Path zip() {
        var file = folder.resolve("package.zip");
        try (var shelf = ShelfWriter.zip(Files.newOutputStream(file))) {
            for (var one : files.entrySet()) {
                shelf.write(one.getKey(), one.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    @Test
    void aWholePackageIsCalledWholeWithWhoSignedItAndWhatIsProven() {
        var asked = Asked.about(zip(), LOG);

        assertThat(asked.said())
                .contains("Package “案件 C2026-00001” of 2026-03-01 16:00:00 Beijing time, 3 files")
                .contains("Signed by yiti.example/audit (Ed25519).")
                .contains("Signed by yiti.example/audit (SM2).")
                .contains("Proofs of the audit log that hold: 1.")
                .contains(CLEAN);
        assertThat(asked.exit()).isZero();
    }

    @Test
    void anyByteOfAnyFileThatIsTurnedIsFoundWithItsName() {
        for (var name : List.copyOf(files.keySet())) {
            var kept = files.get(name);
            for (var at : new int[] {0, kept.length / 2, kept.length - 1}) {
                var turned = kept.clone();
                turned[at] ^= 1;
                files.put(name, turned);
                var asked = Asked.about(zip(), LOG);

                assertThat(asked.exit())
                        .as("%s at %d: %s", name, at, asked.said())
                        .isEqualTo(1);
                if (!name.equals(Manifest.FILE)) {
                    assertThat(asked.said()).contains("✗ File " + name + " is not the one that was signed for.");
                }
            }
            files.put(name, kept);
        }
        assertThat(Asked.about(zip(), LOG).exit()).isZero();
    }

    @Test
    void aFileThatIsGoneAndOneThatWasPutInAreFound() {
        var gone = files.remove("index.html");
        files.put("index2.html", gone);

        assertThat(Asked.about(zip(), LOG).said())
                .contains("✗ File index.html is missing")
                .contains("✗ File index2.html does not belong");
    }

    @Test
    void aPackageThatSomebodyElseSignedIsNotVouchedFor() {
        var forged = new LinkedHashMap<>(files);
        forged.remove(Manifest.FILE);
        var entries = forged.entrySet().stream()
                .map(one -> Manifest.Entry.of(one.getKey(), one.getValue()))
                .toList();
        var stranger = SigningKey.generate(TestLog.ORIGIN, Scheme.ED25519, new SeededRandom(9));
        files.put(
                Manifest.FILE,
                SignedManifest.sign(
                                new Manifest(TestLog.ORIGIN, "案件 C2026-00001", TestLog.DAY, entries),
                                TestLog.DAY,
                                List.of(stranger))
                        .bytes());

        assertThat(Asked.about(zip(), LOG).said()).contains("✗ Not signed by yiti.example/audit (Ed25519).");
    }

    @Test
    void aProofThatDoesNotHoldIsFoundThoughItWasSignedFor() {
        var proof = new String(LOG.proof(6).json(), UTF_8);
        files.put("proofs/8.json", proof.replace("\"index\":6", "\"index\":7").getBytes(UTF_8));
        sign();
        var asked = Asked.about(zip(), LOG);

        assertThat(asked.said())
                .doesNotContain("is not the one that was signed for")
                .contains("✗ The proof proofs/8.json does not hold.");
        assertThat(asked.exit()).isEqualTo(1);
    }

    @Test
    void withoutAKeyNothingIsDecided() {
        var asked = Asked.raw(Locale.ENGLISH, zip().toString());

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.said()).contains("UNDECIDED");
    }

    @Test
    void noManifestIsEverACheckpointNorTheOtherWayRound() {
        assertThatThrownBy(() -> SignedCheckpoint.unverified(files.get(Manifest.FILE)))
                .isInstanceOf(ProofRefused.class);
        assertThatThrownBy(() -> SignedManifest.unverified(LOG.head().bytes())).isInstanceOf(ProofRefused.class);
    }

    @Test
    void pathsThatLeadOutOfThePackageAreRefused() {
        for (var path : List.of("../a", "/a", "a//b", "a/../b", "a b", "案.json", "manifest", ".hidden")) {
            assertThatThrownBy(() -> new Manifest(
                            TestLog.ORIGIN, "x", TestLog.DAY, List.of(Manifest.Entry.of(path, new byte[1]))))
                    .as(path)
                    .isInstanceOf(ProofRefused.class);
        }
    }
}
