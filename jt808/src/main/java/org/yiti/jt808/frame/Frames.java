package org.yiti.jt808.frame;

import java.util.Arrays;
import java.util.List;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Framing;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.layout.Bytes;

/** Bytes to send: checksum added, escaped, delimited. */
public final class Frames {

    private Frames() {}

    /** The bytes from the message id up to the checksum as they go over the wire. */
    public static byte[] wrap(byte[] content, Framing framing) {
        var wire = new byte[2 * content.length + 4];
        var size = 0;
        wire[size++] = (byte) framing.delimiter();
        for (var octet : content) {
            size = put(octet & 0xff, wire, size, framing);
        }
        size = put(checksum(content, 0, content.length), wire, size, framing);
        wire[size++] = (byte) framing.delimiter();
        return Arrays.copyOf(wire, size);
    }

    private static int put(int octet, byte[] wire, int size, Framing framing) {
        var escape = framing.escapeOf(octet);
        if (escape == 0) {
            wire[size] = (byte) octet;
            return size + 1;
        }
        wire[size] = (byte) (escape >>> 8);
        wire[size + 1] = (byte) escape;
        return size + 2;
    }

    /** The one frame these bytes are, from delimiter to delimiter; anything else is refused. */
    public static Bytes unwrap(byte[] wire, Dialect dialect) {
        List<Received> received = new FrameReader(dialect, Math.max(FrameReader.MOST, wire.length)).read(wire);
        for (var one : received) {
            if (one instanceof Received.Discarded discarded) {
                throw discarded.refused();
            }
        }
        if (received.size() == 1 && received.get(0) instanceof Received.Frame frame) {
            return frame.content();
        }
        throw new Refused(Refusal.FRAME_UNFINISHED, wire.length, java.util.Map.of());
    }

    static int checksum(byte[] bytes, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xff;
    }
}
