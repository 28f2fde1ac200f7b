package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_END_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_START_MISSING;
import static org.yiti.meters.MeterRefusal.FRAME_TOO_LONG;

import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** Modbus over serial line V1.02: RTU (§2.5.1, CRC-16 with the low byte first) and ASCII (§2.5.2, LRC). */
public record SerialFrame(int unit, Octets pdu) {

    private static final int LONGEST = 256;
    private static final int CRC_START = 0xFFFF;
    private static final int CRC_POLYNOMIAL = 0xA001;

    public byte[] encodeRtu() {
        var body = body();
        var crc = crc(body);
        return body.plus(Octets.of((byte) crc, (byte) (crc >> 8))).bytes();
    }

    public static SerialFrame decodeRtu(byte[] bytes) {
        var body = cut(bytes.length, 2, Octets.of(bytes));
        var crc = crc(body);
        if ((bytes[body.length()] & 0xFF) != (crc & 0xFF) || (bytes[body.length() + 1] & 0xFF) != crc >> 8) {
            throw MeterRefused.at(CHECKSUM_WRONG, body.length());
        }
        return new SerialFrame(body.at(0), body.from(1));
    }

    public String encodeAscii() {
        var body = body();
        return ":" + body + Octets.of((byte) lrc(body)) + "\r\n";
    }

    public static SerialFrame decodeAscii(String text) {
        if (text.isEmpty() || text.charAt(0) != ':') {
            throw MeterRefused.at(FRAME_START_MISSING, 0);
        }
        if (!text.endsWith("\r\n")) {
            throw MeterRefused.at(FRAME_END_MISSING, text.length());
        }
        if (text.length() > 2 * LONGEST + 3) {
            throw MeterRefused.at(FRAME_TOO_LONG, LONGEST);
        }
        var octets = Octets.hex(text.substring(1, text.length() - 2));
        var body = cut(octets.length(), 1, octets);
        if (octets.at(body.length()) != lrc(body)) {
            throw MeterRefused.at(CHECKSUM_WRONG, body.length());
        }
        return new SerialFrame(body.at(0), body.from(1));
    }

    private Octets body() {
        return Octets.of((byte) unit).plus(pdu);
    }

    private static Octets cut(int length, int check, Octets octets) {
        if (length < 2 + check) {
            throw MeterRefused.at(FRAME_CUT, length);
        }
        if (length > LONGEST) {
            throw MeterRefused.at(FRAME_TOO_LONG, LONGEST);
        }
        return octets.slice(0, length - check);
    }

    private static int crc(Octets octets) {
        var crc = CRC_START;
        for (var i = 0; i < octets.length(); i++) {
            crc ^= octets.at(i);
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ CRC_POLYNOMIAL : crc >> 1;
            }
        }
        return crc;
    }

    private static int lrc(Octets octets) {
        var sum = 0;
        for (var i = 0; i < octets.length(); i++) {
            sum += octets.at(i);
        }
        return -sum & 0xFF;
    }
}
