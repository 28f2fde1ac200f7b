package org.yiti.meters.mbus;

import java.math.BigDecimal;

/**
 * What a value information field says (EN 13757-3 §6.4): the quantity, its unit, and what the number is to be multiplied
 * with.
 */
record Meaning(String quantity, String unit, BigDecimal factor, Shape shape) {

    enum Shape {
        NUMBER,
        /** 16 bits (type G). */
        DATE,
        /** 32 or 48 bits (types F and I). */
        DATE_TIME
    }

    static final int EXTENSION_B = 0xFB;
    static final int EXTENSION_D = 0xFD;
    private static final BigDecimal MEGA = new BigDecimal("1000000");
    private static final long[] SECONDS = {1, 60, 3600, 86_400};

    private static Meaning of(String quantity, String unit, int power) {
        return new Meaning(quantity, unit, BigDecimal.ONE.scaleByPowerOfTen(power), Shape.NUMBER);
    }

    private static Meaning plain(String quantity) {
        return of(quantity, "", 0);
    }

    private static Meaning time(String quantity, int unit) {
        return new Meaning(quantity, "s", BigDecimal.valueOf(SECONDS[unit]), Shape.NUMBER);
    }

    /** A quantity that the meter names itself. */
    static Meaning named(String name) {
        return plain(name);
    }

    Meaning times(int power) {
        return new Meaning(quantity, unit, factor.scaleByPowerOfTen(power), shape);
    }

    static Meaning unknown() {
        return plain("");
    }

    /** Table 10, primary codes, without the bit that says that more follows. */
    static Meaning primary(int vif) {
        var low = vif & 7;
        var two = vif & 3;
        return switch (vif >> 3) {
            case 0x0 -> of("Energy", "Wh", low - 3);
            case 0x1 -> of("Energy", "J", low);
            case 0x2 -> of("Volume", "m^3", low - 6);
            case 0x3 -> of("Mass", "kg", low - 3);
            case 0x4 -> time(vif < 0x24 ? "On time" : "Operating time", two);
            case 0x5 -> of("Power", "W", low - 3);
            case 0x6 -> of("Power", "J/h", low);
            case 0x7 -> of("Volume flow", "m^3/h", low - 6);
            case 0x8 -> of("Volume flow", "m^3/min", low - 7);
            case 0x9 -> of("Volume flow", "m^3/s", low - 9);
            case 0xA -> of("Mass flow", "kg/h", low - 3);
            case 0xB -> of(vif < 0x5C ? "Flow temperature" : "Return temperature", "°C", two - 3);
            case 0xC ->
                vif < 0x64 ? of("Temperature difference", "K", two - 3) : of("External temperature", "°C", two - 3);
            case 0xD -> low < 4 ? of("Pressure", "bar", two - 3) : pointOrUnits(low);
            case 0xE -> time(vif < 0x74 ? "Averaging Duration" : "Actuality Duration", two);
            default ->
                switch (low) {
                    case 0 -> plain("Fabrication No");
                    case 1 -> plain("(Enhanced) Identification");
                    case 2 -> plain("Bus Address");
                    case 6 -> plain("Any VIF");
                    case 7 -> plain("Manufacturer specific");
                    default -> unknown();
                };
        };
    }

    private static Meaning pointOrUnits(int low) {
        return switch (low) {
            case 4 -> new Meaning("Time point (date)", "", BigDecimal.ONE, Shape.DATE);
            case 5 -> new Meaning("Time point (date & time)", "", BigDecimal.ONE, Shape.DATE_TIME);
            case 6 -> of("H.C.A.", "Units for H.C.A.", 0);
            default -> plain("Reserved");
        };
    }

    /** Table 12, after FDH. */
    static Meaning extensionD(int code) {
        if (code >= 0x40 && code < 0x50) {
            return of("Voltage", "V", (code & 0xF) - 9);
        }
        if (code >= 0x50 && code < 0x60) {
            return of("Current", "A", (code & 0xF) - 12);
        }
        if (code < 0x08) {
            return of(code < 4 ? "Credit" : "Debit", "Currency units", (code & 3) - 3);
        }
        return switch (code) {
            case 0x08 -> plain("Access Number (transmission count)");
            case 0x09 -> plain("Medium");
            case 0x0A -> plain("Manufacturer");
            case 0x0B -> plain("Parameter set identification");
            case 0x0C -> plain("Model / Version");
            case 0x0D -> plain("Hardware version");
            case 0x0E -> plain("Firmware version");
            case 0x0F -> plain("Software version");
            case 0x10 -> plain("Customer location");
            case 0x11 -> plain("Customer");
            case 0x17 -> plain("Error flags");
            case 0x18 -> plain("Error mask");
            case 0x1A -> plain("Digital Output");
            case 0x1B -> plain("Digital Input");
            case 0x3A -> plain("Dimensionless");
            case 0x60 -> plain("Reset counter");
            case 0x61 -> plain("Cumulation counter");
            default -> unknown();
        };
    }

    /** Table 11, after FBH. */
    static Meaning extensionB(int code) {
        return switch (code & 0x7E) {
            case 0x00 -> mega("Energy", "Wh", (code & 1) - 1);
            case 0x08 -> mega("Energy", "J", (code & 1) + 2);
            case 0x10 -> of("Volume", "m^3", (code & 1) + 2);
            case 0x18 -> of("Mass", "kg", (code & 1) + 5);
            case 0x1A -> of("Relative humidity", "%", (code & 1) - 1);
            case 0x28 -> mega("Power", "W", (code & 1) - 1);
            case 0x30 -> mega("Power", "J/h", (code & 1) + 2);
            default -> unknown();
        };
    }

    private static Meaning mega(String quantity, String unit, int power) {
        return new Meaning(quantity, unit, MEGA.scaleByPowerOfTen(power), Shape.NUMBER);
    }
}
