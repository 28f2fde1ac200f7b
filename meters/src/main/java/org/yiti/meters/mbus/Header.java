package org.yiti.meters.mbus;

import org.yiti.meters.Octets;

/**
 * Who answers (EN 13757-3 §6.3).
 *
 * @param id eight digits, as printed on the meter
 * @param maker three letters; empty where the header has none
 * @param status bits: 4 temporary error, 8 permanent error …
 */
public record Header(String id, String maker, int version, int medium, int access, int status, int signature) {

    static final int LONG = 12;
    static final int SHORT = 4;
    private static final int LETTER = 0x1F;

    static Header readLong(Octets octets) {
        var maker = octets.at(4) | octets.at(5) << 8;
        return new Header(
                octets.slice(0, 4).reversed().toString(),
                "" + letter(maker >> 10) + letter(maker >> 5) + letter(maker),
                octets.at(6),
                octets.at(7),
                octets.at(8),
                octets.at(9),
                octets.at(10) | octets.at(11) << 8);
    }

    static Header readShort(Octets octets) {
        return new Header("", "", 0, 0, octets.at(0), octets.at(1), octets.at(2) | octets.at(3) << 8);
    }

    static Header none() {
        return new Header("", "", 0, 0, 0, 0, 0);
    }

    private static char letter(int bits) {
        return (char) ((bits & LETTER) + '@');
    }

    /** What flows through the meter. */
    public String mediumName() {
        return switch (medium) {
            case 0 -> "Other";
            case 1 -> "Oil";
            case 2 -> "Electricity";
            case 3 -> "Gas";
            case 4 -> "Heat: Outlet";
            case 5 -> "Steam";
            case 6 -> "Warm water (30-90°C)";
            case 7 -> "Water";
            case 8 -> "Heat Cost Allocator";
            case 9 -> "Compressed Air";
            case 0x0A -> "Cooling load meter: Outlet";
            case 0x0B -> "Cooling load meter: Inlet";
            case 0x0C -> "Heat: Inlet";
            case 0x0D -> "Heat / Cooling load meter";
            case 0x0E -> "Bus/System";
            case 0x15 -> "Hot water (>=90°C)";
            case 0x16 -> "Cold water";
            case 0x17 -> "Dual water";
            case 0x18 -> "Pressure";
            case 0x19 -> "A/D Converter";
            default -> "Unknown";
        };
    }
}
