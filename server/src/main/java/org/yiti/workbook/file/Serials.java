package org.yiti.workbook.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Excel's count of days, from 1900 or 1904. */
final class Serials {

    static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int FEBRUARY_29_1900 = 60;
    private static final long PAST_THE_LAST_DAY_OF_9999 = 2_958_466;
    private static final long MILLIS_A_DAY = 86_400_000;

    private Serials() {}

    /** Null before the epoch of 1900 and after 9999. */
    static @Nullable Double of(LocalDateTime time) {
        long days = ChronoUnit.DAYS.between(EPOCH_1900, time.toLocalDate());
        if (days < 0 || time.getYear() > 9999) {
            return null;
        }
        double fraction = time.toLocalTime().toNanoOfDay() / 1e6 / MILLIS_A_DAY;
        return (days >= FEBRUARY_29_1900 ? days + 1 : days) + fraction;
    }

    /** Null for what Excel itself cannot show as a day, and for 29 February 1900, which it shows although it never was. */
    static @Nullable LocalDateTime toDateTime(BigDecimal serial, boolean from1904) {
        double days = serial.doubleValue();
        if (days < 0 || days >= PAST_THE_LAST_DAY_OF_9999) {
            return null;
        }
        long millis = Math.round(days * MILLIS_A_DAY);
        long day = millis / MILLIS_A_DAY;
        LocalDate date;
        if (from1904) {
            date = EPOCH_1904.plusDays(day);
        } else if (day == FEBRUARY_29_1900) {
            return null;
        } else {
            date = EPOCH_1900.plusDays(day > FEBRUARY_29_1900 ? day - 1 : day);
        }
        return date.getYear() > 9999 ? null : date.atStartOfDay().plus(Duration.ofMillis(millis % MILLIS_A_DAY));
    }
}
