package org.yiti.simulator.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meter as the ledger has it.
 *
 * @param unit of its register
 * @param digits of its register, decimals included: after 999999.99 comes 000000.00
 * @param week what it consumed in each hour of a week that begins on a Monday; empty where nobody knows
 * @param last what it showed last, from where it goes on; null where it has never been read
 */
public record Meter(
        String code,
        String unit,
        int digits,
        int decimals,
        List<Double> week,
        @Nullable Shown last) {

    /** As the ledger takes them to be where nobody has entered anything. */
    public static final int USUAL_DIGITS = 8;

    public static final int USUAL_DECIMALS = 2;

    /** @param second of the epoch */
    public record Shown(long second, BigDecimal register) {}

    public Meter(String code, String unit, int digits, int decimals) {
        this(code, unit, digits, decimals, List.of(), null);
    }

    /** What its register shows at that second: it goes on from what it showed last. */
    BigDecimal showsAt(long second, Curve curve) {
        return last == null
                ? shows(curve.usedAt(second))
                : shows(last.register.doubleValue() + curve.usedAt(second) - curve.usedAt(last.second));
    }

    /** What the register shows when so much has been consumed: it has no more decimals than it has, and rolls over. */
    BigDecimal shows(double consumed) {
        var rollsOver = BigDecimal.TEN.pow(digits - decimals);
        var shown = BigDecimal.valueOf(consumed)
                .setScale(decimals, RoundingMode.DOWN)
                .remainder(rollsOver);
        return shown.signum() < 0 ? shown.add(rollsOver) : shown;
    }
}
