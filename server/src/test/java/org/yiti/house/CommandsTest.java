package org.yiti.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code make}, {@code make run} and {@code make check-tools} say on a machine where something is missing: one sentence, with the way out. */
@DisabledOnOs(WINDOWS)
class CommandsTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    /** What the scripts take for granted. */
    private static final List<String> PLAIN =
            List.of("bash", "env", "awk", "sed", "dirname", "mkdir", "id", "df", "uname");

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {

        /** Without the empty lines around it. */
        List<String> complaints() {
            return err.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private Said run(Map<String, String> settings, String... command) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(TOP.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("YITI_DATA", folder.resolve("data").toString());
        settings.forEach((name, value) -> builder.environment().put(name, value));
        var process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    /** A PATH with what every system has, and these programs, each of which prints one line. */
    private Map<String, String> machineWith(Map<String, String> programs) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var name : PLAIN) {
            Files.createSymbolicLink(bin.resolve(name), where(name));
        }
        for (var program : programs.entrySet()) {
            var file = bin.resolve(program.getKey());
            Files.writeString(file, "#!%s\necho '%s'\n".formatted(where("bash"), program.getValue()));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new HashMap<>(Map.of("PATH", bin.toString(), "JAVA_HOME", ""));
    }

    private static Path where(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static final Map<String, String> FIT = Map.of(
            "java",
            "openjdk version \"17.0.15\"",
            "javac",
            "javac 17.0.15",
            "mvn",
            "Apache Maven 3.9.9",
            "node",
            "v22.12.0",
            "npm",
            "10.2.0");

    private static Map<String, String> fitBut(String program, String says) {
        var all = new HashMap<>(FIT);
        all.put(program, says);
        if (says.isEmpty()) {
            all.remove(program);
        }
        return all;
    }

    @Test
    void aMachineThatHasEverythingIsFit() throws Exception {
        var said = run(machineWith(FIT), "bash", "bin/check-tools", "all");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Java 17 is fit", "Maven 3.9.9 is fit", "Node.js 22.12.0 is fit");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            java,  '',                              'Java is missing: install a JDK 17 or newer'
            java,  'openjdk version "11.0.2"',      'Java 11 is too old'
            javac, '',                              'has no compiler'
            node,  '',                              'Node.js is missing: install Node.js 20.19, 22.12 or newer'
            node,  v18.20.4,                        'Node.js 18.20.4 does not build the console'
            node,  v20.18.1,                        'Node.js 20.18.1 does not build the console'
            node,  v21.7.3,                         'Node.js 21.7.3 does not build the console'
            node,  v22.11.0,                        'Node.js 22.11.0 does not build the console'
            npm,   '',                              'npm is missing although Node.js 22.12.0 is here'
            mvn,   '',                              'Maven is missing'
            mvn,   'Apache Maven 3.6.3',            'Maven 3.6.3 is too old'
            """)
    void whatIsMissingOrTooOldIsNamedInOneSentence(String program, String says, String about) throws Exception {
        var said = run(machineWith(fitBut(program, says)), "bash", "bin/check-tools", "build");
        assertThat(said.code()).isNotZero();
        assertThat(said.complaints()).singleElement().asString().contains(about);
    }

    @Test
    void aBusyPortIsNamedWithAnotherThatMayBeFree() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = busy.getLocalPort();
            var said = run(Map.of("YITI_PORT", String.valueOf(port)), "bin/run");
            assertThat(said.code()).isNotZero();
            assertThat(said.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + port + " is taken by ")
                    .contains("YITI_PORT=" + (port + 1) + " make run");
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() throws Exception {
        assertThat(run(Map.of("YITI_PORT", "eighty"), "bin/run").complaints())
                .singleElement()
                .asString()
                .contains("\"eighty\", which is no number");
        assertThat(run(Map.of("YITI_PORT", "70000"), "bin/run").complaints())
                .singleElement()
                .asString()
                .contains("ports go from 1 to 65535");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var said = run(Map.of("YITI_DATA", file.resolve("data").toString()), "bin/run");
        assertThat(said.code()).isNotZero();
        assertThat(said.complaints())
                .singleElement()
                .asString()
                .startsWith("The data folder " + file.resolve("data") + " cannot be written by ");
    }

    @Test
    void aHomeOfJavaWithoutJavaInItIsNamed() throws Exception {
        var nowhere = folder.resolve("no-jdk");
        var machine = machineWith(FIT);
        machine.put("JAVA_HOME", nowhere.toString());
        assertThat(run(machine, "bash", "bin/run").complaints())
                .singleElement()
                .asString()
                .startsWith("JAVA_HOME is " + nowhere + ", but there is no Java in it");
    }

    /** Root may write everywhere but there. */
    @Test
    @EnabledOnOs(LINUX)
    void aFileSystemThatIsReadOnlyIsNamedAsTheFolderThatCannotBeWritten() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var said = readOnly(data, TOP.resolve("bin/run").toString());
        assertThat(said.code()).isNotZero();
        assertThat(said.complaints())
                .singleElement()
                .asString()
                .startsWith("The data folder " + data + " cannot be written by ")
                .endsWith("or choose another: YITI_DATA=/path make run");
    }

    @Test
    @EnabledOnOs(LINUX)
    void aCloneThatIsReadOnlyIsNamedBeforeAnythingIsBuilt() throws Exception {
        var clone = folder.resolve("clone");
        Files.createDirectories(clone.resolve("bin"));
        Files.createDirectories(clone.resolve("server"));
        Files.createFile(clone.resolve("pom.xml"));
        for (var script : List.of("build", "ground.sh", "check-tools")) {
            Files.copy(
                    TOP.resolve("bin").resolve(script),
                    clone.resolve("bin").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        var said = readOnly(clone, clone.resolve("bin/build").toString());
        assertThat(said.code()).isNotZero();
        assertThat(said.complaints())
                .singleElement()
                .asString()
                .startsWith(clone + "/server/target cannot be written by ")
                .endsWith("or work in a clone of your own.");
    }

    /** Runs with a folder mounted so that nobody can write in it, in a view of the file system of its own; with tools that are fit. */
    private Said readOnly(Path readOnly, String command) throws Exception {
        var path = machineWith(FIT).get("PATH") + ":" + System.getenv("PATH");
        var mounted = "mount --bind '%1$s' '%1$s' && mount -o remount,ro,bind '%1$s'".formatted(readOnly);
        var view = List.of("unshare", "root".equals(System.getProperty("user.name")) ? "-m" : "-rm", "bash", "-c");
        var settings = Map.of("PATH", path, "JAVA_HOME", "");
        assumeTrue(
                run(settings, with(view, mounted)).code() == 0,
                "this system lets nobody mount a folder read-only (unshare -m)");
        return run(settings, with(view, mounted + " && exec '" + command + "'"));
    }

    private static String[] with(List<String> view, String script) {
        return Stream.concat(view.stream(), Stream.of(script)).toArray(String[]::new);
    }

    @Test
    void makeAloneListsWhatItCanDo() throws Exception {
        var said = run(Map.of(), "make");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("make run", "make test", "make bench", "make simulate");
    }
}
