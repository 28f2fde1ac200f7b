package org.yiti.workbook.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Decides what the text between the value tags of a cell is. */
final class SheetValues {

    private static final Cell TRUE = new Cell.Bool(true);
    private static final Cell FALSE = new Cell.Bool(false);

    private final SharedStrings strings;
    private final Styles styles;
    private final boolean from1904;
    private final int cellChars;

    SheetValues(SharedStrings strings, Styles styles, boolean from1904, int cellChars) {
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.cellChars = cellChars;
    }

    Cell text(String raw) {
        return RichText.cell(raw, cellChars);
    }

    Cell of(@Nullable String type, int style, CharSequence value) {
        if (value.length() == 0) {
            return Cell.BLANK;
        }
        if (type == null || type.equals("n")) {
            return number(style, value);
        }
        String text = value.toString();
        return switch (type) {
            case "s" -> shared(text);
            case "str" -> text(text);
            case "b" -> PartHandler.isTrue(text.strip()) ? TRUE : FALSE;
            case "e" -> new Cell.Error(text);
            case "d" -> iso(text);
            default -> throw UnreadableFile.because(FileRefusal.CORRUPT);
        };
    }

    private Cell number(int style, CharSequence value) {
        BigDecimal number = Decimals.parse(value);
        if (number == null) {
            return text(value.toString());
        }
        if (styles.date(style)) {
            LocalDateTime time = Serials.toDateTime(number, from1904);
            if (time != null) {
                return new Cell.DateTime(time);
            }
        }
        return new Cell.Number(number);
    }

    private Cell shared(String index) {
        Cell cell = null;
        try {
            cell = strings.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException e) {
            throw UnreadableFile.because(FileRefusal.CORRUPT, e);
        }
        if (cell == null) {
            throw UnreadableFile.because(FileRefusal.CORRUPT);
        }
        return cell;
    }

    /** Strict workbooks may write dates in words; what is not one is left as the text it is. */
    private Cell iso(String text) {
        String value = text.strip();
        try {
            if (value.length() <= 10) {
                return new Cell.DateTime(LocalDate.parse(value).atStartOfDay());
            }
            boolean zoned = value.endsWith("Z") || value.lastIndexOf('+') > 10 || value.lastIndexOf('-') > 10;
            return new Cell.DateTime(
                    zoned ? OffsetDateTime.parse(value).toLocalDateTime() : LocalDateTime.parse(value));
        } catch (DateTimeParseException e) {
            return text(text);
        }
    }
}
