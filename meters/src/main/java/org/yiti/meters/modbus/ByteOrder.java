package org.yiti.meters.modbus;

import org.yiti.meters.Octets;

/** In which order the bytes of a number lie: A is the most significant. Devices agree on nothing but what one register is. */
public enum ByteOrder {
    ABCD(false, false),
    CDAB(true, false),
    BADC(false, true),
    DCBA(true, true);

    private final boolean lowWordFirst;
    private final boolean lowByteFirst;

    ByteOrder(boolean lowWordFirst, boolean lowByteFirst) {
        this.lowWordFirst = lowWordFirst;
        this.lowByteFirst = lowByteFirst;
    }

    /** Most significant first. */
    Octets straight(Octets registers) {
        var words = registers.length() / 2;
        var bytes = new byte[registers.length()];
        for (var word = 0; word < words; word++) {
            var from = lowWordFirst ? words - 1 - word : word;
            var high = registers.at(2 * from + (lowByteFirst ? 1 : 0));
            var low = registers.at(2 * from + (lowByteFirst ? 0 : 1));
            bytes[2 * word] = (byte) high;
            bytes[2 * word + 1] = (byte) low;
        }
        return Octets.of(bytes);
    }
}
