package org.yiti;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK newer than the one the tests run on, if this machine has one: where {@code YITI_NEWER_JAVA} says, or where JDKs usually are. */
public final class NewerJava {

    private static final List<String> PLACES =
            List.of("/usr/lib/jvm", "/usr/java", "/opt", "/opt/java", "/Library/Java/JavaVirtualMachines");
    private static final List<String> PLACES_AT_HOME =
            List.of(".jdks", ".sdkman/candidates/java", ".asdf/installs/java");

    private NewerJava() {}

    /** The newest. */
    public static Optional<Path> home() {
        var named = System.getenv("YITI_NEWER_JAVA");
        var candidates = named == null || named.isBlank() ? usual() : Stream.of(Path.of(named));
        return candidates
                .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                .filter(home -> release(home) > Runtime.version().feature())
                .max((one, other) -> Integer.compare(release(one), release(other)));
    }

    private static Stream<Path> usual() {
        var home = Path.of(System.getProperty("user.home"));
        return Stream.concat(
                        PLACES.stream().map(Path::of), PLACES_AT_HOME.stream().map(home::resolve))
                .filter(Files::isDirectory)
                .flatMap(NewerJava::inside)
                .map(found ->
                        Files.isDirectory(found.resolve("Contents/Home")) ? found.resolve("Contents/Home") : found);
    }

    private static Stream<Path> inside(Path folder) {
        try (var found = Files.list(folder)) {
            return found.toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** As its {@code release} file says; 0 where there is none. */
    private static int release(Path home) {
        if (!Files.isReadable(home.resolve("release"))) {
            return 0;
        }
        try (var file = Files.newBufferedReader(home.resolve("release"))) {
            var facts = new Properties();
            facts.load(file);
            return Runtime.Version.parse(
                            facts.getProperty("JAVA_VERSION", "\"0\"").replace("\"", ""))
                    .feature();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException ofOldForm) {
            return 0;
        }
    }
}
