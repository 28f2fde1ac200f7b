package org.yiti.ledger.checking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;

/**
 * Reads what people write into a cell: text, number, yes/no or moment, typed or as text, with the units, separators and
 * half-width habits of real workbooks.
 */
public final class CellReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?([eE][-+]?\\d{1,3})?");
    private static final Pattern UNITS = Pattern.compile("(㎡|m²|m2|平方米|平米|元|万元|人|辆|层|年|升|公里|km|L|kWh)$");

    private final Column column;
    private @Nullable Object before;
    private Cell meaning = Cell.EMPTY;

    public CellReader(Column column) {
        this.column = column;
    }

    /** @param raw String, Number, Boolean, LocalDate, LocalDateTime, null, or a Cell that is judged already */
    public Cell read(@Nullable Object raw) {
        if (raw instanceof Cell judged) {
            return judged;
        }
        // Columns repeat themselves: whose car, which meter, which kind.
        if (raw == null || !raw.equals(before)) {
            meaning = meaning(raw);
            before = raw;
        }
        return meaning;
    }

    private Cell meaning(@Nullable Object raw) {
        var written = raw instanceof String text ? trimmed(text) : raw;
        if (written == null || "".equals(written)) {
            return column.required() ? Cell.wrong("必填项为空", "is required", allowed()) : Cell.EMPTY;
        }
        if (written instanceof String text && isUnreadable(text)) {
            return Cell.wrong("含有不可见的控制字符或残缺字符", "contains control characters or half characters", null);
        }
        return switch (column.kind()) {
            case TEXT -> text(written);
            case INTEGER, DECIMAL -> number(written);
            case DATE, MONTH -> day(written);
            case TIME -> moment(written);
            case BOOLEAN -> yesNo(written);
            case CODE -> code(written);
            case RANK -> rank(written);
        };
    }

    private static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == BYTE_ORDER_MARK || Character.isSpaceChar(c);
    }

    /** Control characters other than line breaks and tabs, half characters and what is no character at all. */
    private static boolean isUnreadable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c >= '\uFFFE' || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return true;
            }
        }
        return false;
    }

    private Cell text(Object written) {
        var text = plain(written);
        var format = column.format();
        if (format != null) {
            var opinion = format.examine(text);
            if (opinion.error() != null) {
                return new Cell(null, opinion.error(), null, allowed());
            }
            return tooLong(opinion.text()).orElse(new Cell(opinion.text(), null, opinion.doubt(), null));
        }
        return tooLong(text).orElse(Cell.of(text));
    }

    private Optional<Cell> tooLong(String text) {
        return text.length() <= column.maxLength()
                ? Optional.empty()
                : Optional.of(Cell.wrong(
                        "文字过长,共 " + text.length() + " 字", "is too long: " + text.length() + " characters", allowed()));
    }

    /** A number typed into a text column keeps the digits that were seen: 101, not 101.0. */
    private static String plain(Object written) {
        if (written instanceof BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }
        return written instanceof Number number ? plain(new BigDecimal(number.toString())) : String.valueOf(written);
    }

    private Cell number(Object written) {
        BigDecimal value;
        if (written instanceof Number number) {
            value = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        } else if (written instanceof String text && isPlainNumber(text)) {
            value = new BigDecimal(text);
        } else if (written instanceof String text) {
            var cleaned = UNITS.matcher(
                            Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", ""))
                    .replaceAll("");
            if (text.endsWith("万元")
                    || !NUMBER.matcher(cleaned).matches()
                    || cleaned.chars().noneMatch(Character::isDigit)) {
                return Cell.wrong("不是数字", "is not a number", allowed());
            }
            value = new BigDecimal(cleaned.replace(",", ""));
        } else {
            return Cell.wrong("不是数字", "is not a number", allowed());
        }
        return within(value);
    }

    /** Digits with at most one point among them, as nearly all numbers are. */
    private static boolean isPlainNumber(String text) {
        var points = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' && i > 0 && i < text.length() - 1) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points < 2;
    }

    private Cell within(BigDecimal value) {
        if ((column.min() != null && value.compareTo(column.min()) < 0)
                || (column.max() != null && value.compareTo(column.max()) > 0)) {
            return Cell.wrong("超出允许范围", "is out of range", allowed());
        }
        if (column.kind() == Kind.INTEGER) {
            try {
                return Cell.of(value.setScale(0).toPlainString());
            } catch (ArithmeticException fraction) {
                return Cell.wrong("不是整数", "is not a whole number", allowed());
            }
        }
        var rounded = value.setScale(column.scale(), RoundingMode.HALF_UP);
        var doubt = rounded.compareTo(value) == 0
                ? null
                : new Label("小数位数过多,按 " + rounded.toPlainString() + " 计入", "rounded to " + rounded.toPlainString());
        return new Cell(rounded.toPlainString(), null, doubt, null);
    }

    private Cell day(Object written) {
        var month = column.kind() == Kind.MONTH;
        var date = written instanceof LocalDateTime moment
                ? Optional.of(moment.toLocalDate())
                : written instanceof LocalDate day ? Optional.of(day) : Moments.day(plain(written), month);
        if (date.isEmpty()) {
            return Cell.wrong(month ? "不是月份" : "不是存在的日期", month ? "is not a month" : "is not a date", allowed());
        }
        if (date.get().getYear() < 1900 || date.get().getYear() > 2100) {
            return Cell.wrong("年份超出 1900–2100", "is outside 1900–2100", allowed());
        }
        return Cell.of((month ? date.get().withDayOfMonth(1) : date.get()).toString());
    }

    private Cell moment(Object written) {
        var moment = written instanceof LocalDateTime at
                ? Optional.of(at)
                : written instanceof LocalDate day
                        ? Optional.of(day.atTime(LocalTime.MIDNIGHT))
                        : Moments.moment(plain(written));
        if (moment.isEmpty() || moment.get().getYear() < 1900 || moment.get().getYear() > 2100) {
            return Cell.wrong("不是存在的时间", "is not a moment", allowed());
        }
        return Cell.of(moment.get() + "+08:00");
    }

    private Cell yesNo(Object written) {
        if (written instanceof Boolean truth) {
            return Cell.of(truth.toString());
        }
        return CodeTables.get("yes-no")
                .parse(plain(written))
                .map(code -> Cell.of(String.valueOf(code.code().equals("YES"))))
                .orElseGet(() -> Cell.wrong("应填是或否", "should be yes or no", allowed()));
    }

    private Cell code(Object written) {
        var table = CodeTables.get(String.valueOf(column.codes()));
        return table.parse(plain(written))
                .map(code -> Cell.of(code.code()))
                .orElseGet(() -> Cell.wrong("不在允许的取值中", "is not one of the allowed values", allowed()));
    }

    /** Which rank a word means is settled later, when the level of the institution is known. */
    private Cell rank(Object written) {
        var word = Ranks.spelling(plain(written));
        return Ranks.isKnown(word) ? Cell.of(word) : Cell.wrong("不是已知的职级", "is not a known rank", allowed());
    }

    /** What may stand in this column. */
    public @Nullable Label allowed() {
        return Allowed.in(column);
    }
}
