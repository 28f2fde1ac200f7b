package org.yiti.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.bundle.Shelf;

/** No bit of a bundle can be turned unnoticed. */
class TurnedBitTest {

    private static final int TRIES = 12;
    private static final int ZIP_TRIES = 150;

    @TempDir
    Path folder;

    private final TestLog log = TestLog.of(300);
    private final SeededRandom random = new SeededRandom(11);

    @Test
    void everyTurnedBitOfEveryFileIsNoticed() throws IOException {
        var bundle = log.folder(folder);
        for (var name : Shelf.open(bundle).names()) {
            var file = bundle.resolve(name);
            var whole = Files.readAllBytes(file);
            for (var i = 0; i < TRIES; i++) {
                var turned = turned(whole);
                Files.write(file, turned);
                assertThat(Asked.about(bundle, log).exit()).as(name).isEqualTo(1);
            }
            Files.write(file, whole);
        }
        assertThat(Asked.about(bundle, log).exit()).isZero();
    }

    /** What only the container says (dates, attributes) may turn as it likes: what is read is the same. */
    @Test
    void aTurnedBitOfAZipIsNoticedOrChangesNothingThatIsRead() throws IOException {
        var zip = log.zip(folder.resolve("log.zip"));
        var whole = Files.readAllBytes(zip);
        var contents = contents(zip);
        var noticed = 0;
        for (var i = 0; i < ZIP_TRIES; i++) {
            Files.write(zip, turned(whole));
            if (Asked.about(zip, log).exit() == 0) {
                assertThat(contents(zip)).usingRecursiveComparison().isEqualTo(contents);
            } else {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(ZIP_TRIES / 2);
    }

    @Test
    void everyTurnedBitOfAProofFileIsNoticed() throws IOException {
        var file = folder.resolve("proof.json");
        var whole = log.proof(123).json();
        for (var i = 0; i < 300; i++) {
            Files.write(file, turned(whole));
            var asked = Asked.raw(
                    Locale.ENGLISH,
                    "--proof",
                    file.toString(),
                    "--key",
                    log.ed25519.verifier().toString(),
                    "--key",
                    log.sm2.verifier().toString());
            assertThat(asked.exit()).as(asked.said()).isNotZero();
        }
    }

    private byte[] turned(byte[] whole) {
        var turned = whole.clone();
        turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
        return turned;
    }

    private static Map<String, byte[]> contents(Path bundle) throws IOException {
        try (var shelf = Shelf.open(bundle)) {
            var contents = new HashMap<String, byte[]>();
            for (var name : shelf.names()) {
                contents.put(name, shelf.read(name, 1 << 20));
            }
            return contents;
        } catch (ProofRefused refused) {
            return Map.of();
        }
    }
}
