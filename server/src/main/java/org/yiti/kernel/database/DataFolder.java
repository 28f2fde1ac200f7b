package org.yiti.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the embedded database. It belongs to one running server at a time; the lock goes with the process. */
final class DataFolder implements AutoCloseable {

    private static final long LEAST_FREE_MEGABYTES = 2048;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder claim(Path wanted) {
        try {
            var folder = Files.createDirectories(wanted).toRealPath();
            var claimed = new DataFolder(
                    folder,
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (!claimed.isOurs()) {
                claimed.close();
                throw new StartRefused("Another Yiti is running on the data folder " + folder
                        + ". Stop it, or choose another folder: YITI_DATA=/path");
            }
            claimed.examine();
            return claimed;
        } catch (IOException failure) {
            throw new StartRefused(
                    "The data folder " + wanted + " cannot be written by " + System.getProperty("user.name")
                            + ". Give this user the folder, or choose another: YITI_DATA=/path",
                    failure);
        }
    }

    private boolean isOurs() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private void examine() throws IOException {
        var probe = Files.createTempFile(folder, "probe", null);
        var me = Files.getOwner(probe);
        Files.delete(probe);
        if (Files.exists(postgres()) && !Files.getOwner(postgres()).equals(me)) {
            throw new StartRefused("The database in " + folder + " belongs to another user than " + me.getName()
                    + ". Run as its owner, or choose another folder: YITI_DATA=/path");
        }
        var free = Files.getFileStore(folder).getUsableSpace() / (1024 * 1024);
        if (!Files.exists(postgres()) && free < LEAST_FREE_MEGABYTES) {
            throw new StartRefused("The disk of " + folder + " is nearly full (" + free
                    + " MB free): a first start needs 2 GB. Make room, or choose another folder: YITI_DATA=/path");
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path program() {
        return folder.resolve("postgres-program");
    }

    /** What PostgreSQL says while it starts and runs. */
    Path words() {
        return folder.resolve("postgres.log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
