package org.yiti.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that came from outside. {@code +999999999-12-31} is a day to Java and none to PostgreSQL, and the day after it
 * is none to anybody; nothing here happens outside three centuries.
 */
public final class BoundedDay {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private BoundedDay() {}

    /** Empty where it is no day, or one that nothing here can happen on. */
    public static Optional<LocalDate> read(String text) {
        try {
            var day = LocalDate.parse(text.strip());
            return day.isBefore(FIRST) || day.isAfter(LAST) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
