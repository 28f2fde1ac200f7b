package org.yiti.meters;

import static org.yiti.meters.MeterRefusal.DATA_CUT;
import static org.yiti.meters.MeterRefusal.HEX_MALFORMED;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes that cannot be changed and compare by what they are; what a frame keeps of itself. */
public final class Octets {

    public static final Octets NONE = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    public static Octets of(byte[] bytes, int from, int to) {
        if (from < 0 || from > to || to > bytes.length) {
            throw MeterRefused.at(DATA_CUT, Math.max(0, Math.min(from, bytes.length)));
        }
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** Two digits a byte; blanks between bytes are passed over. */
    public static Octets hex(String text) {
        try {
            return new Octets(HEX.parseHex(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException malformed) {
            throw new MeterRefused(HEX_MALFORMED);
        }
    }

    public int length() {
        return bytes.length;
    }

    /** One byte as 0…255. */
    public int at(int index) {
        if (index < 0 || index >= bytes.length) {
            throw MeterRefused.at(DATA_CUT, bytes.length);
        }
        return bytes[index] & 0xFF;
    }

    /** Sixteen bits, high byte first. */
    public int big16(int index) {
        return at(index) << 8 | at(index + 1);
    }

    public Octets slice(int from, int to) {
        return of(bytes, from, to);
    }

    public Octets from(int from) {
        return slice(from, bytes.length);
    }

    public Octets reversed() {
        var turned = new byte[bytes.length];
        for (var i = 0; i < turned.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return new Octets(turned);
    }

    public Octets plus(Octets more) {
        var both = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, both, bytes.length, more.bytes.length);
        return new Octets(both);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] target, int from) {
        System.arraycopy(bytes, 0, target, from, bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal, without blanks. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
