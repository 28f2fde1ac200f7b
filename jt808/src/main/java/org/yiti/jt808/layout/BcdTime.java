package org.yiti.jt808.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/**
 * Six bytes YYMMDDhhmmss in BCD (clause 4.2 of the 2013 edition: GMT+8). Holds whatever came, even month 13 or a nibble A;
 * zeros in front mean "every day" in areas and routes.
 *
 * @param digits the twelve nibbles
 */
public record BcdTime(long digits) {

    public static final BcdTime NEVER = new BcdTime(0);
    public static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    public BcdTime {
        if (digits >>> 48 != 0) {
            throw new Refused(Refusal.VALUE_OUTSIDE, 0, Map.of("field", "time", "value", digits));
        }
    }

    public static BcdTime of(LocalDateTime time) {
        var digits = bcd(time.getYear() % 100);
        digits = digits << 8 | bcd(time.getMonthValue());
        digits = digits << 8 | bcd(time.getDayOfMonth());
        digits = digits << 8 | bcd(time.getHour());
        digits = digits << 8 | bcd(time.getMinute());
        return new BcdTime(digits << 8 | bcd(time.getSecond()));
    }

    /** The wall clock of Beijing at that moment. */
    public static BcdTime of(Instant instant) {
        return of(LocalDateTime.ofInstant(instant, BEIJING));
    }

    /** The twelve digits as text, or a date and time as ISO 8601 writes it. */
    public static BcdTime parse(String text) {
        var digits = text.length() == 19 ? text.replaceAll("[^0-9]", "").substring(2) : text;
        try {
            return new BcdTime(Long.parseUnsignedLong(digits, 16));
        } catch (NumberFormatException malformed) {
            throw new Refused(Refusal.VALUE_OUTSIDE, 0, Map.of("field", "time", "value", text));
        }
    }

    /** The time, unless there is no such day or hour; 2000 to 2099. */
    public Optional<LocalDateTime> local() {
        int year = two(40), month = two(32), day = two(24), hour = two(16), minute = two(8), second = two(0);
        if ((year | month | day | hour | minute | second) < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(2000 + year, month, day, hour, minute, second));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The time of day where year, month and day are zeros, as areas and routes say "every day". */
    public Optional<LocalTime> daily() {
        int hour = two(16), minute = two(8), second = two(0);
        var isTime = digits >>> 24 == 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
        return isTime && second < 60 ? Optional.of(LocalTime.of(hour, minute, second)) : Optional.empty();
    }

    /** Whether it is a time, a time of every day, or none at all: anything else nobody can mean. */
    public boolean isPossible() {
        return digits == 0 || local().isPresent() || daily().isPresent();
    }

    /** The moment, read as Beijing time. */
    public Optional<Instant> instant() {
        return local().map(time -> time.toInstant(BEIJING));
    }

    private int two(int shift) {
        var high = (int) (digits >>> shift + 4) & 0xf;
        var low = (int) (digits >>> shift) & 0xf;
        return high > 9 || low > 9 ? -1 : high * 10 + low;
    }

    private static long bcd(int two) {
        return two / 10 << 4 | two % 10;
    }

    /** {@code 2026-08-21T10:30:00}, or the twelve nibbles when that is no time. */
    @Override
    public String toString() {
        return local().map(time -> time.toString().length() == 16 ? time + ":00" : time.toString())
                .orElseGet(() -> String.format("%012x", digits));
    }
}
