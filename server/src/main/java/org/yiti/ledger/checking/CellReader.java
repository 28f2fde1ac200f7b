package org.yiti.ledger.checking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.BoundedNumber;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;

/**
 * Reads what people write into a cell: text, number, yes/no or moment, typed or as text, with the units, separators and
 * half-width habits of real workbooks.
 */
public final class CellReader {

    private static final int MANY = 500;

    private final Column column;
    private @Nullable Object before;
    private Cell meaning = Cell.EMPTY;
    private final Map<String, Cell> known = new HashMap<>();

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
            meaning = raw instanceof String text && isOneOfFew(text)
                    ? known.computeIfAbsent(text, this::meaning)
                    : meaning(raw);
            before = raw;
        }
        return meaning;
    }

    /** Until somebody writes too many different things into it. */
    private boolean isOneOfFew(String text) {
        return column.kind() == Kind.CODE && known.size() < MANY && text.length() < MANY;
    }

    private Cell meaning(@Nullable Object raw) {
        var written = raw instanceof String text ? Spelled.by(text, column) : raw;
        if (written == null || "".equals(written)) {
            return column.required() ? Cell.wrong("必填项为空", "is required", allowed()) : Cell.EMPTY;
        }
        if (written instanceof String text && isUnreadable(text)) {
            return Cell.wrong("含有不可见的控制字符或残缺字符", "contains control characters or half characters", null);
        }
        var mask = column.grading().mask();
        if (mask != null && written instanceof String text && mask.left(text)) {
            return Cell.of(Cell.AS_IT_IS);
        }
        if (mask != null && written instanceof String text && mask.isHalf(text)) {
            return Cell.wrong(
                    "含有 *，不是完整的内容；请填原文，不改就保持脱敏后的样子", "contains *; type the whole value, or leave it as masked", null);
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
        if (Spelled.lostDigits(written)) {
            return Cell.wrong(
                    "长号码存成了数字，第 15 位以后已丢失；请把该列设为文本，重新填写",
                    "is a number of more than 15 digits whose last digits are lost; make the column text and type it again",
                    allowed());
        }
        var text = Spelled.plain(written);
        if (column.identifies() && (written instanceof LocalDateTime || written instanceof LocalDate)) {
            return Cell.wrong(
                    "编号变成了日期 " + text + "；请把该列设为文本，重新填写",
                    "was turned into the date " + text + "; make the column text and type it again",
                    allowed());
        }
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
                        "文字过长，共 " + text.length() + " 字", "is too long: " + text.length() + " characters", allowed()));
    }

    private Cell number(Object written) {
        if (written instanceof Number number) {
            return BoundedNumber.of(number).map(this::within).orElseGet(this::outOfRange);
        }
        if (!(written instanceof String text)) {
            return Cell.wrong("不是数字", "is not a number", allowed());
        }
        if (Quantities.isInTenThousands(text)) {
            return Cell.wrong("以万或亿计，请换算后填写", "is counted in ten-thousands; convert it first", allowed());
        }
        return Quantities.read(text, column.unit())
                .or(() -> column.kind() == Kind.INTEGER ? Storeys.read(text) : Optional.empty())
                .map(this::within)
                .orElseGet(() -> Cell.wrong("不是数字", "is not a number", allowed()));
    }

    private Cell within(BigDecimal value) {
        if ((column.min() != null && value.compareTo(column.min()) < 0)
                || (column.max() != null && value.compareTo(column.max()) > 0)) {
            return outOfRange();
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
                : new Label("小数位数过多，按 " + rounded.toPlainString() + " 计入", "rounded to " + rounded.toPlainString());
        return new Cell(rounded.toPlainString(), null, doubt, null);
    }

    private Cell outOfRange() {
        return Cell.wrong("超出允许范围", "is out of range", allowed());
    }

    private Cell day(Object written) {
        var month = column.kind() == Kind.MONTH;
        var moment = written instanceof LocalDateTime at
                ? Optional.of(at)
                : written instanceof LocalDate day
                        ? Optional.of(day.atStartOfDay())
                        : Moments.day(Spelled.plain(written), month)
                                .map(LocalDate::atStartOfDay)
                                .or(() -> Moments.moment(Spelled.plain(written)));
        if (moment.isEmpty()) {
            var why = Moments.why(Spelled.plain(written), month);
            return Cell.wrong(why.zh(), why.en(), allowed());
        }
        if (moment.get().getYear() < 1900 || moment.get().getYear() > 2100) {
            return Cell.wrong("年份超出 1900–2100", "is outside 1900–2100", allowed());
        }
        var date = moment.get().toLocalDate();
        var doubt = month || moment.get().toLocalTime().equals(LocalTime.MIDNIGHT)
                ? null
                : new Label("只取日期 " + date, "only its date " + date + " is taken");
        return new Cell((month ? date.withDayOfMonth(1) : date).toString(), null, doubt, null);
    }

    private Cell moment(Object written) {
        var moment = written instanceof LocalDateTime at
                ? Optional.of(at)
                : written instanceof LocalDate day
                        ? Optional.of(day.atTime(LocalTime.MIDNIGHT))
                        : Moments.moment(Spelled.plain(written));
        if (moment.isEmpty()) {
            var why = Moments.whyNoMoment(Spelled.plain(written));
            return Cell.wrong(why.zh(), why.en(), allowed());
        }
        if (moment.get().getYear() < 1900 || moment.get().getYear() > 2100) {
            return Cell.wrong("年份超出 1900–2100", "is outside 1900–2100", allowed());
        }
        return Cell.of(moment.get() + "+08:00");
    }

    private Cell yesNo(Object written) {
        if (written instanceof Boolean truth) {
            return Cell.of(truth.toString());
        }
        return CodeTables.get("yes-no")
                .parse(Spelled.plain(written))
                .map(code -> Cell.of(String.valueOf(code.code().equals("YES"))))
                .orElseGet(() -> Cell.wrong("应填是或否", "should be yes or no", allowed()));
    }

    private Cell code(Object written) {
        var table = CodeTables.get(String.valueOf(column.codes()));
        return table.parse(Spelled.plain(written))
                .map(code -> Cell.of(code.code()))
                .orElseGet(() -> Cell.wrong("不在允许的取值中", "is not one of the allowed values", allowed()));
    }

    /** Which rank a word means is settled later, when the level of the institution is known. */
    private Cell rank(Object written) {
        var word = Ranks.spelling(Spelled.plain(written));
        return Ranks.isKnown(word) ? Cell.of(word) : Cell.wrong("不是已知的职级", "is not a known rank", allowed());
    }

    /** What may stand in this column. */
    public @Nullable Label allowed() {
        return Allowed.in(column);
    }
}
