package org.yiti.proof.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.bundle.EntryBundle;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.TilePath;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.entry.CanonicalJson;
import org.yiti.proof.entry.Fingerprint;
import org.yiti.proof.entry.Numbers;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hashing;

/** Whatever is read, the library refuses or takes it; it never breaks. */
class GarbageTest {

    private static final TestLog LOG = TestLog.of(40);
    private static final int TRIES = 3_000;

    private static final Map<String, Consumer<byte[]>> READERS = new TreeMap<>(Map.ofEntries(
            Map.entry("frontier", bytes -> Frontier.of(Hashing.BOTH, bytes)),
            Map.entry("checkpoint", SignedCheckpoint::unverified),
            Map.entry("signed", bytes -> SignedCheckpoint.open(bytes, List.of(LOG.sm2.verifier()))),
            Map.entry("verifier", bytes -> VerifierKey.parse(new String(bytes, ISO_8859_1))),
            Map.entry(
                    "signing",
                    bytes -> SigningKey.parse(
                            new String(bytes, ISO_8859_1).lines().toList(), new SeededRandom(1))),
            Map.entry("json", CanonicalJson::read),
            Map.entry("entry", AuditEntry::parse),
            Map.entry("number", Numbers::of),
            Map.entry("fingerprint", bytes -> Fingerprint.parse(new String(bytes, ISO_8859_1))),
            Map.entry("entries", EntryBundle::read),
            Map.entry("path", bytes -> TilePath.parse(new String(bytes, ISO_8859_1))),
            Map.entry("proof", bytes -> ExportedProof.parse(bytes).check(List.of(LOG.ed25519.verifier())))));

    @TempDir
    Path folder;

    static Stream<String> readers() {
        return READERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void chanceIsRefusedOrTaken(String reader) {
        var random = new SeededRandom(reader.hashCode());
        for (var i = 0; i < TRIES; i++) {
            Refuses.orTakes(READERS.get(reader), random.bytes(random.nextInt(200)));
        }
    }

    /** Nearly right is what breaks readers. */
    @ParameterizedTest
    @MethodSource("readers")
    void whatIsNearlyRightIsRefusedOrTaken(String reader) {
        var random = new SeededRandom(reader.hashCode());
        var samples = samples();
        for (var i = 0; i < TRIES / 6; i++) {
            for (var sample : samples) {
                Refuses.orTakes(READERS.get(reader), mangled(sample, random));
            }
        }
    }

    @Test
    void aFileOfAnythingIsNeitherABundleNorAProof() throws IOException {
        var random = new SeededRandom(5);
        var file = folder.resolve("file");
        var zip = Files.readAllBytes(LOG.zip(folder.resolve("zip")));
        for (var i = 0; i < 300; i++) {
            Files.write(file, i % 2 == 0 ? mangled(zip, random) : random.bytes(random.nextInt(300)));
            assertThat(Asked.about(file, LOG).exit()).isBetween(0, 2);
            assertThat(Asked.raw(Locale.ENGLISH, "--proof", file.toString()).exit())
                    .isBetween(1, 2);
        }
    }

    private static List<byte[]> samples() {
        return List.of(
                LOG.frontier().bytes(),
                LOG.head().bytes(),
                LOG.sm2.verifier().toString().getBytes(ISO_8859_1),
                String.join("\n", LOG.ed25519.lines()).getBytes(ISO_8859_1),
                LOG.entries.get(3),
                EntryBundle.write(LOG.entries),
                LOG.proof(3).json());
    }

    private static byte[] mangled(byte[] sample, SeededRandom random) {
        var mangled =
                random.nextInt(3) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length + 20)) : sample.clone();
        for (var i = random.nextInt(4); i > 0 && mangled.length > 0; i--) {
            mangled[random.nextInt(mangled.length)] = random.bytes(1)[0];
        }
        return mangled;
    }
}
