package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.ADDRESS_MALFORMED;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * Twelve digits as printed on the meter (§7.1.3 sends the lowest first). AA for two digits asks every meter whose other
 * digits match. What a frame holds is kept even where it is no decimal number, so that it can be written again as it came.
 */
public record MeterAddress(String digits) {

    // First: the addresses below are checked by them.
    static final int BYTES = 6;
    private static final Pattern HEX = Pattern.compile("[0-9A-F]{12}");
    private static final Pattern ASKABLE = Pattern.compile("(?:[0-9]{2}|AA){6}");

    /** Answered by the only meter on a line. */
    public static final MeterAddress ANY = new MeterAddress("AAAAAAAAAAAA");

    /** Obeyed by all, answered by none. */
    public static final MeterAddress ALL = new MeterAddress("999999999999");

    public MeterAddress {
        if (!HEX.matcher(digits).matches()) {
            throw new MeterRefused(ADDRESS_MALFORMED);
        }
    }

    /** As a person writes it; leading noughts may be left out. */
    public static MeterAddress of(String written) {
        var digits = written.strip().toUpperCase(Locale.ROOT);
        if (digits.isEmpty() || digits.length() > 2 * BYTES) {
            throw new MeterRefused(ADDRESS_MALFORMED);
        }
        var padded = "0".repeat(2 * BYTES - digits.length()) + digits;
        if (!ASKABLE.matcher(padded).matches()) {
            throw new MeterRefused(ADDRESS_MALFORMED);
        }
        return new MeterAddress(padded);
    }

    static MeterAddress read(Octets lowestFirst) {
        return new MeterAddress(lowestFirst.reversed().toString());
    }

    Octets octets() {
        return Octets.hex(digits).reversed();
    }

    /** Whether a meter of the other address may answer a question to this one. */
    public boolean covers(MeterAddress other) {
        for (var i = 0; i < digits.length(); i += 2) {
            var wild = digits.startsWith("AA", i);
            if (!wild && !digits.regionMatches(i, other.digits, i, 2)) {
                return false;
            }
        }
        return true;
    }
}
