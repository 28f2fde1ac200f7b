package org.yiti.meters.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as it was written: with its offset, as milliseconds since 1970, or as seventeen (fourteen) digits in the zone that
 * the batch names. One without any zone is none.
 */
record Moment(String text, boolean isNumber, String field, Place place) {

    private static final Pattern DIGITS = Pattern.compile("\\d{14}(?:\\d{3})?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2199;

    static Optional<ZoneOffset> offset(String zone) {
        try {
            return Optional.of(ZoneOffset.of(zone));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    OffsetDateTime at(@Nullable ZoneOffset zone) {
        try {
            var time = read(zone);
            if (time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR) {
                return time;
            }
        } catch (DateTimeException | NumberFormatException malformed) {
            // It is told below, with its place.
        }
        throw place.unfit(field, "2026-11-28T08:00:00+08:00");
    }

    private OffsetDateTime read(@Nullable ZoneOffset zone) {
        if (isNumber) {
            return Instant.ofEpochMilli(Long.parseLong(text)).atOffset(zone == null ? ZoneOffset.UTC : zone);
        }
        if (!DIGITS.matcher(text).matches()) {
            return OffsetDateTime.parse(text);
        }
        if (zone == null) {
            throw place.unfit("zone", "+08:00");
        }
        return LocalDateTime.parse(text, text.length() == 14 ? SECONDS : MILLIS).atOffset(zone);
    }
}
