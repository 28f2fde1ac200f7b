package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.DATA_ID_MALFORMED;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** What is read: DI3 DI2 DI1 DI0 as the standard prints them (sent lowest first); the edition of 1997 has two bytes. */
public record DataId(String hex) {

    // First: the identifiers below are checked by it.
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{8}|[0-9A-F]{4}");

    public static final DataId FORWARD_ACTIVE_ENERGY = new DataId("00010000");
    public static final DataId REVERSE_ACTIVE_ENERGY = new DataId("00020000");
    public static final DataId FORWARD_ACTIVE_ENERGY_1997 = new DataId("9010");

    public DataId {
        if (!FORM.matcher(hex).matches()) {
            throw new MeterRefused(DATA_ID_MALFORMED);
        }
    }

    public static DataId of(String written) {
        return new DataId(written.strip().toUpperCase(Locale.ROOT));
    }

    static DataId read(Octets lowestFirst) {
        return new DataId(lowestFirst.reversed().toString());
    }

    Octets octets() {
        return Octets.hex(hex).reversed();
    }

    public boolean is1997() {
        return hex.length() == 4;
    }

    int bytes() {
        return hex.length() / 2;
    }
}
