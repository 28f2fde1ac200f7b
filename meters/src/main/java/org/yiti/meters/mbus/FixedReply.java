package org.yiti.meters.mbus;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.Bcd;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;
import org.yiti.meters.mbus.DataRecord.Function;

/** The old form with two counters (CI 73H); meters of before 1997 have it. */
final class FixedReply {

    private static final int LENGTH = 16;
    private static final int COUNTERS = 9;
    private static final int BINARY = 1;
    private static final int STORED = 2;
    private static final int SAME_UNIT_STORED = 0x3E;
    private static final int UNIT = 0x3F;
    /** Wh to 100 MWh, kJ to 100 GJ, W to 100 MW, kJ/h to 100 GJ/h, ml to 100 m³, ml/h to 100 m³/h: nine powers each. */
    private static final List<String> UNITS = List.of("Wh", "kJ", "W", "kJ/h", "ml", "ml/h");

    private static final List<String> QUANTITIES =
            List.of("Energy", "Energy", "Power", "Power", "Volume", "Volume flow");
    private static final int POWERS = 9;

    private FixedReply() {}

    static Reply read(Octets data) {
        Reply.requireHeader(data, LENGTH);
        var status = data.at(6);
        var first = data.at(7);
        var second = data.at(8);
        var medium = (second & 0xC0) >> 4 | (first & 0xC0) >> 6;
        var header = new Header(data.slice(1, 5).reversed().toString(), "", 0, medium, data.at(5), status, 0);
        return new Reply.Records(
                header,
                List.of(
                        counter(data, COUNTERS, status, first & UNIT, first & UNIT),
                        counter(data, COUNTERS + 4, status, second & UNIT, first & UNIT)),
                false);
    }

    private static DataRecord counter(Octets data, int at, int status, int code, int first) {
        var raw = data.slice(at, at + 4);
        var unit = code == SAME_UNIT_STORED ? first : code;
        var group = (unit - 2) / POWERS;
        var known = unit >= 2 && group < UNITS.size();
        var number = number(raw, (status & BINARY) != 0);
        return new DataRecord(
                at,
                Function.INSTANTANEOUS,
                code == SAME_UNIT_STORED || (status & STORED) != 0 ? 1 : 0,
                0,
                0,
                known ? QUANTITIES.get(group) : "",
                known ? UNITS.get(group) : "",
                number == null || !known ? number : number.scaleByPowerOfTen((unit - 2) % POWERS),
                null,
                raw);
    }

    private static @Nullable BigDecimal number(Octets raw, boolean binary) {
        var highFirst = raw.reversed();
        if (binary) {
            return BigDecimal.valueOf((long) highFirst.big16(0) << 16 | highFirst.big16(2));
        }
        try {
            return BigDecimal.valueOf(Bcd.number(highFirst));
        } catch (MeterRefused noNumber) {
            return null;
        }
    }
}
