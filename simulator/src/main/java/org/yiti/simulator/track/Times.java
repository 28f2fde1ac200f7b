package org.yiti.simulator.track;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When a recorder was where: only what lies between two of them matters. */
public final class Times {

    private static final long MILLISECONDS = 100_000_000_000L;

    private Times() {}

    /** Seconds of {@code 2026-11-28T08:00:05+08:00}, {@code 2026-11-28 08:00:05+00}, {@code 2026-11-28 08:00} or since 1970. */
    public static double second(String text) {
        if (text.matches("\\d+(\\.\\d+)?")) {
            var number = Double.parseDouble(text);
            return number > MILLISECONDS ? number / 1000 : number;
        }
        var iso = text.strip()
                .replace(' ', 'T')
                .replace('/', '-')
                .replaceFirst("([+-]\\d\\d)$", "$1:00")
                .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            var moment = iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            return moment.getEpochSecond() + moment.getNano() / 1e9;
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("No time: " + text, unreadable);
        }
    }
}
