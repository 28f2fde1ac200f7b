package org.yiti.kernel.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What has to lie in the clear as a file while it is read, since a ZIP is read from its end: in a folder of this process
 * alone, so that what a killed server left behind is known and destroyed by the next.
 */
@Component
public class TemporaryFiles {

    private static final Logger log = LoggerFactory.getLogger(TemporaryFiles.class);
    private static final String OURS = "yiti-clear-";

    private final Path place;
    private final long process;
    private @Nullable Path folder;

    @Autowired
    TemporaryFiles() {
        this(
                Path.of(System.getProperty("java.io.tmpdir")),
                ProcessHandle.current().pid());
    }

    TemporaryFiles(Path place, long process) {
        this.place = place;
        this.process = process;
        destroyLeftBehind();
    }

    /** Whoever makes one deletes it. */
    public Path create() throws IOException {
        return Files.createTempFile(folder(), null, null);
    }

    /** Nobody else may look into it; cleaners of the system may have taken it meanwhile. */
    private synchronized Path folder() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            folder = Files.createTempDirectory(place, OURS + process + "-");
        }
        return folder;
    }

    /** In a container every server is the same process by number: what lies there now is of the one before as well. */
    private void destroyLeftBehind() {
        try (var found = Files.newDirectoryStream(place, OURS + "*")) {
            for (var folder : found) {
                var of = processOf(folder);
                if (of != null && (of == process || ProcessHandle.of(of).isEmpty())) {
                    destroy(folder);
                }
            }
        } catch (IOException unreadable) {
            log.warn("What a killed server left behind in {} cannot be looked for: {}", place, unreadable.getMessage());
        }
    }

    private static @Nullable Long processOf(Path folder) {
        var name = folder.getFileName().toString().substring(OURS.length());
        var number = name.replaceFirst("-.*", "");
        return number.matches("\\d{1,18}") && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? Long.valueOf(number)
                : null;
    }

    private static void destroy(Path folder) {
        try (var files = Files.walk(folder)) {
            List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
            for (var file : inner) {
                Files.deleteIfExists(file);
            }
            log.info("{} temporary files that a killed server has left behind are deleted", inner.size() - 1);
        } catch (IOException ofSomebodyElse) {
            log.warn("{} of a killed server cannot be deleted: {}", folder, ofSomebodyElse.getMessage());
        }
    }
}
