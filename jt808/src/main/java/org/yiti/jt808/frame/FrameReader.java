package org.yiti.jt808.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Framing;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Tolerance;
import org.yiti.jt808.layout.Bytes;

/**
 * Takes the bytes of one connection in chunks of any size and gives frames (clause 4.4.1 and 4.4.2). A delimiter may end a
 * frame and begin the next; empty frames are nothing; a bad frame costs itself only. Never holds more than the longest
 * frame. Not for two threads at once.
 */
public final class FrameReader {

    /** The longest legal frame has 1044 bytes unescaped; real terminals send longer ones. */
    public static final int MOST = 8192;

    private static final int SHORTEST = 13;
    private static final int SAMPLE = 64;

    private final Framing framing;
    private final boolean anyChecksum;
    private final int most;

    private byte[] frame = new byte[256];
    private int size;
    private boolean inside;
    private boolean sentence;
    /** The first byte of an escape whose second has not come, or 0. */
    private int escape;
    /** What is wrong with the frame that is coming in. */
    private Trouble trouble = Trouble.NONE;

    private final Noise noise = new Noise();

    public FrameReader(Dialect dialect) {
        this(dialect, MOST);
    }

    public FrameReader(Dialect dialect, int most) {
        this.framing = dialect.framing();
        this.anyChecksum = dialect.tolerates(Tolerance.CHECKSUM_WRONG);
        this.most = most;
    }

    /** Bytes of a frame that has begun and not ended: what a deadline looks at. */
    public int pending() {
        return size;
    }

    public List<Received> read(byte[] chunk) {
        return read(ByteBuffer.wrap(chunk));
    }

    /** All that is whole now; the buffer is read to its end. */
    public List<Received> read(ByteBuffer chunk) {
        var received = new ArrayList<Received>(2);
        while (chunk.hasRemaining()) {
            var octet = chunk.get() & 0xff;
            if (octet == framing.delimiter()) {
                end(received);
            } else if (sentence) {
                speak(octet, received);
            } else if (inside) {
                take(octet);
            } else if (octet == '(' && noise.isSilent()) {
                sentence = true;
                put(octet);
            } else {
                noise.add(octet);
            }
        }
        noise.tell(received);
        return received;
    }

    private void speak(int octet, List<Received> received) {
        put(octet);
        if (octet == ')' && trouble == Trouble.NONE) {
            received.add(new Received.Sentence(new String(frame, 0, size, StandardCharsets.US_ASCII)));
            begin(false);
        }
    }

    private void take(int octet) {
        if (escape != 0) {
            var unescaped = framing.unescaped(escape, octet);
            escape = 0;
            if (unescaped < 0 && trouble == Trouble.NONE) {
                trouble = new Trouble(Refusal.ESCAPE_UNKNOWN, Map.of("byte", String.format("%02X", octet)));
            }
            put(unescaped < 0 ? octet : unescaped);
        } else if (framing.beginsEscape(octet)) {
            escape = octet;
        } else {
            put(octet);
        }
    }

    private void put(int octet) {
        if (size == most) {
            trouble = new Trouble(Refusal.FRAME_TOO_LONG, Map.of("most", most));
            return;
        }
        if (size == frame.length) {
            frame = Arrays.copyOf(frame, Math.min(most, size * 2));
        }
        frame[size++] = (byte) octet;
    }

    private void end(List<Received> received) {
        noise.tell(received);
        if (size > 0 || escape != 0) {
            received.add(sentence ? discarded(new Trouble(Refusal.FRAME_UNFINISHED, Map.of())) : whole());
        }
        begin(true);
    }

    private void begin(boolean frameFollows) {
        size = 0;
        escape = 0;
        trouble = Trouble.NONE;
        inside = frameFollows;
        sentence = false;
        if (frame.length > 2048) {
            frame = new byte[256];
        }
    }

    private Received whole() {
        if (escape != 0 && trouble == Trouble.NONE) {
            trouble = new Trouble(Refusal.ESCAPE_DANGLING, Map.of());
        }
        if (trouble == Trouble.NONE && size < SHORTEST) {
            trouble = new Trouble(Refusal.FRAME_TOO_SHORT, Map.of("has", size, "needs", SHORTEST));
        }
        if (trouble == Trouble.NONE && !anyChecksum) {
            var right = Frames.checksum(frame, 0, size - 1);
            var given = frame[size - 1] & 0xff;
            if (right != given) {
                var facts = Map.of("given", String.format("%02X", given), "right", String.format("%02X", right));
                trouble = new Trouble(Refusal.CHECKSUM_WRONG, facts);
            }
        }
        return trouble == Trouble.NONE
                ? new Received.Frame(Bytes.of(Arrays.copyOf(frame, size - 1)))
                : discarded(trouble);
    }

    private Received discarded(Trouble why) {
        var sample = Bytes.of(Arrays.copyOf(frame, Math.min(size, SAMPLE)));
        return new Received.Discarded(why.refusal(), why.facts(), size, sample);
    }

    private record Trouble(Refusal refusal, Map<String, ?> facts) {
        static final Trouble NONE = new Trouble(Refusal.NOISE, Map.of());
    }

    /** Bytes outside of any frame. */
    private static final class Noise {

        private final byte[] sample = new byte[SAMPLE];
        private int count;

        void add(int octet) {
            if (count < SAMPLE) {
                sample[count] = (byte) octet;
            }
            count++;
        }

        boolean isSilent() {
            return count == 0;
        }

        void tell(List<Received> received) {
            if (count > 0) {
                var first = Bytes.of(Arrays.copyOf(sample, Math.min(count, SAMPLE)));
                received.add(new Received.Discarded(Refusal.NOISE, Map.of("count", count), count, first));
                count = 0;
            }
        }
    }
}
