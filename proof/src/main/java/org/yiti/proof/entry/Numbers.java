package org.yiti.proof.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The number that an entry gives itself, read off its end: in canonical JSON a last member {@code "seq":N} of the object
 * cannot be anything else. A check of millions of entries has no time to read each of them whole.
 */
public final class Numbers {

    /** For an entry that has no number. */
    public static final long NONE = -1;

    private static final byte[] NAME = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 16;

    private Numbers() {}

    public static long of(byte[] entry) {
        var end = entry.length - 1;
        var from = end;
        while (from > 0 && entry[from - 1] >= '0' && entry[from - 1] <= '9') {
            from--;
        }
        var digits = end - from;
        var name = from - NAME.length;
        var read = digits > 0
                && digits <= MOST_DIGITS
                && entry[end] == '}'
                && name > 0
                && (entry[name - 1] == ',' || entry[name - 1] == '{')
                && Arrays.equals(entry, name, from, NAME, 0, NAME.length);
        return read ? Long.parseLong(new String(entry, from, digits, StandardCharsets.US_ASCII)) : NONE;
    }
}
