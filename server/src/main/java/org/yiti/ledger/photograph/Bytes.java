package org.yiti.ledger.photograph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads what has to be there. */
final class Bytes {

    private static final int BLOCK = 1 << 13;

    private Bytes() {}

    static int one(InputStream in) throws IOException {
        var read = in.read();
        if (read < 0) {
            throw new BrokenPicture("ends too early");
        }
        return read;
    }

    static byte[] many(InputStream in, int count) throws IOException {
        var read = in.readNBytes(count);
        if (read.length < count) {
            throw new BrokenPicture("ends too early");
        }
        return read;
    }

    static void skip(InputStream in, long count) throws IOException {
        copy(in, OutputStream.nullOutputStream(), count);
    }

    /** By blocks: a length is a claim until the bytes have come. */
    static void copy(InputStream in, OutputStream out, long count) throws IOException {
        var left = count;
        while (left > 0) {
            var block = many(in, (int) Math.min(left, BLOCK));
            out.write(block);
            left -= block.length;
        }
    }

    static boolean begins(byte[] bytes, String with) {
        if (bytes.length < with.length()) {
            return false;
        }
        for (var i = 0; i < with.length(); i++) {
            if ((bytes[i] & 0xFF) != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
