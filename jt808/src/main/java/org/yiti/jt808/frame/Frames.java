package org.yiti.jt808.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Bytes as they go over the wire between delimiters, without a checksum of their own. */
    public static Bytes escape(Bytes content, Framing framing) {
        var wire = new byte[2 * content.length()];
        var size = 0;
        for (var octet : content.toArray()) {
            size = put(octet & 0xff, wire, size, framing);
        }
        return Bytes.of(Arrays.copyOf(wire, size));
    }

    /** The same backwards, in one pass: what an escape stands for begins no other one. */
    public static Bytes unescape(Bytes wire, Framing framing) {
        var content = new byte[wire.length()];
        var size = 0;
        for (var at = 0; at < wire.length(); at++) {
            var octet = wire.at(at);
            if (framing.beginsEscape(octet)) {
                if (++at == wire.length()) {
                    throw new Refused(Refusal.ESCAPE_DANGLING, at - 1, Map.of());
                }
                var second = wire.at(at);
                octet = framing.unescaped(octet, second);
                if (octet < 0) {
                    throw new Refused(Refusal.ESCAPE_UNKNOWN, at, Map.of("byte", String.format("%02X", second)));
                }
            }
            content[size++] = (byte) octet;
        }
        return Bytes.of(Arrays.copyOf(content, size));
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
        throw new Refused(Refusal.FRAME_UNFINISHED, wire.length, Map.of());
    }

    /** Exclusive or of all bytes from the message id to the end of the body. */
    public static int checksum(Bytes content) {
        return checksum(content.toArray(), 0, content.length());
    }

    static int checksum(byte[] bytes, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xff;
    }
}
