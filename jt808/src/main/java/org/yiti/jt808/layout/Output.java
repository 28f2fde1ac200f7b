package org.yiti.jt808.layout;

import java.util.Arrays;
import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** A growing array of bytes, big-endian. */
public final class Output {

    private static final int MOST = 1 << 26;

    private byte[] bytes = new byte[64];
    private int size;

    public int size() {
        return size;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    public void put(int width, long value) {
        room(width);
        for (var shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    public void put(Bytes content) {
        room(content.length());
        System.arraycopy(content.array(), content.from(), bytes, size, content.length());
        size += content.length();
    }

    void fill(int count, int octet) {
        room(count);
        Arrays.fill(bytes, size, size + count, (byte) octet);
        size += count;
    }

    /** Puts a number that was not known when its place went by. */
    void patch(int at, Width width, long value) {
        for (var i = 0; i < width.bytes(); i++) {
            bytes[at + i] = (byte) (value >>> 8 * (width.bytes() - 1 - i));
        }
    }

    private void room(int more) {
        if (size + more > MOST) {
            throw new Refused(Refusal.BODY_TOO_LONG, size, Map.of("has", size + more, "most", MOST));
        }
        if (bytes.length < size + more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
