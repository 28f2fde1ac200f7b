package org.yiti.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Where states, reports and facts are written. An encoding of our own, because one thing must have exactly one encoding
 * (which JSON and Java's serialization do not promise), it must be small, and writing must cost less than detecting.
 */
public final class ByteSink {

    private byte[] bytes = new byte[256];
    private int size;

    /** Small numbers of either sign take one byte, any takes ten at most. */
    public ByteSink integer(long value) {
        room(10);
        var rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Every NaN is written as the same one; -0.0 is not 0.0. */
    public ByteSink real(double value) {
        room(8);
        ByteBuffer.wrap(bytes).putLong(size, Double.doubleToLongBits(value));
        size += 8;
        return this;
    }

    /** One bit for each that is the same as the one before it: much of what is kept is empty, or nought. */
    public ByteSink reals(double[] values) {
        same(values.length, i -> Double.doubleToLongBits(values[i]));
        for (var i = 0; i < values.length; i++) {
            if (i == 0 || Double.doubleToLongBits(values[i]) != Double.doubleToLongBits(values[i - 1])) {
                real(values[i]);
            }
        }
        return this;
    }

    /** As reals, with half the room, for what was a float when it was kept. */
    public ByteSink floats(float[] values) {
        same(values.length, i -> Float.floatToIntBits(values[i]));
        for (var i = 0; i < values.length; i++) {
            if (i == 0 || Float.floatToIntBits(values[i]) != Float.floatToIntBits(values[i - 1])) {
                room(4);
                ByteBuffer.wrap(bytes).putInt(size, Float.floatToIntBits(values[i]));
                size += 4;
            }
        }
        return this;
    }

    public ByteSink integers(int[] values) {
        integer(values.length);
        for (var value : values) {
            integer(value);
        }
        return this;
    }

    public ByteSink octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteSink flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    public ByteSink text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    public ByteSink block(byte[] block) {
        integer(block.length);
        room(block.length);
        System.arraycopy(block, 0, bytes, size, block.length);
        size += block.length;
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void same(int length, IntToLongFunction bits) {
        integer(length);
        for (var from = 0; from < length; from += 8) {
            var mask = 0;
            for (var i = Math.max(1, from); i < Math.min(length, from + 8); i++) {
                mask |= bits.applyAsLong(i) == bits.applyAsLong(i - 1) ? 1 << i - from : 0;
            }
            octet(mask);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
