package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.DATA_CUT;
import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.REGISTERS_TOO_MANY;

import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * What is asked and answered, whatever carries it. Bytes do not tell questions from replies: whoever reads knows on which
 * side of the line they stand.
 */
public sealed interface Pdu {

    /** The high bit of the function tells an exception. */
    int EXCEPTION = 0x80;

    Octets octets();

    /** How many registers or bits, from which address (nought is the first). */
    record Read(ReadFunction function, int address, int count) implements Pdu {

        private static final int BYTES = 5;

        public Read {
            if (count < 1 || count > function.most() || address < 0 || address + count > 0x10000) {
                throw new MeterRefused(REGISTERS_TOO_MANY);
            }
        }

        @Override
        public Octets octets() {
            return Octets.of(
                    (byte) function.code(), (byte) (address >> 8), (byte) address, (byte) (count >> 8), (byte) count);
        }
    }

    /** The registers, two bytes each, high byte first; of bits, eight a byte, lowest first. */
    record Values(ReadFunction function, Octets data) implements Pdu {

        public Values {
            if (data.length() > 0xFF) {
                throw MeterRefused.at(FRAME_LENGTH_WRONG, 1);
            }
        }

        /** Of registers, for simulators and tests. */
        public static Values ofRegisters(ReadFunction function, int... registers) {
            var bytes = new byte[registers.length * 2];
            for (var i = 0; i < registers.length; i++) {
                bytes[2 * i] = (byte) (registers[i] >> 8);
                bytes[2 * i + 1] = (byte) registers[i];
            }
            return new Values(function, Octets.of(bytes));
        }

        public int registers() {
            return data.length() / 2;
        }

        public boolean bit(int index) {
            return (data.at(index / 8) >> index % 8 & 1) != 0;
        }

        @Override
        public Octets octets() {
            return Octets.of((byte) function.code(), (byte) data.length()).plus(data);
        }
    }

    /** The device says no: 1 illegal function, 2 illegal address, 3 illegal value, 4 failure, 6 busy, 10 and 11 gateway. */
    record Refused(int function, int code) implements Pdu {

        @Override
        public Octets octets() {
            return Octets.of((byte) (function | EXCEPTION), (byte) code);
        }
    }

    /** A function that is not read here, kept as it came. */
    record Other(Octets octets) implements Pdu {}

    static Pdu question(Octets pdu) {
        var function = ReadFunction.of(pdu.at(0));
        if (function.isEmpty()) {
            return new Other(pdu);
        }
        requireLength(pdu, Read.BYTES);
        return new Read(function.get(), pdu.big16(1), pdu.big16(3));
    }

    static Pdu reply(Octets pdu) {
        var code = pdu.at(0);
        if ((code & EXCEPTION) != 0) {
            requireLength(pdu, 2);
            return new Refused(code & ~EXCEPTION, pdu.at(1));
        }
        var function = ReadFunction.of(code);
        if (function.isEmpty()) {
            return new Other(pdu);
        }
        requireLength(pdu, 2 + pdu.at(1));
        if (!function.get().isBits() && pdu.at(1) % 2 != 0) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, 1);
        }
        return new Values(function.get(), pdu.from(2));
    }

    private static void requireLength(Octets pdu, int length) {
        if (pdu.length() < length) {
            throw MeterRefused.at(DATA_CUT, pdu.length());
        }
        if (pdu.length() > length) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, length);
        }
    }
}
