package org.yiti.meters.mohurd;

import org.yiti.meters.Octets;

/**
 * What a deployment puts around a message; provinces differ.
 *
 * @param lengthBigEndian the length counts serial and payload
 * @param crcLittleEndian CRC-16/XMODEM over everything before it
 * @param mostPayload bytes; one frame is all that is ever kept
 */
public record EnvelopeForm(
        Octets head, Octets tail, boolean lengthBigEndian, boolean crcLittleEndian, int mostPayload) {

    /** As captured from a collector in Zhejiang and the demonstration system of renewable energy. */
    public static final EnvelopeForm GUIDE =
            new EnvelopeForm(Octets.hex("68681616"), Octets.hex("55AA55AA"), false, false, 1 << 20);
}
