package org.yiti.jt808;

import java.util.List;
import java.util.Optional;
import org.yiti.jt808.vendor.TrackerExtras;
import org.yiti.jt808.vendor.Trackers;

/** The dialects that have a name. Add to them with {@link Dialect}'s methods; nothing here is asked unless a caller does. */
public final class Dialects {

    /** E7 as delimiter and a terminal's number of seven bytes. */
    public static final Dialect ALTERNATIVE =
            Dialect.LENIENT.named("alternative").with(Framing.ALTERNATIVE, 7);

    /** Wrong checksums too: for looking at captures that were made anonymous. */
    public static final Dialect CAPTURE = Dialect.LENIENT.named("capture").with(Tolerance.CHECKSUM_WRONG);

    /** Locks and trackers whose positions 5501 and 5502, and the answer to them, have a serial of one byte. */
    public static final Dialect SHORT_SERIAL =
            Dialect.STANDARD.named("short-serial").withSerialsOfOneByte(0x5501, 0x5502, 0x4401);

    /** Low-cost trackers and locks: messages and additional information of their own. */
    public static final Dialect TRACKER =
            SHORT_SERIAL.named("tracker").withKinds(Trackers.ALL).withValues(TrackerExtras.ALL);

    /** Trackers that put fixed bytes behind a position where the standard has additional information. */
    public static final Dialect FIXED_TAIL = TRACKER.named("fixed-tail").with(Tolerance.FIXED_TAIL);

    /** Models that give all packages of a message the same serial, and counts that are off. */
    public static final Dialect REPEATED_SERIAL =
            Dialect.LENIENT.named("repeated-serial").with(Tolerance.SERIAL_REPEATED);

    private static final List<Dialect> ALL = List.of(
            Dialect.STANDARD,
            Dialect.LENIENT,
            SHORT_SERIAL,
            TRACKER,
            FIXED_TAIL,
            REPEATED_SERIAL,
            ALTERNATIVE,
            CAPTURE);

    private Dialects() {}

    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(Dialect::name).toList();
    }
}
