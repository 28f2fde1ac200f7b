package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.CODE_MALFORMED;

import java.util.Map;
import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;

/** Six digits of the division, a letter for the kind of building, three digits: 330302G101. */
public record BuildingCode(String code) {

    private static final Pattern FORM = Pattern.compile("\\d{6}[A-H]\\d{3}");

    public BuildingCode {
        if (!FORM.matcher(code).matches()) {
            throw new MeterRefused(CODE_MALFORMED, Map.of("code", code));
        }
    }

    public String division() {
        return code.substring(0, 6);
    }

    public Kind kind() {
        return Kind.values()[code.charAt(6) - 'A'];
    }

    /** In the order of their letters, A to H. */
    public enum Kind {
        OFFICE,
        SHOPPING,
        HOTEL,
        CULTURE_AND_EDUCATION,
        MEDICAL,
        SPORTS,
        MIXED,
        OTHER
    }
}
