package org.yiti.supervision.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.Manifest;

class PackingTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private static ShelfWriter.Content large(int megabytes) {
        return out -> {
            var chance = new Random(7);
            var block = new byte[1 << 13];
            for (var n = 0; n < megabytes * (MEGABYTE / block.length); n++) {
                chance.nextBytes(block);
                out.write(block);
            }
        };
    }

    /** All that is allocated, whether it was let go of or not: of a quarter of a gigabyte not a sixteenth. */
    @Test
    void aLargePackageNeedsNoneOfItsSizeInMemory() throws IOException {
        var file = folder.resolve("large.zip");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        try (var shelf = ShelfWriter.zip(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var packing = new Packing(shelf);
            packing.put("papers/1.mp4", large(128));
            packing.put("papers/2.mp4", large(128));
            assertThat(packing.size()).isEqualTo(256L * MEGABYTE);
        }

        assertThat(Files.size(file)).isGreaterThan(256L * MEGABYTE);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16L * MEGABYTE);
    }

    @Test
    void whatIsRememberedOfAFileIsWhatTheManifestSaysOfIt() throws IOException {
        var file = folder.resolve("small.zip");
        try (var shelf = ShelfWriter.zip(Files.newOutputStream(file))) {
            var packing = new Packing(shelf);
            packing.put("b.txt", "乙".getBytes(UTF_8));
            packing.put("a.txt", out -> {
                out.write('A');
                out.write("BC".getBytes(UTF_8));
            });
            packing.put("b.txt", "乙".getBytes(UTF_8));

            assertThat(packing.entries())
                    .containsExactly(
                            Manifest.Entry.of("a.txt", "ABC".getBytes(UTF_8)),
                            Manifest.Entry.of("b.txt", "乙".getBytes(UTF_8)));
        }
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("b.txt", "a.txt");
            assertThat(zip.getInputStream(zip.getEntry("a.txt")).readAllBytes()).isEqualTo("ABC".getBytes(UTF_8));
        }
    }
}
