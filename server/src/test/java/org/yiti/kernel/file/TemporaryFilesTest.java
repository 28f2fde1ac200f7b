package org.yiti.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    private static final long ME = ProcessHandle.current().pid();

    @TempDir
    private Path place;

    /** The number of a process that has just come to its end. */
    private static long dead() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void whatAKilledServerLeftBehindIsDeletedByTheNextStart() throws Exception {
        var left = new TemporaryFiles(place, dead()).create();
        Files.writeString(left, "姓名,身份证号");

        new TemporaryFiles(place, ME);

        assertThat(left).doesNotExist();
        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void whatAServerLeftBehindThatHadOurNumberIsDeletedToo() throws Exception {
        var left = new TemporaryFiles(place, ME).create();

        new TemporaryFiles(place, ME);

        assertThat(left).doesNotExist();
    }

    @Test
    void whatAnotherServerIsReadingStaysAndSoDoesWhatIsNotOurs() throws Exception {
        var parent = ProcessHandle.current().parent().orElseThrow().pid();
        var read = new TemporaryFiles(place, parent).create();
        var others = Files.createDirectory(place.resolve("yiti-clear-notes"));

        new TemporaryFiles(place, ME);

        assertThat(read).exists();
        assertThat(others).exists();
    }

    @Test
    void nobodyElseMayLookIn() throws Exception {
        var file = new TemporaryFiles(place, ME).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }
}
