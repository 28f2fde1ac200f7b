package org.yiti.kernel;

import java.util.Locale;

/** A reason to say no. Each module keeps its own in one enum; each is worded in {@code refusals_*.properties}. */
public interface Refusal {

    /** What kind of no it is; the web maps it to 404, 409, 401, 403, 413, 422, 429 or 503. */
    enum Kind {
        ABSENT,
        CONFLICTING,
        /** Nobody is known to ask, whatever they ask for. */
        UNKNOWN,
        FORBIDDEN,
        UNACCEPTABLE,
        TOO_LARGE,
        TOO_MANY,
        /** Not now, whoever asks: something that it cannot be done without is out of order. */
        UNAVAILABLE
    }

    String name();

    Kind kind();

    /** The module that refuses, by default the first package below {@code org.yiti}. */
    default String module() {
        return getClass().getPackageName().split("\\.")[2];
    }

    /** A stable address such as {@code /problems/fleet/vehicle-already-booked}. */
    default String type() {
        return "/problems/" + module() + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its wording, such as {@code fleet.vehicle-already-booked}. */
    default String wording() {
        return module() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
