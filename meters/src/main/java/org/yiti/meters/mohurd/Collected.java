package org.yiti.meters.mohurd;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One reading in a report.
 *
 * @param function which register of the meter
 * @param coding the item of energy, see {@link EnergyItem}; as it was sent
 * @param error status of the collector; 0 or empty where all is well
 * @param text the reading as it was sent
 */
public record Collected(String meter, String function, String coding, String error, String text) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

    /** None where the collector had none to send. */
    public Optional<BigDecimal> value() {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    public boolean isGood() {
        return error.isEmpty() || error.chars().allMatch(digit -> digit == '0');
    }
}
