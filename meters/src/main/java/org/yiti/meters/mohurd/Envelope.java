package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.BYTES_AFTER_FRAME;
import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_END_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_START_MISSING;

import java.util.Arrays;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * head (4) · length (4) · serial of the instruction (4, echoed in a reply) · payload · CRC (2) · tail (4).
 */
public record Envelope(Octets serial, Octets payload) {

    static final int SERIAL = 4;
    private static final int HEAD = 4;
    private static final int START = HEAD + 4;
    private static final int CRC = 2;
    private static final int TAIL = 4;
    private static final int POLYNOMIAL = 0x1021;

    public Envelope {
        if (serial.length() != SERIAL) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, HEAD);
        }
    }

    public byte[] encode(EnvelopeForm form) {
        var bytes = new byte[START + SERIAL + payload.length() + CRC + TAIL];
        form.head().copyTo(bytes, 0);
        var length = SERIAL + payload.length();
        for (var i = 0; i < 4; i++) {
            bytes[HEAD + i] = (byte) (length >> 8 * (form.lengthBigEndian() ? 3 - i : i));
        }
        serial.copyTo(bytes, START);
        payload.copyTo(bytes, START + SERIAL);
        var end = bytes.length - CRC - TAIL;
        var crc = crc(bytes, end);
        bytes[end + (form.crcLittleEndian() ? 1 : 0)] = (byte) (crc >> 8);
        bytes[end + (form.crcLittleEndian() ? 0 : 1)] = (byte) crc;
        form.tail().copyTo(bytes, end + CRC);
        return bytes;
    }

    public static Envelope decode(EnvelopeForm form, byte[] bytes) {
        var length = lengthOf(form, bytes, bytes.length);
        if (length < 0 || length > bytes.length) {
            throw MeterRefused.at(FRAME_CUT, bytes.length);
        }
        if (length < bytes.length) {
            throw MeterRefused.at(BYTES_AFTER_FRAME, length);
        }
        return decode(form, bytes, length);
    }

    static Envelope decode(EnvelopeForm form, byte[] bytes, int length) {
        var end = length - CRC - TAIL;
        if (!Octets.of(bytes, end + CRC, length).equals(form.tail())) {
            throw MeterRefused.at(FRAME_END_MISSING, end + CRC);
        }
        var high = bytes[end + (form.crcLittleEndian() ? 1 : 0)] & 0xFF;
        var low = bytes[end + (form.crcLittleEndian() ? 0 : 1)] & 0xFF;
        if ((high << 8 | low) != crc(bytes, end)) {
            throw MeterRefused.at(CHECKSUM_WRONG, end);
        }
        return new Envelope(Octets.of(bytes, START, START + SERIAL), Octets.of(bytes, START + SERIAL, end));
    }

    /** How long the frame is that begins there; −1 where that cannot be told yet. */
    static int lengthOf(EnvelopeForm form, byte[] bytes, int end) {
        var known = Math.min(end, HEAD);
        if (!Arrays.equals(bytes, 0, known, form.head().bytes(), 0, known)) {
            throw MeterRefused.at(FRAME_START_MISSING, 0);
        }
        if (end < START) {
            return -1;
        }
        var length = 0L;
        for (var i = 0; i < 4; i++) {
            length |= (bytes[HEAD + i] & 0xFFL) << 8 * (form.lengthBigEndian() ? 3 - i : i);
        }
        if (length < SERIAL || length > SERIAL + form.mostPayload()) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, HEAD);
        }
        return START + (int) length + CRC + TAIL;
    }

    private static int crc(byte[] bytes, int to) {
        var crc = 0;
        for (var i = 0; i < to; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc & 0xFFFF;
    }
}
