package org.yiti.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the merged ranges before the cells are read, although they are written after them: a search of the raw bytes for
 * their tag, several times faster than parsing the sheet twice.
 */
final class MergeScan {

    private static final byte[] TAG = "mergeCell".getBytes(StandardCharsets.US_ASCII);
    private static final int[] SKIP = skips();
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_TAG = 512;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\sref\\s*=\\s*[\"']([^\"']{1,40})[\"']");

    private final MergedRanges found = new MergedRanges();

    private MergeScan() {}

    static MergedRanges of(ZipParts parts, String path) {
        MergeScan scan = new MergeScan();
        try (InflateGuard in = parts.open(path)) {
            if (in != null) {
                scan.scan(in);
            }
        } catch (IOException e) {
            throw UnreadableFile.because(FileRefusal.CORRUPT, e);
        }
        scan.found.sort();
        return scan.found;
    }

    private void scan(InflateGuard in) throws IOException {
        byte[] bytes = new byte[CHUNK + LONGEST_TAG];
        int kept = 0;
        boolean wide = false;
        while (true) {
            int n = fill(in, bytes, kept);
            in.progressed();
            if (kept == 0 && n > 1) {
                wide = bytes[0] == 0 || bytes[1] == 0 || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF;
            }
            int length = wide ? withoutZeros(bytes, kept, n) : kept + n;
            boolean end = n == 0;
            int from = search(bytes, length, end);
            if (end) {
                return;
            }
            kept = length - from;
            System.arraycopy(bytes, from, bytes, 0, kept);
        }
    }

    private static int fill(InputStream in, byte[] bytes, int from) throws IOException {
        return Math.max(0, in.readNBytes(bytes, from, bytes.length - from));
    }

    /** In a sheet written in UTF-16 the tag is ASCII with zeros between. */
    private static int withoutZeros(byte[] bytes, int from, int n) {
        int to = from;
        for (int i = from; i < from + n; i++) {
            if (bytes[i] != 0) {
                bytes[to++] = bytes[i];
            }
        }
        return to;
    }

    /** Returns from where the bytes must be seen again together with what follows. */
    private int search(byte[] bytes, int length, boolean end) {
        int last = length - TAG.length;
        int at = 1;
        while (at <= last) {
            int i = TAG.length - 1;
            while (i >= 0 && bytes[at + i] == TAG[i]) {
                i--;
            }
            if (i >= 0) {
                at += SKIP[bytes[at + TAG.length - 1] & 0xFF];
                continue;
            }
            int close = at + TAG.length;
            int stop = Math.min(length, at + LONGEST_TAG - 2);
            while (close < stop && bytes[close] != '>') {
                close++;
            }
            if (close == length && !end) {
                return at - 1;
            }
            range(bytes, at, close);
            at = close;
        }
        return Math.max(0, Math.min(at, length) - 1);
    }

    private void range(byte[] bytes, int at, int close) {
        byte before = bytes[at - 1];
        if (before != '<' && before != ':') {
            return;
        }
        int start = at + TAG.length;
        Matcher ref = ATTRIBUTE.matcher(new String(bytes, start, close - start, StandardCharsets.ISO_8859_1));
        if (ref.find()) {
            int[] range = MergedRanges.parse(ref.group(1));
            if (range != null) {
                found.add(range);
            }
        }
    }

    private static int[] skips() {
        int[] skips = new int[256];
        java.util.Arrays.fill(skips, TAG.length);
        for (int i = 0; i < TAG.length - 1; i++) {
            skips[TAG[i]] = TAG.length - 1 - i;
        }
        return skips;
    }
}
