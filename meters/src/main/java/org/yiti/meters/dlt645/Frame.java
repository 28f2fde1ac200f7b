package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.BYTES_AFTER_FRAME;
import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_END_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_START_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_TOO_LONG;

import java.util.Arrays;
import java.util.Optional;
import org.yiti.meters.FrameFinder;
import org.yiti.meters.MeterRefusal;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * {@code [FE…] 68 A0…A5 68 C L DATA CS 16} (§7.1). The data stand here as meant; on the line every byte of them is 33H
 * larger. What was decoded is encoded again byte by byte as it came.
 */
public record Frame(int preamble, MeterAddress address, int control, Octets data) {

    static final int START = 0x68;
    static final int END = 0x16;
    static final int WAKE = 0xFE;
    /** From the first 68H to L. */
    static final int HEAD = 10;
    /** CS and 16H. */
    static final int TAIL = 2;

    static final int MOST_DATA = 200;
    static final int MOST_PREAMBLE = 255;
    private static final int KEPT_PREAMBLE = 32;
    static final int SHIFT = 0x33;
    private static final int REPLY = 0x80;
    private static final int ERROR = 0x40;
    private static final int MORE = 0x20;
    private static final int SECOND_START = 7;
    private static final int CONTROL = 8;
    private static final int LENGTH = 9;

    public Frame {
        if (data.length() > MOST_DATA || control < 0 || control > 0xFF || preamble < 0 || preamble > MOST_PREAMBLE) {
            throw MeterRefused.at(FRAME_TOO_LONG, 0);
        }
    }

    static Frame ask(MeterAddress address, Function function, Octets data) {
        return new Frame(4, address, function.code(), data);
    }

    /** A reply, for simulators and tests. */
    public static Frame reply(MeterAddress address, Function function, boolean more, Octets data) {
        return new Frame(0, address, function.code() | REPLY | (more ? MORE : 0), data);
    }

    public boolean isReply() {
        return (control & REPLY) != 0;
    }

    public boolean isError() {
        return (control & ERROR) != 0;
    }

    public boolean moreFollows() {
        return (control & MORE) != 0;
    }

    public Optional<Function> function() {
        return Function.of(control & 0x1F);
    }

    public byte[] encode() {
        var bytes = new byte[preamble + HEAD + data.length() + TAIL];
        Arrays.fill(bytes, 0, preamble, (byte) WAKE);
        bytes[preamble] = START;
        address.octets().copyTo(bytes, preamble + 1);
        bytes[preamble + SECOND_START] = START;
        bytes[preamble + CONTROL] = (byte) control;
        bytes[preamble + LENGTH] = (byte) data.length();
        for (var i = 0; i < data.length(); i++) {
            bytes[preamble + HEAD + i] = (byte) (data.at(i) + SHIFT);
        }
        bytes[bytes.length - 2] = (byte) sum(bytes, preamble, bytes.length - TAIL);
        bytes[bytes.length - 1] = END;
        return bytes;
    }

    /** For one line; see {@link FrameFinder}. */
    public static FrameFinder<Frame> finder() {
        return new FrameFinder<>(KEPT_PREAMBLE + HEAD + MOST_DATA + TAIL, new OnTheLine());
    }

    private static final class OnTheLine implements FrameFinder.Form<Frame> {

        @Override
        public int lengthOf(byte[] window, int end) {
            var preamble = preamble(window, end);
            require(preamble <= KEPT_PREAMBLE, FRAME_START_MISSING, 0);
            var length = lengthAt(window, preamble, end);
            return length < 0 ? length : preamble + length;
        }

        @Override
        public Frame decode(byte[] window, int length) {
            var preamble = preamble(window, length);
            return decodeAt(window, preamble, length - preamble, preamble);
        }
    }

    private static int preamble(byte[] bytes, int end) {
        var count = 0;
        while (count < end && (bytes[count] & 0xFF) == WAKE) {
            count++;
        }
        return count;
    }

    /** Exactly one frame, with any number of FEH before it. */
    public static Frame decode(byte[] bytes) {
        var start = preamble(bytes, bytes.length);
        if (start > MOST_PREAMBLE) {
            throw MeterRefused.at(FRAME_TOO_LONG, start);
        }
        var length = lengthAt(bytes, start, bytes.length);
        if (length < 0 || start + length > bytes.length) {
            throw MeterRefused.at(FRAME_CUT, bytes.length);
        }
        if (start + length < bytes.length) {
            throw MeterRefused.at(BYTES_AFTER_FRAME, start + length);
        }
        return decodeAt(bytes, start, length, start);
    }

    /** How long the frame that begins here is; −1 where that cannot be told yet. */
    static int lengthAt(byte[] bytes, int start, int end) {
        require(start >= end || bytes[start] == START, FRAME_START_MISSING, start);
        var second = start + SECOND_START;
        require(second >= end || bytes[second] == START, FRAME_START_MISSING, second);
        if (start + LENGTH >= end) {
            return -1;
        }
        var data = bytes[start + LENGTH] & 0xFF;
        require(data <= MOST_DATA, FRAME_LENGTH_WRONG, start + LENGTH);
        return HEAD + data + TAIL;
    }

    static Frame decodeAt(byte[] bytes, int start, int length, int preamble) {
        var end = start + length;
        require((bytes[end - 1] & 0xFF) == END, FRAME_END_MISSING, end - 1);
        require((bytes[end - 2] & 0xFF) == sum(bytes, start, end - TAIL), CHECKSUM_WRONG, end - 2);
        var data = new byte[length - HEAD - TAIL];
        for (var i = 0; i < data.length; i++) {
            data[i] = (byte) (bytes[start + HEAD + i] - SHIFT);
        }
        var address = MeterAddress.read(Octets.of(bytes, start + 1, start + 1 + MeterAddress.BYTES));
        return new Frame(preamble, address, bytes[start + CONTROL] & 0xFF, Octets.of(data));
    }

    private static void require(boolean holds, MeterRefusal refusal, int offset) {
        if (!holds) {
            throw MeterRefused.at(refusal, offset);
        }
    }

    private static int sum(byte[] bytes, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
