package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_not_there_is_made() {
        try (var claimed = DataFolder.claim(folder.resolve("new/data"))) {
            assertThat(claimed.postgres().getParent()).isDirectory();
        }
    }

    @Test
    void a_second_server_is_refused_until_the_first_lets_go() {
        var first = DataFolder.claim(folder);
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Another Yiti is running on the data folder " + folder);
        first.close();
        DataFolder.claim(folder).close();
    }

    @Test
    void the_folder_is_the_same_by_whatever_name() throws IOException {
        var other = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        try (var first = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DataFolder.claim(other)).isInstanceOf(StartRefused.class);
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void a_server_that_was_killed_holds_nothing() throws Exception {
        var holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var words = holder.inputReader()) {
            assertThat(words.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> DataFolder.claim(folder)).isInstanceOf(StartRefused.class);
        }
        holder.destroyForcibly();
        assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
        DataFolder.claim(folder).close();
    }

    @Test
    void a_folder_that_is_a_file_is_refused_in_a_sentence() throws IOException {
        var file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written by");
    }

    /** Another process that claims a folder and waits to be killed. */
    static final class Holder {
        public static void main(String[] folder) throws InterruptedException {
            try (var held = DataFolder.claim(Path.of(folder[0]))) {
                System.out.println("held");
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            }
        }
    }
}
