package org.yiti.meters.mbus;

import static org.yiti.meters.MeterRefusal.BYTES_AFTER_FRAME;
import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_END_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_START_MISSING;

import org.yiti.meters.FrameFinder;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * One frame (EN 13757-2 §5.7): {@code E5}; {@code 10 C A CS 16}; or {@code 68 L L 68 C A CI … CS 16}.
 *
 * @param control C; nought of a single character
 * @param address A; 254 asks whoever is there, 255 tells all
 * @param data CI and what follows it
 */
public record Telegram(Form form, int control, int address, Octets data) {

    public enum Form {
        SINGLE,
        SHORT,
        LONG
    }

    static final int LONGEST = 261;
    private static final int SINGLE_CHARACTER = 0xE5;
    private static final int SHORT_START = 0x10;
    private static final int LONG_START = 0x68;
    private static final int END = 0x16;
    private static final int SHORT_LENGTH = 5;
    /** 68 L L 68 before, CS 16 after what L counts. */
    private static final int AROUND = 6;

    private static final int BEFORE = 4;
    private static final int REQUEST_DATA = 0x5B;
    private static final int RESET = 0x40;

    /** What do you have to say? (REQ_UD2) */
    public static Telegram ask(int address) {
        return new Telegram(Form.SHORT, REQUEST_DATA, address, Octets.NONE);
    }

    /** Begin anew. (SND_NKE) */
    public static Telegram reset(int address) {
        return new Telegram(Form.SHORT, RESET, address, Octets.NONE);
    }

    public byte[] encode() {
        return switch (form) {
            case SINGLE -> new byte[] {(byte) SINGLE_CHARACTER};
            case SHORT -> {
                var sum = (byte) (control + address);
                yield new byte[] {SHORT_START, (byte) control, (byte) address, sum, END};
            }
            case LONG -> {
                var length = data.length() + 2;
                var bytes = new byte[length + AROUND];
                bytes[0] = LONG_START;
                bytes[1] = (byte) length;
                bytes[2] = (byte) length;
                bytes[3] = LONG_START;
                bytes[4] = (byte) control;
                bytes[5] = (byte) address;
                data.copyTo(bytes, BEFORE + 2);
                bytes[bytes.length - 2] = (byte) sum(bytes, BEFORE, bytes.length - 2);
                bytes[bytes.length - 1] = END;
                yield bytes;
            }
        };
    }

    /** For one line; see {@link FrameFinder}. */
    public static FrameFinder<Telegram> finder() {
        return new FrameFinder<>(LONGEST, new OnTheLine());
    }

    private static final class OnTheLine implements FrameFinder.Form<Telegram> {

        @Override
        public int lengthOf(byte[] window, int end) {
            return Telegram.lengthOf(window, end);
        }

        @Override
        public Telegram decode(byte[] window, int length) {
            return Telegram.decode(window, length);
        }
    }

    public static Telegram decode(byte[] bytes) {
        var length = lengthOf(bytes, bytes.length);
        if (length < 0 || length > bytes.length) {
            throw MeterRefused.at(FRAME_CUT, bytes.length);
        }
        if (length < bytes.length) {
            throw MeterRefused.at(BYTES_AFTER_FRAME, length);
        }
        return decode(bytes, length);
    }

    static Telegram decode(byte[] bytes, int length) {
        if (length == 1) {
            return new Telegram(Form.SINGLE, 0, 0, Octets.NONE);
        }
        var isLong = bytes[0] == LONG_START;
        var from = isLong ? BEFORE : 1;
        if (bytes[length - 1] != END) {
            throw MeterRefused.at(FRAME_END_MISSING, length - 1);
        }
        if ((bytes[length - 2] & 0xFF) != sum(bytes, from, length - 2)) {
            throw MeterRefused.at(CHECKSUM_WRONG, length - 2);
        }
        return new Telegram(
                isLong ? Form.LONG : Form.SHORT,
                bytes[from] & 0xFF,
                bytes[from + 1] & 0xFF,
                Octets.of(bytes, from + 2, length - 2));
    }

    /** How long the frame is that begins there; −1 where that cannot be told yet. */
    static int lengthOf(byte[] bytes, int end) {
        if (end == 0) {
            return -1;
        }
        switch (bytes[0] & 0xFF) {
            case SINGLE_CHARACTER:
                return 1;
            case SHORT_START:
                return SHORT_LENGTH;
            case LONG_START:
                break;
            default:
                throw MeterRefused.at(FRAME_START_MISSING, 0);
        }
        if (end > 1 && (bytes[1] & 0xFF) < 3 || end > 2 && bytes[1] != bytes[2]) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, 1);
        }
        if (end > 3 && bytes[3] != LONG_START) {
            throw MeterRefused.at(FRAME_START_MISSING, 3);
        }
        return end > 3 ? (bytes[1] & 0xFF) + AROUND : -1;
    }

    private static int sum(byte[] bytes, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
