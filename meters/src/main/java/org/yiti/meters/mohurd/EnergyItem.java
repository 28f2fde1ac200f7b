package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.CODE_MALFORMED;

import java.util.Map;
import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;

/** Two digits of the energy (01 electricity, 02 water …), then the item in it: 01A10 sockets, 01B00 air conditioning. */
public record EnergyItem(String code) {

    private static final Pattern FORM = Pattern.compile("\\d{2}[0-9A-Z]{3}");

    public EnergyItem {
        if (!FORM.matcher(code).matches()) {
            throw new MeterRefused(CODE_MALFORMED, Map.of("code", code));
        }
    }

    public int energy() {
        return Integer.parseInt(code.substring(0, 2));
    }

    /** A lighting and sockets, B air conditioning, C power, D special, of electricity; 0 where it is all of it. */
    public char item() {
        return code.charAt(2);
    }
}
