package org.yiti.telemetry.gateway;

import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Jt808;

/**
 * How terminals speak, as the inventory says of each; how one speaks is known once it has said who it is. All of them are
 * framed alike: a terminal that frames its messages in another way cannot say who it is, and would need a port of its own.
 */
final class Tongues {

    /** What nobody is known by yet. */
    static final Jt808 ANY = new Jt808(Dialect.LENIENT);

    /** By code of {@code terminal-dialect}. */
    private static final Map<String, Jt808> ALL = Map.of(
            "STANDARD", ANY,
            "TRACKER", new Jt808(Dialects.TRACKER.lenient()),
            "FIXED_TAIL", new Jt808(Dialects.FIXED_TAIL.lenient()),
            "REPEATED_SERIAL", new Jt808(Dialects.REPEATED_SERIAL));

    private Tongues() {}

    static Jt808 of(String code) {
        var known = ALL.get(code);
        if (known == null) {
            throw new IllegalArgumentException("No dialect is called " + code);
        }
        return known;
    }
}
