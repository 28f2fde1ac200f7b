package org.yiti.workbook.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** One value as the file holds it, before anyone decides what it should have been. */
public sealed interface Cell {

    Cell BLANK = new Blank();

    /** Nothing, or a text of no characters: files do not tell the two apart. */
    record Blank() implements Cell {}

    /** A text, or digits stored as text; exactly as held, blanks at its ends included. */
    record Text(String value) implements Cell {

        /** False when it holds a NUL or half a surrogate pair, which PostgreSQL cannot store. */
        public boolean storable() {
            return Characters.storable(value);
        }
    }

    /** A number as Excel shows it: at most 15 significant digits, no trailing zeros. */
    record Number(BigDecimal value) implements Cell {
        public Number {
            value = Decimals.canonical(value);
        }
    }

    record Bool(boolean value) implements Cell {}

    /** A date, or a date and time; a time of day alone carries the epoch day of the workbook (1899-12-31 or 1904-01-01). */
    record DateTime(LocalDateTime value) implements Cell {}

    /** An Excel error such as #DIV/0!. */
    record Error(String code) implements Cell {}

    /** A formula that was saved without its result. */
    record Uncalculated(String formula) implements Cell {}

    /**
     * A cell hidden under a merged range.
     *
     * @param row number of the row that shows the value
     * @param column index of the column that shows it, from 0
     * @param anchor the value shown there
     */
    record Covered(int row, int column, Cell anchor) implements Cell {}

    /** A text cell, or the blank one for an empty text. */
    static Cell text(String value) {
        return value.isEmpty() ? BLANK : new Text(value);
    }

    /** What a person would type to get this cell. */
    default String display() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Number number) {
            return number.value().toPlainString();
        }
        if (this instanceof DateTime time) {
            return Display.of(time.value());
        }
        if (this instanceof Bool bool) {
            return bool.value() ? "TRUE" : "FALSE";
        }
        if (this instanceof Error error) {
            return error.code();
        }
        if (this instanceof Uncalculated uncalculated) {
            return "=" + uncalculated.formula();
        }
        return this instanceof Covered covered ? covered.anchor().display() : "";
    }
}

final class Display {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Display() {}

    static String of(LocalDateTime value) {
        if (value.toLocalDate().equals(Serials.EPOCH_1900)) {
            return value.toLocalTime().toString();
        }
        return value.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? value.toLocalDate().toString()
                : TIME.format(value);
    }
}
