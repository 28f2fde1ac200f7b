package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap is smaller than what the files hold, so it is enough only for whoever does not keep it. */
class MillionRowsTest {

    private static final int HEAP_MEGABYTES = 64;

    @TempDir
    Path folder;

    @Test
    void a_million_rows_and_as_many_texts_are_written_and_read_in_a_heap_that_cannot_hold_them() throws Exception {
        assertThat(run()).as(Files.readString(log())).isZero();

        assertThat(unpacked("many.xlsx")).isGreaterThan(HEAP_MEGABYTES << 20);
        assertThat(unpacked("shared.xlsx")).isGreaterThan(HEAP_MEGABYTES << 20);
    }

    @Test
    void whoever_keeps_them_runs_out_of_it() throws Exception {
        assertThat(run("keep")).isNotZero();
        assertThat(log()).content().contains("OutOfMemoryError");
    }

    private int run(String... more) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-cp",
                classes,
                MillionRows.class.getName(),
                folder.toString(),
                "1000000",
                "2"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private long unpacked(String name) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }
}
