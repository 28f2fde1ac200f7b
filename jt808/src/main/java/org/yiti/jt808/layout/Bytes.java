package org.yiti.jt808.layout;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** Bytes as a value: equal when their content is. A slice of the array it was read from; whoever hands in an array gives it away. */
public final class Bytes {

    public static final Bytes NONE = new Bytes(new byte[0], 0, 0);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] array;
    private final int from;
    private final int length;

    private Bytes(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    public static Bytes of(byte... array) {
        return new Bytes(array, 0, array.length);
    }

    public static Bytes of(byte[] array, int from, int length) {
        return length == 0 ? NONE : new Bytes(array, from, length);
    }

    public static Bytes ofHex(String hex) {
        try {
            return of(HEX.parseHex(hex));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Refusal.HEX_MALFORMED, 0, Map.of());
        }
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte there, unsigned. */
    public int at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return array[from + index] & 0xff;
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    public String hex() {
        return HEX.formatHex(array, from, from + length);
    }

    byte[] array() {
        return array;
    }

    int from() {
        return from;
    }

    /** A reader of them, whose offsets count from {@code 0} here. */
    public Bytes slice(int start, int count) {
        if (start < 0 || count < 0 || start > length - count) {
            throw new IndexOutOfBoundsException(start);
        }
        return of(array, from + start, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes
                && Arrays.equals(array, from, from + length, bytes.array, bytes.from, bytes.from + bytes.length);
    }

    @Override
    public int hashCode() {
        var hash = 1;
        for (var i = from; i < from + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return hex();
    }
}
