package org.yiti.workbook.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped workbook; nothing is ever unpacked to disk. */
final class ZipParts implements Closeable {

    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_DIRECTORY = 4 << 20;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_BYTES = 22;

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private ZipParts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ZipParts open(Path file, Limits limits) throws IOException {
        checkDirectory(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        } catch (IOException | IllegalArgumentException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            throw UnreadableFile.because(encrypted ? FileRefusal.ENCRYPTED : FileRefusal.CORRUPT, e);
        }
        ZipParts parts = new ZipParts(zip, limits);
        try {
            parts.list();
            return parts;
        } catch (UnreadableFile e) {
            parts.close();
            throw e;
        }
    }

    /** The directory is held in memory as a whole once opened, so its size is asked first. */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int tail = (int) Math.min(in.length(), END_RECORD_BYTES + 0xFFFF);
            byte[] bytes = new byte[tail];
            in.seek(in.length() - tail);
            in.readFully(bytes);
            ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail - END_RECORD_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END_RECORD) {
                    long size = Integer.toUnsignedLong(end.getInt(at + 12));
                    long start = Integer.toUnsignedLong(end.getInt(at + 16));
                    long distance = in.length() - tail + at - start;
                    if (size > LONGEST_DIRECTORY && (size != 0xFFFFFFFFL || distance > LONGEST_DIRECTORY)) {
                        throw UnreadableFile.over(FileRefusal.ZIP_BOMB, MOST_PARTS);
                    }
                    return;
                }
            }
            throw UnreadableFile.because(FileRefusal.CORRUPT);
        }
    }

    private void list() {
        if (zip.size() > MOST_PARTS) {
            throw UnreadableFile.over(FileRefusal.ZIP_BOMB, MOST_PARTS);
        }
        long declared = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            declared += Math.max(0, entry.getSize());
            parts.putIfAbsent(key(entry.getName()), entry);
        }
        if (declared > limits.unzippedBytes()) {
            throw UnreadableFile.over(FileRefusal.ZIP_BOMB, limits.unzippedBytes());
        }
    }

    /** Part names are case-insensitive by the standard, and some writers separate them by backslashes. */
    private static String key(String name) {
        String path = name.replace('\\', '/');
        return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** As the archive declares it; at least 1. */
    long size(String name) {
        ZipEntry entry = parts.get(key(name));
        return entry == null ? 1 : Math.max(1, entry.getSize());
    }

    /** Null when there is no such part. */
    @Nullable
    InflateGuard open(String name) throws IOException {
        ZipEntry entry = parts.get(key(name));
        return entry == null ? null : new InflateGuard(zip.getInputStream(entry), entry, limits.unzippedBytes());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
