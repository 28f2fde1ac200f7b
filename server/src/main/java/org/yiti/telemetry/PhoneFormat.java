package org.yiti.telemetry;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Format;

/** The number in the header of JT/T 808, which is padded with zeros there: six or ten bytes of BCD. Stored without them. */
class PhoneFormat implements Format {

    private static final int MOST_DIGITS = 20;

    @Override
    public Opinion examine(String text) {
        var digits = text.strip().replaceFirst("^0+(?=.)", "");
        var wrong = !digits.matches("[1-9][0-9]{0,19}") || digits.length() > MOST_DIGITS;
        return wrong
                ? new Opinion(text, null, new Label("应为 1 到 20 位数字", "is 1 to 20 digits"))
                : new Opinion(digits, null, null);
    }
}
