package org.yiti.jt808.layout;

import java.math.BigDecimal;

/** How much of a unit a number stands for: 605 parts of a tenth are 60.5 km/h. Without a unit it is the number with its sign. */
public record Measure(BigDecimal amount, String unit) {

    /** {@code 60.5 km/h}. */
    @Override
    public String toString() {
        var space = unit.isEmpty() || unit.equals("°") ? "" : " ";
        return amount.toPlainString() + space + unit;
    }
}
