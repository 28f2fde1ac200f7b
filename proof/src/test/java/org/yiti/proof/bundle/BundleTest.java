package org.yiti.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.TestLog;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tree;

class BundleTest {

    private static final TestLog LONG = TestLog.of(1_200);

    @TempDir
    Path folder;

    @Test
    void itHasTheFilesOfItsLayoutAndNoOthers() {
        var shelf = Shelf.open(TestLog.of(300).folder(folder.resolve("log")));

        assertThat(new TreeSet<>(shelf.names()))
                .containsExactly(
                        "checkpoint",
                        "sm3/tile/0/000",
                        "sm3/tile/0/001.p/44",
                        "sm3/tile/1/000.p/1",
                        "tile/0/000",
                        "tile/0/001.p/44",
                        "tile/1/000.p/1",
                        "tile/entries/000",
                        "tile/entries/001.p/44");
    }

    @Property(tries = 12)
    void whatWasWrittenIsReadFromFolderAndZipAtAnySize(@ForAll @IntRange(max = 1_200) int size) throws IOException {
        var log = LONG.fork(size, size);
        var place = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bundles")), "bundle");
        for (var path : List.of(log.folder(place.resolve("folder")), log.zip(place.resolve("zip")))) {
            try (var shelf = Shelf.open(path)) {
                var head = SignedCheckpoint.open(Bundle.checkpoint(shelf), List.of(log.sm2.verifier()));
                assertThat(head.checkpoint()).isEqualTo(log.head().checkpoint());
                var bundle = new Bundle(shelf, new Layout(size, Hashing.BOTH));
                assertThat(entries(bundle)).usingRecursiveComparison().isEqualTo(log.entries);
                for (var part : Hashing.BOTH.parts()) {
                    assertThat(new Tree(part, bundle.tiles(part), size).root(size))
                            .isEqualTo(log.head().checkpoint().root(part));
                }
            }
        }
    }

    @Test
    void theSameLogMakesTheSameZip() throws IOException {
        var log = TestLog.of(20);
        var head = log.head();
        var zips = new ArrayList<byte[]>();
        for (var i = 0; i < 2; i++) {
            var out = new ByteArrayOutputStream();
            try (var shelf = ShelfWriter.zip(out)) {
                new BundleWriter(head, log.tiles, (from, count) -> log.entries.subList((int) from, (int) from + count))
                        .write(shelf);
            }
            zips.add(out.toByteArray());
        }
        assertThat(zips.get(0)).isEqualTo(zips.get(1));
    }

    @Test
    void anEarlierHeadIsWrittenFromALogThatHasGrownOn() throws IOException {
        var log = TestLog.of(700);
        try (var to = ShelfWriter.folder(folder)) {
            new BundleWriter(
                            log.headAt(300),
                            log.tiles,
                            (from, count) -> log.entries.subList((int) from, (int) from + count))
                    .write(to);
        }
        var bundle = new Bundle(Shelf.open(folder), new Layout(300, Hashing.BOTH));

        assertThat(entries(bundle)).hasSize(300);
        assertThat(new Tree(Hashing.SM3, bundle.tiles(Hashing.SM3), 300).root(300))
                .isEqualTo(log.headAt(300).checkpoint().root(Hashing.SM3));
    }

    @Test
    void aHeadOfAnotherTreeIsNotWritten() {
        var log = TestLog.of(20);
        var other = log.fork(10, 20);

        Refuses.with(
                Refusal.CHECKPOINT_OF_ANOTHER_TREE,
                () -> new BundleWriter(log.head(), other.tiles, (from, count) -> List.of())
                        .write(ShelfWriter.folder(folder)));
    }

    @Test
    void entriesAreLaidOutAsTheSpecificationSays() {
        var bytes = EntryBundle.write(List.of(new byte[] {7}, new byte[0], new byte[258]));

        assertThat(bytes).startsWith(0, 1, 7, 0, 0, 1, 2).hasSize(2 + 1 + 2 + 2 + 258);
        assertThat(EntryBundle.read(bytes)).hasSize(3);
        Refuses.with(Refusal.ENTRY_TOO_LONG, () -> EntryBundle.write(List.of(new byte[65_536])));
    }

    @Test
    void anEntryThatIsCutOffIsRefusedAndSoAreTooMany() {
        Refuses.with(Refusal.ENTRIES_MALFORMED, () -> EntryBundle.read(new byte[] {0}));
        Refuses.with(Refusal.ENTRIES_MALFORMED, () -> EntryBundle.read(new byte[] {0, 2, 1}));
        Refuses.with(Refusal.ENTRIES_MALFORMED, () -> EntryBundle.read(new byte[] {(byte) 0xff, (byte) 0xff, 1}));
        Refuses.with(Refusal.ENTRIES_MALFORMED, () -> EntryBundle.read(new byte[2 * 600]));
    }

    private static List<byte[]> entries(Bundle bundle) {
        var entries = new ArrayList<byte[]>();
        for (long block = 0; block < TileId.count(0, bundle.layout().size()); block++) {
            entries.addAll(bundle.entries(block));
        }
        return entries;
    }
}
