package org.yiti.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} has written. Damaged bytes are refused and cost no more memory than a small multiple of their length. */
public final class ByteSource {

    private final ByteBuffer bytes;
    private int length;

    public ByteSource(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public long integer() {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var octet = octet();
            value |= (octet & 0x7fL) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new StateRefused(Refusal.BYTES_DAMAGED, "a number without end");
    }

    /** How many follow; never more than there are bytes. */
    public int size() {
        var size = integer();
        if (size < 0 || size > bytes.remaining()) {
            throw new StateRefused(Refusal.BYTES_DAMAGED, "more was announced than is there");
        }
        return (int) size;
    }

    public double real() {
        need(8);
        return bytes.getDouble();
    }

    public double[] reals() {
        var same = same();
        var values = new double[length];
        for (var i = 0; i < values.length; i++) {
            values[i] = same(same, i) ? values[i - 1] : real();
        }
        return values;
    }

    public float[] floats() {
        var same = same();
        var values = new float[length];
        for (var i = 0; i < values.length; i++) {
            if (same(same, i)) {
                values[i] = values[i - 1];
            } else {
                need(4);
                values[i] = bytes.getFloat();
            }
        }
        return values;
    }

    public int[] integers() {
        var values = new int[size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = (int) integer();
        }
        return values;
    }

    public int octet() {
        need(1);
        return bytes.get() & 0xff;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    public byte[] block() {
        var block = new byte[size()];
        bytes.get(block);
        return block;
    }

    public boolean atEnd() {
        return !bytes.hasRemaining();
    }

    /** Eight announced values take a byte at least, so they cost no more than eight times what is there. */
    private byte[] same() {
        var announced = integer();
        if (announced < 0 || announced > 8L * bytes.remaining()) {
            throw new StateRefused(Refusal.BYTES_DAMAGED, "more was announced than is there");
        }
        length = (int) announced;
        var same = new byte[(length + 7) / 8];
        need(same.length);
        bytes.get(same);
        return same;
    }

    private static boolean same(byte[] same, int i) {
        return i > 0 && (same[i / 8] >> i % 8 & 1) != 0;
    }

    private void need(long more) {
        if (bytes.remaining() < more) {
            throw new StateRefused(Refusal.BYTES_DAMAGED, "it ends too early");
        }
    }
}
