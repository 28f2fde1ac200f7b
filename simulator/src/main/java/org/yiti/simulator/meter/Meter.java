package org.yiti.simulator.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A meter as the ledger has it.
 *
 * @param unit of its register
 * @param digits of its register, decimals included: after 999999.99 comes 000000.00
 */
public record Meter(String code, String unit, int digits, int decimals) {

    /** As the ledger takes them to be where nobody has entered anything. */
    public static final int USUAL_DIGITS = 8;

    public static final int USUAL_DECIMALS = 2;

    /** What the register shows when so much has been consumed: it has no more decimals than it has, and rolls over. */
    BigDecimal shows(double consumed) {
        var rollsOver = BigDecimal.TEN.pow(digits - decimals);
        return BigDecimal.valueOf(consumed)
                .setScale(decimals, RoundingMode.DOWN)
                .remainder(rollsOver);
    }
}
