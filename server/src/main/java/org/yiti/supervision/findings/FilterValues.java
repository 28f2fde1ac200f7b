package org.yiti.supervision.findings;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** What stands behind the name of a filter, read; what cannot be is refused with both. */
final class FilterValues {

    /** A finding is younger than the law it is judged by. */
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

    private FilterValues() {}

    static UUID id(String filter, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException unknown) {
            throw unreadable(filter, value);
        }
    }

    static int number(String filter, String value) {
        var number = value.strip();
        if (!DAYS.matcher(number).matches()) {
            throw unreadable(filter, value);
        }
        return Integer.parseInt(number);
    }

    static Refused unreadable(String filter, String value) {
        return new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", filter, "value", value));
    }
}
