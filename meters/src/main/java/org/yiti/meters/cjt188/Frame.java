package org.yiti.meters.cjt188;

import static org.yiti.meters.MeterRefusal.ADDRESS_MALFORMED;
import static org.yiti.meters.MeterRefusal.BYTES_AFTER_FRAME;
import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_END_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_START_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_TOO_LONG;

import java.util.Arrays;
import org.yiti.meters.FrameFinder;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * {@code [FE…] 68 T A0…A6 C L DATA CS 16}; unlike DL/T 645 nothing is added to the data.
 *
 * @param type T: 10H–19H water, 20H–29H heat and cold, 30H–39H gas, 40H–49H other
 * @param address fourteen digits as printed, maker first; AA for two digits asks every meter
 */
public record Frame(int preamble, int type, String address, int control, Octets data) {

    public static final String ANY = "AAAAAAAAAAAAAA";

    static final int REPLY = 0x80;
    static final int ERROR = 0x40;
    private static final int READ = 0x01;
    private static final int START = 0x68;
    private static final int END = 0x16;
    private static final int WAKE = 0xFE;
    private static final int HEAD = 11;
    private static final int TAIL = 2;
    private static final int MOST_DATA = 100;
    private static final int MOST_PREAMBLE = 32;
    private static final int ADDRESS_BYTES = 7;

    public Frame {
        if (!address.matches("[0-9A-F]{14}")) {
            throw new MeterRefused(ADDRESS_MALFORMED);
        }
        if (data.length() > MOST_DATA || preamble > MOST_PREAMBLE) {
            throw MeterRefused.at(FRAME_TOO_LONG, 0);
        }
    }

    /**
     * What do you show now?
     *
     * @param identifier two bytes as they are sent: {@code 1F90} with most makers, {@code 901F} with others
     * @param serial comes back in the reply
     */
    public static Frame ask(int type, String address, String identifier, int serial) {
        var data = Octets.hex(identifier).plus(Octets.of((byte) serial));
        return new Frame(4, type, address, READ, data);
    }

    public boolean isReply() {
        return (control & REPLY) != 0;
    }

    public boolean isError() {
        return (control & ERROR) != 0;
    }

    public byte[] encode() {
        var bytes = new byte[preamble + HEAD + data.length() + TAIL];
        Arrays.fill(bytes, 0, preamble, (byte) WAKE);
        bytes[preamble] = START;
        bytes[preamble + 1] = (byte) type;
        Octets.hex(address).reversed().copyTo(bytes, preamble + 2);
        bytes[preamble + HEAD - 2] = (byte) control;
        bytes[preamble + HEAD - 1] = (byte) data.length();
        data.copyTo(bytes, preamble + HEAD);
        bytes[bytes.length - 2] = (byte) sum(bytes, preamble, bytes.length - TAIL);
        bytes[bytes.length - 1] = END;
        return bytes;
    }

    public static Frame decode(byte[] bytes) {
        var form = new OnTheLine();
        var length = form.lengthOf(bytes, bytes.length);
        if (length < 0 || length > bytes.length) {
            throw MeterRefused.at(FRAME_CUT, bytes.length);
        }
        if (length < bytes.length) {
            throw MeterRefused.at(BYTES_AFTER_FRAME, length);
        }
        return form.decode(bytes, length);
    }

    /** For one line; see {@link FrameFinder}. */
    public static FrameFinder<Frame> finder() {
        return new FrameFinder<>(MOST_PREAMBLE + HEAD + MOST_DATA + TAIL, new OnTheLine());
    }

    private static final class OnTheLine implements FrameFinder.Form<Frame> {

        @Override
        public int lengthOf(byte[] window, int end) {
            var start = preamble(window, end);
            if (start > MOST_PREAMBLE || start < end && window[start] != START) {
                throw MeterRefused.at(FRAME_START_MISSING, start);
            }
            if (start + HEAD > end) {
                return -1;
            }
            var data = window[start + HEAD - 1] & 0xFF;
            if (data > MOST_DATA) {
                throw MeterRefused.at(FRAME_LENGTH_WRONG, start + HEAD - 1);
            }
            return start + HEAD + data + TAIL;
        }

        @Override
        public Frame decode(byte[] window, int length) {
            if ((window[length - 1] & 0xFF) != END) {
                throw MeterRefused.at(FRAME_END_MISSING, length - 1);
            }
            var start = preamble(window, length);
            if ((window[length - 2] & 0xFF) != sum(window, start, length - TAIL)) {
                throw MeterRefused.at(CHECKSUM_WRONG, length - 2);
            }
            return new Frame(
                    start,
                    window[start + 1] & 0xFF,
                    Octets.of(window, start + 2, start + 2 + ADDRESS_BYTES)
                            .reversed()
                            .toString(),
                    window[start + HEAD - 2] & 0xFF,
                    Octets.of(window, start + HEAD, length - TAIL));
        }
    }

    private static int preamble(byte[] bytes, int end) {
        var count = 0;
        while (count < end && (bytes[count] & 0xFF) == WAKE) {
            count++;
        }
        return count;
    }

    private static int sum(byte[] bytes, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
