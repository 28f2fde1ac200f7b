package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.BYTES_AFTER_FRAME;
import static org.yiti.meters.MeterRefusal.FRAME_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.PROTOCOL_UNKNOWN;
import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** MBAP header and PDU (Modbus messaging on TCP/IP V1.0b, §3.1): transaction, protocol 0, length, unit, PDU. */
public record TcpFrame(int transaction, int unit, Octets pdu) {

    static final int HEAD = 7;
    static final int MOST_PDU = 253;
    private static final int LENGTH = 4;
    private static final int UNIT = 6;

    public TcpFrame {
        if (pdu.length() < 1 || pdu.length() > MOST_PDU) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, LENGTH);
        }
    }

    public byte[] encode() {
        var length = pdu.length() + 1;
        return Octets.of(
                        (byte) (transaction >> 8),
                        (byte) transaction,
                        (byte) 0,
                        (byte) 0,
                        (byte) (length >> 8),
                        (byte) length,
                        (byte) unit)
                .plus(pdu)
                .bytes();
    }

    public static TcpFrame decode(byte[] bytes) {
        var length = lengthOf(bytes, bytes.length);
        if (length < 0 || length > bytes.length) {
            throw MeterRefused.at(FRAME_CUT, bytes.length);
        }
        if (length < bytes.length) {
            throw MeterRefused.at(BYTES_AFTER_FRAME, length);
        }
        return decode(bytes, length);
    }

    static TcpFrame decode(byte[] bytes, int length) {
        var octets = Octets.of(bytes, 0, length);
        return new TcpFrame(octets.big16(0), octets.at(UNIT), octets.from(HEAD));
    }

    /** How long the frame is that begins there; −1 where that cannot be told yet. */
    static int lengthOf(byte[] bytes, int end) {
        if (end > 2 && bytes[2] != 0 || end > 3 && bytes[3] != 0) {
            throw MeterRefused.at(PROTOCOL_UNKNOWN, 2);
        }
        if (end <= LENGTH + 1) {
            return -1;
        }
        var length = (bytes[LENGTH] & 0xFF) << 8 | bytes[LENGTH + 1] & 0xFF;
        if (length < 2 || length > MOST_PDU + 1) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, LENGTH);
        }
        return UNIT + length;
    }

    /** The reply in this frame, to that question; a late one to a question given up is refused. */
    public Pdu replyTo(TcpFrame question) {
        if (transaction != question.transaction || unit != question.unit) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        return Replies.to(Pdu.question(question.pdu), Pdu.reply(pdu));
    }
}
