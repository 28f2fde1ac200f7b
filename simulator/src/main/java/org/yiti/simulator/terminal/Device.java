package org.yiti.simulator.terminal;

import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Registration;

/**
 * A terminal as the inventory has it.
 *
 * @param plate of the vehicle it is fitted to; empty when nobody says
 */
public record Device(String phone, String plate, Version version) {

    private static final int DIGITS = 12;
    private static final int DIGITS_2019 = 20;
    private static final int IMEI = 15;
    private static final int SOFTWARE = 20;
    /** For maker, model and terminal. */
    private static final int[] ROOMS_2013 = {5, 20, 7};

    private static final int[] ROOMS_2019 = {11, 30, 30};

    /** As the header has it. */
    String padded() {
        var digits = version == Version.V2019 ? DIGITS_2019 : DIGITS;
        return "0".repeat(Math.max(0, digits - phone.length())) + phone;
    }

    Registration registration() {
        var rooms = version == Version.V2019 ? ROOMS_2019 : ROOMS_2013;
        return new Registration(
                0,
                0,
                padded("YITI", rooms[0]),
                padded("SIMULATOR", rooms[1]),
                padded("SIM", rooms[2]),
                plate.isEmpty() ? 0 : 1,
                Text.of(plate));
    }

    Authentication authentication(String code) {
        return version == Version.V2019
                ? new Authentication(Text.of(code), padded("", IMEI), padded("1", SOFTWARE))
                : new Authentication(Text.of(code));
    }

    private static Text padded(String text, int length) {
        return Text.of(text + "\0".repeat(length - text.length()));
    }
}
