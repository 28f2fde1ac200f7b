package org.yiti.workbook.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** One part being inflated, watched for bombs: too much in all, too much for what was packed, too much between two tags. */
final class InflateGuard extends FilterInputStream {

    private static final long GRACE = 50L << 20;
    private static final long RATIO = 100;
    private static final long LONGEST_TOKEN = 2L << 20;

    private final long packed;
    private final long unpacked;
    private final long limit;
    private volatile long count;
    private long sinceProgress;

    InflateGuard(InputStream in, ZipEntry entry, long limit) {
        super(in);
        this.packed = Math.max(1, entry.getCompressedSize());
        this.unpacked = Math.max(1, entry.getSize());
        this.limit = limit;
    }

    /** The parser has made something of what it read: what it holds in memory starts again from nothing. */
    void progressed() {
        sinceProgress = 0;
    }

    double fraction() {
        return Math.min(1, (double) count / unpacked);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            watch(1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        if (n > 0) {
            watch(n);
        }
        return n;
    }

    private void watch(int n) {
        long total = count + n;
        count = total;
        sinceProgress += n;
        if (total > limit) {
            throw UnreadableFile.over(FileRefusal.ZIP_BOMB, limit);
        }
        if (total > GRACE && total / RATIO > packed) {
            throw UnreadableFile.over(FileRefusal.ZIP_BOMB, RATIO);
        }
        if (sinceProgress > LONGEST_TOKEN) {
            throw UnreadableFile.over(FileRefusal.TOO_LONG_CELL, LONGEST_TOKEN);
        }
    }
}
