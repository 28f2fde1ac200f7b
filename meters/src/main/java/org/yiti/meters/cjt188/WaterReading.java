package org.yiti.meters.cjt188;

import static org.yiti.meters.MeterRefusal.FRAME_LENGTH_WRONG;
import static org.yiti.meters.MeterRefusal.REPLY_OF_ANOTHER_METER;
import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import java.math.BigDecimal;
import java.util.Map;
import org.yiti.meters.Bcd;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * What a water meter answers: what it shows now and on the day of settlement.
 *
 * @param unit as the meter sends it; m³ with water
 * @param clock fourteen digits yyyyMMddHHmmss, of the meter's own clock
 */
public record WaterReading(
        BigDecimal now,
        String unit,
        BigDecimal settlement,
        String settlementUnit,
        String clock,
        Valve valve,
        boolean batteryLow) {

    private static final int LENGTH = 22;
    private static final int DECIMALS = 2;
    private static final Map<Integer, String> UNITS =
            Map.of(0x2C, "m³", 0x05, "kWh", 0x08, "MWh", 0x17, "kW", 0x35, "m³/h");

    public enum Valve {
        OPEN,
        CLOSED,
        UNKNOWN,
        FAULT
    }

    /** The reading in a reply, to that question; makers answer with the identifier in either order. */
    public static WaterReading of(Frame question, Frame reply) {
        if (!covers(question.address(), reply.address())) {
            throw new MeterRefused(
                    REPLY_OF_ANOTHER_METER, Map.of("meter", question.address(), "other", reply.address()));
        }
        var data = reply.data();
        if (reply.control() != (question.control() | Frame.REPLY)
                || data.length() < 3
                || data.at(2) != question.data().at(2)
                || !isSame(question.data().slice(0, 2), data.slice(0, 2))) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        if (data.length() != LENGTH) {
            throw MeterRefused.at(FRAME_LENGTH_WRONG, data.length());
        }
        return new WaterReading(
                number(data.slice(3, 7)),
                unit(data.at(7)),
                number(data.slice(8, 12)),
                unit(data.at(12)),
                data.slice(13, 20).reversed().toString(),
                Valve.values()[data.at(20) & 3],
                (data.at(20) & 4) != 0);
    }

    private static boolean covers(String asked, String answering) {
        for (var i = 0; i < asked.length(); i += 2) {
            if (!asked.startsWith("AA", i) && !asked.regionMatches(i, answering, i, 2)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Octets asked, Octets answered) {
        return answered.equals(asked) || answered.equals(asked.reversed());
    }

    private static BigDecimal number(Octets lowestFirst) {
        return BigDecimal.valueOf(Bcd.number(lowestFirst.reversed()), DECIMALS);
    }

    private static String unit(int code) {
        return UNITS.getOrDefault(code, "%02X".formatted(code));
    }
}
