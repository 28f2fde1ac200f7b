package org.yiti.ledger.checking;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiti.kernel.Label;

/** Dates and moments as people write them. An impossible one, such as 2026-02-30, is none. */
final class Moments {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final String DAY = "(\\d{4}) *[-/.年] *(\\d{1,2}) *[-/.月] *(\\d{1,2}) *[日号]?";
    private static final Pattern DATE = Pattern.compile(DAY + "(?:[ T]+0{1,2}:00(?::00)?(?:\\.0+)?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?: *[-/.年] *(\\d{1,2}) *月?|(\\d{2}))");
    private static final Pattern SERIAL = Pattern.compile("([2-6]\\d{4})(\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern MOMENT =
            Pattern.compile(DAY + "(?:[ T]*(\\d{1,2})[:：时](\\d{1,2})(?:[:：分](\\d{1,2})(?:\\.\\d+)?秒?)?分?)?");

    private static final Pattern ZONE = Pattern.compile("([+-]\\d{2}:?\\d{2}|Z)$");

    private Moments() {}

    static Optional<LocalDate> day(String written, boolean month) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        for (var pattern : new Pattern[] {DATE, COMPACT}) {
            var found = pattern.matcher(text);
            if (found.matches()) {
                return date(found);
            }
        }
        var found = MONTH.matcher(text);
        if (month && found.matches()) {
            var number = found.group(2) == null ? found.group(3) : found.group(2);
            return date(found.group(1), number, "1");
        }
        return Optional.empty();
    }

    /** Why this is no day, or no month. */
    static Label why(String written, boolean month) {
        if (!month && day(written, true).isPresent()) {
            return new Label("只写到月，缺少日", "gives a month but no day");
        }
        return month
                ? serial(written).orElse(new Label("不是月份", "is not a month"))
                : serial(written).orElse(new Label("不是存在的日期", "is not a date"));
    }

    static Label whyNoMoment(String written) {
        return serial(written).orElse(new Label("不是存在的时间", "is not a moment"));
    }

    /** A count of days without a date format may be a date, or not: whoever wrote it must say. */
    private static Optional<Label> serial(String written) {
        var found = SERIAL.matcher(written);
        if (!found.matches()) {
            return Optional.empty();
        }
        var day = SERIAL_ZERO.plusDays(Integer.parseInt(found.group(1)));
        return Optional.of(new Label(
                "是没有日期格式的数字；如为 Excel 日期序号即 " + day + "，请设为日期格式",
                "is a number without a date format; if it is an Excel serial it means " + day
                        + ": format it as a date"));
    }

    static Optional<LocalDateTime> moment(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (text.indexOf('T') > 0 && ZONE.matcher(text).find()) {
            return zoned(text);
        }
        var found = MOMENT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        return date(found).flatMap(day -> time(day, found));
    }

    private static Optional<LocalDateTime> zoned(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).atZoneSameInstant(HERE).toLocalDateTime());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> time(LocalDate day, Matcher found) {
        try {
            return Optional.of(day.atTime(number(found.group(4)), number(found.group(5)), number(found.group(6))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<LocalDate> date(Matcher found) {
        return date(found.group(1), found.group(2), found.group(3));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
