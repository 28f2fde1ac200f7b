package org.yiti.ledger.photograph;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which side of a picture is up, out of all that Exif tells. Written anew as an Exif of that one number, so that nothing
 * else comes along.
 */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;
    private static final int MOST_ENTRIES = 1000;

    private Orientation() {}

    /** @return 1, upright, wherever nothing else can be read */
    static int of(byte[] tiff) {
        try {
            return read(ByteBuffer.wrap(tiff));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer tiff) {
        var order = tiff.getShort();
        if (order != 0x4949 && order != 0x4D4D) {
            return UPRIGHT;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var first = tiff.getInt(4);
        var entries = Math.min(MOST_ENTRIES, Short.toUnsignedInt(tiff.getShort(first)));
        for (var i = 0; i < entries; i++) {
            var at = first + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                var told = Short.toUnsignedInt(tiff.getShort(at + 8));
                return told >= UPRIGHT && told <= 8 ? told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static boolean matters(int orientation) {
        return orientation != UPRIGHT;
    }

    /** A TIFF header and one entry, big-endian. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .putInt(0x4D4D002A)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
