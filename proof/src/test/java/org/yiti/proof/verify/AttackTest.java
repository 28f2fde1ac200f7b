package org.yiti.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.bundle.EntryBundle;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.note.SigningKey;

/** What somebody with the files, the database or the key may try, and what is said about it. */
class AttackTest {

    private static final TestLog LOG = TestLog.of(700);

    @TempDir
    Path place;

    private Path folder;

    @BeforeEach
    void export() {
        folder = LOG.folder(place.resolve("log"));
    }

    @Test
    void anEditedEntryIsNamed() {
        entries("000", list -> list.set(16, TestLog.entry(17, "intruder")));

        finds("Altered since it was sealed: entry no. 17.");
    }

    @Test
    void anEntryEditedInTheLastPartialBundleIsNamed() {
        entries("002.p/188", list -> list.set(187, TestLog.entry(700, "intruder")));

        finds("Altered since it was sealed: entry no. 700.");
    }

    @Test
    void anEditedEntryIsNamedEvenWhenItsTileWasEditedWithItInOneTree() throws IOException {
        var fork = forked(17);
        entries("000", list -> list.set(16, fork.entries.get(16)));
        copy(fork, "tile/0/000", "tile/1/000.p/2");

        finds("Altered since it was sealed: entry no. 17.");
    }

    @Test
    void aBlockWhoseTilesWereEditedInBothTreesIsNamed() throws IOException {
        var fork = forked(17);
        copy(fork, "tile/entries/000", "tile/0/000", "sm3/tile/0/000");

        finds("Past vouching for: entry no. 1–256.");
    }

    @Test
    void aLogThatWasRebuiltAroundAnEditedEntryHasAnotherRoot() throws IOException {
        var fork = forked(17);
        copy(fork, "tile/entries/000", "tile/0/000", "sm3/tile/0/000", "tile/1/000.p/2", "sm3/tile/1/000.p/2");

        finds("The contents do not lead to the root that was signed");
    }

    @Test
    void aRemovedEntryIsNamedAndThoseThatMovedUp() {
        entries("000", list -> list.remove(4));

        finds("Missing: entry no. 5.", "Moved: entry no. 6–256, now at place 5–255.");
    }

    @Test
    void anEntryTakenOutAndRenumberedAwayIsNamed() {
        entries("002.p/188", list -> {
            list.remove(100);
            for (var i = 100; i < list.size(); i++) {
                list.set(i, TestLog.entry(512 + i + 1, "officer-" + (512 + i + 2) % 7));
            }
        });

        finds("Altered since it was sealed: entry no. 613–699.", "Missing: entry no. 700.");
    }

    @Test
    void anEntryPutInBetweenIsNamed() {
        entries("000", list -> list.add(4, TestLog.entry(5, "intruder")));

        finds("Altered since it was sealed: entry no. 5.", "Moved: entry no. 5–256, now at place 6–257.");
    }

    @Test
    void anEntryPutAtTheEndIsNamed() {
        entries("002.p/188", list -> list.add(TestLog.entry(701, "intruder")));

        finds("Added, never sealed: the entry at place 701.");
    }

    @Test
    void swappedEntriesAreNamed() {
        entries("000", list -> Collections.swap(list, 9, 199));

        finds("Moved: entry no. 200, now at place 10.", "Moved: entry no. 10, now at place 200.");
    }

    @Test
    void entriesSwappedBetweenFilesAreNamed() {
        var tenth = LOG.entries.get(9);
        entries("000", list -> list.set(9, LOG.entries.get(299)));
        entries("001", list -> list.set(43, tenth));

        finds("Moved: entry no. 300, now at place 10.", "Moved: entry no. 10, now at place 300.");
    }

    @Test
    void aDuplicatedEntryIsNamedWithTheOneItReplaced() {
        entries("000", list -> list.set(9, LOG.entries.get(299)));

        finds("Duplicated: entry no. 300, once more at place 10.", "Missing: entry no. 10.");
    }

    @Test
    void aTailThatWasCutOffIsMissed() throws IOException {
        entries("002.p/188", list -> list.subList(100, list.size()).clear());
        finds("Missing: entry no. 613–700.");

        Files.delete(folder.resolve("tile/entries/002.p/188"));
        finds("Missing with their files: entry no. 513–700.");
    }

    @Test
    void aCutOffLogWithItsOldHeadIsFoundByWhoKeptALaterOne() {
        var old = LOG.fork(500, 500).folder(place.resolve("old"));

        assertThat(Asked.about(old, LOG).exit()).isZero();
        var asked = Asked.about(old, LOG, LOG.headAt(300), LOG.headAt(650));
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said())
                .containsPattern("Extends the checkpoint .* of 300 entries")
                .containsPattern(
                        "The end was cut off, or an old copy was restored: .* has seen 650 entries, here are 500.");
    }

    @Test
    void aLogThatWentOnFromARestoredDumpIsFoundByWhoKeptAHeadFromBefore() {
        var restored = LOG.fork(500, 900);
        var asked = Asked.about(
                restored.folder(place.resolve("restored")), LOG, LOG.headAt(700), LOG.headAt(400), LOG.headAt(600));

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said())
                .containsPattern("Extends the checkpoint .* of 400 entries")
                .containsPattern("History was rewritten: the first 600 entries are not those of .* within no. 401–600.")
                .containsPattern(
                        "History was rewritten: the first 700 entries are not those of .* within no. 401–700.");
    }

    @Test
    void twoHeadsOfOneSizeAreAFork() {
        var fork = LOG.fork(500, 700);
        var asked = Asked.about(fork.folder(place.resolve("fork")), LOG, LOG.head(), LOG.headAt(256));

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said())
                .containsPattern("Two histories: .* has the same 700 entries with another root.*within no. 257–700");
    }

    @Test
    void aHeadOfAnotherLogSaysNothing() throws IOException {
        var other = SignedCheckpoint.sign(
                new Checkpoint(
                        "other.example/audit",
                        700,
                        LOG.frontier().hashing(),
                        LOG.frontier().root(),
                        List.of()),
                TestLog.DAY,
                List.of(LOG.ed25519, LOG.sm2));
        var asked = Asked.about(folder, LOG, other);

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said()).contains("is of another log: other.example/audit");
    }

    @Test
    void aSwappedKeyIsNoticed() throws IOException {
        var thief = SigningKey.generate(TestLog.ORIGIN, Scheme.ED25519, new SeededRandom(66));
        var forged = SignedCheckpoint.sign(LOG.head().checkpoint(), TestLog.DAY, List.of(thief, LOG.sm2));
        Files.write(folder.resolve("checkpoint"), forged.bytes());

        finds("Not signed by yiti.example/audit (Ed25519).");
    }

    @Test
    void aHeadThatWasEditedAfterSigningIsNoticed() throws IOException {
        var fork = LOG.fork(500, 700);
        fork.folder(folder);
        var lines = new ArrayList<>(Files.readAllLines(folder.resolve("checkpoint")));
        var signed = new String(LOG.head().bytes(), StandardCharsets.UTF_8).split("\n");
        lines.set(lines.size() - 1, signed[signed.length - 1]);
        Files.writeString(folder.resolve("checkpoint"), String.join("\n", lines) + "\n");

        finds("The signature in the name of yiti.example/audit is wrong");
    }

    @Test
    void aHeadThatCannotBeReadIsCalledThat() throws IOException {
        Files.writeString(folder.resolve("checkpoint"), "yiti.example/audit\n700\n");

        finds("The checkpoint cannot be read. This is no signed note.");
    }

    @Test
    void aPartialTileThatIsCutOffIsNamed() throws IOException {
        shorten("tile/0/002.p/188", 32);

        finds("File tile/0/002.p/188 is damaged");
    }

    @Test
    void aPartialTileThatPassesForASmallerOneIsNamed() throws IOException {
        shorten("sm3/tile/0/002.p/188", 32);
        Files.move(folder.resolve("sm3/tile/0/002.p/188"), folder.resolve("sm3/tile/0/002.p/187"));

        finds("File sm3/tile/0/002.p/187 does not belong", "File sm3/tile/0/002.p/188 is missing");
    }

    @Test
    void entriesThatAreCutOffInTheMiddleAreNamed() throws IOException {
        shorten("tile/entries/000", 7);

        finds("File tile/entries/000 is damaged", "Missing: entry no. 1–256.");
    }

    @Test
    void editedTilesAreNamedWhileTheEntriesAreWhole() throws IOException {
        turn("tile/0/001", 40);
        turn("sm3/tile/1/000.p/2", 40);

        finds("The hashes in tile/0/001 were altered.", "The hashes in sm3/tile/1/000.p/2 were altered.");
    }

    @Test
    void anEditedTileBesideAnEditedEntryHidesNothing() throws IOException {
        entries("000", list -> list.set(16, TestLog.entry(17, "intruder")));
        turn("tile/0/001", 40);

        finds("Altered since it was sealed: entry no. 17.", "The hashes in tile/0/001 were altered.");
    }

    @Test
    void anEditedUpperTileBesideAnEditedEntryHidesNothing() throws IOException {
        entries("000", list -> list.set(16, TestLog.entry(17, "intruder")));
        turn("tile/1/000.p/2", 40);

        finds("Altered since it was sealed: entry no. 17.");
    }

    @Test
    void filesThatDoNotBelongThereAreNamed() throws IOException {
        Files.writeString(folder.resolve("README"), "trust me");
        Files.copy(folder.resolve("tile/0/000"), folder.resolve("tile/0/003"));

        finds("File README does not belong", "File tile/0/003 does not belong");
    }

    @Test
    void aNumberThatWasLeftOutBeforeSealingIsNoticed() {
        var log = new TestLog(LOG.frontier().hashing());
        for (var seq : new int[] {1, 2, 4, 5, 5, 3}) {
            log.entries.add(TestLog.entry(seq, "a"));
        }
        log.entries.add(new byte[] {1});
        log.seal();
        var asked = Asked.about(log.folder(place.resolve("gap")), log);

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said())
                .contains("Never sealed: no. 3. Entries are missing before place 3.")
                .contains("Number 5 at place 5 stands there again")
                .contains("Number 3 at place 6 stands there again")
                .contains("The entry at place 7 has no number.");
    }

    @Test
    void aHeadThatClaimsMoreThanAnybodyCouldHandOverIsAnsweredAtOnce() throws IOException {
        var boast = new Checkpoint(
                TestLog.ORIGIN,
                Long.MAX_VALUE,
                LOG.frontier().hashing(),
                LOG.frontier().root(),
                List.of());
        var signed = SignedCheckpoint.sign(boast, TestLog.DAY, List.of(LOG.ed25519, LOG.sm2));
        Files.write(folder.resolve("checkpoint"), signed.bytes());

        var asked = Asked.about(folder, LOG);
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said()).contains("Missing with their files: entry no. 513–9,223,372,036,854,775,807.");
    }

    @Test
    void moreTroubleThanAnybodyReadsIsCounted() {
        for (var file : List.of("000", "001", "002.p/188")) {
            entries(file, list -> {
                for (var i = 0; i < list.size(); i += 2) {
                    list.set(i, new byte[] {1});
                }
            });
        }
        var asked = Asked.about(folder, LOG);

        assertThat(asked.said().lines().count()).isBetween(300L, 1100L);
        assertThat(asked.exit()).isEqualTo(1);
    }

    private void finds(String... sentences) {
        var asked = Asked.about(folder, LOG);
        assertThat(asked.said()).contains(sentences).contains("RESULT: NOT WHOLE.");
        assertThat(asked.exit()).isEqualTo(1);
        var found = asked.said().lines().filter(line -> line.startsWith("✗")).toList();
        assertThat(found).as("Nothing but that").hasSizeLessThanOrEqualTo(Math.max(3, sentences.length + 1));
    }

    private TestLog forked(int seq) {
        var fork = LOG.fork(0, 0);
        fork.entries.addAll(LOG.entries);
        fork.entries.set(seq - 1, TestLog.entry(seq, "intruder"));
        fork.seal();
        return fork;
    }

    private void copy(TestLog from, String... files) throws IOException {
        var other = from.folder(place.resolve("other"));
        for (var file : files) {
            Files.write(folder.resolve(file), Files.readAllBytes(other.resolve(file)));
        }
    }

    private void entries(String file, Consumer<List<byte[]>> edit) {
        try {
            var path = folder.resolve("tile/entries").resolve(file);
            var list = new ArrayList<>(EntryBundle.read(Files.readAllBytes(path)));
            edit.accept(list);
            Files.write(path, EntryBundle.write(list));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void shorten(String file, int by) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length - by));
    }

    private void turn(String file, int at) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(file));
        bytes[at] ^= 1;
        Files.write(folder.resolve(file), bytes);
    }
}
