package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.TestDatabase;

/** What the jar itself says when it cannot start: one sentence with the way out, and no trace of a stack. */
class RefusedStartTest {

    @TempDir
    private Path folder;

    private List<String> complaints(String... settings) throws Exception {
        var log = folder.resolve("said");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.yiti.Yiti",
                "--yiti.demonstration=false",
                "--yiti.audit-folder=" + folder.resolve("audit"),
                "--yiti.key-folder=" + folder.resolve("keys")));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        var said = Files.readString(log);
        assertThat(said).doesNotContain("\tat ", "Caused by");
        return said.lines().filter(line -> line.contains("ERROR")).toList();
    }

    /** Even root writes nothing there. */
    @Test
    @EnabledOnOs(LINUX)
    void aDataFolderThatCannotBeWritten() throws Exception {
        assertThat(complaints("--yiti.data-folder=/proc/yiti", "--server.port=0"))
                .singleElement()
                .asString()
                .contains("The data folder /proc/yiti cannot be written by ", "or choose another: YITI_DATA=/path");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(complaints(
                            "--spring.datasource.url=" + TestDatabase.fresh().url(),
                            "--spring.datasource.username=" + TestDatabase.OWNER,
                            "--spring.datasource.password=" + TestDatabase.OWNER,
                            "--server.port=" + busy.getLocalPort()))
                    .singleElement()
                    .asString()
                    .contains("Port " + busy.getLocalPort()
                            + " is taken by another program. Stop it, or choose another port");
        }
    }
}
