package org.yiti.proof.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.TestLog;

/** A bundle comes from those whom it is to check. */
class HostileShelfTest {

    @TempDir
    Path folder;

    @Test
    void aBombIsCutAtTheLimit() throws IOException {
        var shelf = Shelf.open(zip("checkpoint", new byte[50_000_000]));

        assertThat(Files.size(folder.resolve("a.zip"))).isLessThan(100_000);
        Refuses.with(Refusal.FILE_TOO_LARGE, () -> Bundle.checkpoint(shelf));
    }

    @Test
    void aLargeFileInAFolderIsCutAtTheLimitToo() throws IOException {
        Files.write(folder.resolve("checkpoint"), new byte[300_000]);

        Refuses.with(Refusal.FILE_TOO_LARGE, () -> Bundle.checkpoint(Shelf.open(folder)));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        TestLog.of(3).folder(folder);
        Files.delete(folder.resolve("checkpoint"));
        Files.createSymbolicLink(folder.resolve("checkpoint"), Path.of("/etc/hostname"));

        Refuses.with(Refusal.FILE_NAME_UNFIT, () -> Shelf.open(folder));
    }

    @Test
    void aLinkedFolderIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("bundle"));
        Files.createSymbolicLink(folder.resolve("bundle/tile"), Path.of("/etc"));

        Refuses.with(Refusal.FILE_NAME_UNFIT, () -> Shelf.open(folder.resolve("bundle")));
    }

    @Test
    void namesThatLeadElsewhereAreOnlyNames() throws IOException {
        var shelf = Shelf.open(zip("../../etc/passwd", new byte[] {1}));

        assertThat(shelf.names()).containsExactly("../../etc/passwd");
        assertThat(TilePath.parse("../../etc/passwd")).isEmpty();
        Refuses.with(Refusal.FILE_ABSENT, () -> Bundle.checkpoint(shelf));
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        var file = zip("checkpoinA", new byte[] {1}, "checkpoinB", new byte[] {2});
        var renamed = new String(Files.readAllBytes(file), ISO_8859_1).replaceAll("checkpoin[AB]", "checkpoint");
        Files.write(file, renamed.getBytes(ISO_8859_1));

        Refuses.with(Refusal.FILE_TWICE, () -> Shelf.open(file));
    }

    @Test
    void whatIsNoZipIsNoBundle() throws IOException {
        Files.write(folder.resolve("empty"), new byte[0]);
        Files.write(folder.resolve("text"), "PK no zip".getBytes(ISO_8859_1));
        var whole = Files.readAllBytes(TestLog.of(3).zip(folder.resolve("zip")));
        Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));

        for (var name : new String[] {"empty", "text", "half", "absent"}) {
            Refuses.with(Refusal.BUNDLE_UNREADABLE, () -> Shelf.open(folder.resolve(name)));
        }
    }

    @Test
    void folderEntriesOfAZipAreNoFiles() throws IOException {
        assertThat(Shelf.open(zip("tile/", new byte[0], "checkpoint", new byte[] {1}))
                        .names())
                .containsExactly("checkpoint");
    }

    private Path zip(Object... namesAndContents) throws IOException {
        var file = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return file;
    }
}
