package org.yiti.workbook.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Worksheet;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Mark;
import org.yiti.workbook.file.TableWriter.Table;

/** One sheet with a header and rows, styled in batches because styling cell by cell costs more than writing them. */
final class XlsxTable {

    private static final int BATCH = 256;
    private static final int MOST_COMMENTS = 20_000;
    private static final int LONGEST_TEXT = 32_767;
    private static final String HEADER = "D9E7F7";
    private static final String HEADER_REQUIRED = "FCE4C8";
    private static final String PROBLEM = "FFC7CE";

    private final Worksheet sheet;
    private final Table table;
    private final List<Runnable> exceptions = new ArrayList<>();
    private int next = 1;
    private int flushed = 1;
    private int comments;

    XlsxTable(Worksheet sheet, Table table) {
        this.sheet = sheet;
        this.table = table;
        for (int i = 0; i < table.columns().size(); i++) {
            header(i, table.columns().get(i));
        }
        sheet.freezePane(0, 1);
    }

    private void header(int i, Column column) {
        sheet.inlineString(0, i, Characters.escape(column.header()));
        String fill = column.required() ? HEADER_REQUIRED : HEADER;
        sheet.style(0, i)
                .bold()
                .fillColor(fill)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.width(i, Math.min(250, Math.max(4, column.width())));
        if (column.format() != Format.GENERAL) {
            sheet.style(i).format(column.format().code()).set();
        }
        if (column.note() != null) {
            sheet.comment(0, i, Characters.escape(column.note()));
        }
    }

    void offer(int column, String reference) {
        sheet.range(1, column, Worksheet.MAX_ROWS - 1, column)
                .validateWithListByFormula(reference)
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle("请从列表中选择")
                .error("Choose from the list");
    }

    Table table() {
        return table;
    }

    Worksheet sheet() {
        return sheet;
    }

    boolean full() {
        return next == CellReference.LAST_ROW;
    }

    void row(List<Cell> cells, List<Mark> marks) {
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        for (Mark mark : marks) {
            mark(next, mark);
        }
        next++;
        if (next - flushed >= BATCH) {
            flush();
        }
    }

    private void put(int column, Cell cell) {
        if (cell instanceof Cell.Covered covered) {
            put(column, covered.anchor());
        } else if (cell instanceof Cell.Number number && number.value().precision() <= Decimals.DIGITS) {
            number(column, number.value());
        } else if (cell instanceof Cell.Bool bool) {
            sheet.value(next, column, bool.value());
        } else if (cell instanceof Cell.DateTime time && Serials.of(time.value()) != null) {
            time(column, time);
        } else if (!(cell instanceof Cell.Blank)) {
            sheet.inlineString(next, column, Characters.escape(fitting(cell.display())));
        }
    }

    private void number(int column, BigDecimal value) {
        sheet.value(next, column, value);
        if (format(column).temporal()) {
            format(next, column, Format.GENERAL.code());
        }
    }

    private void time(int column, Cell.DateTime time) {
        sheet.value(next, column, Serials.of(time.value()));
        boolean timeOfDay = time.value().toLocalDate().equals(Serials.EPOCH_1900);
        if (timeOfDay) {
            format(next, column, "hh:mm:ss");
        } else if (!format(column).temporal()) {
            boolean day = time.display().length() <= 10;
            format(next, column, (day ? Format.DATE : Format.TIME).code());
        }
    }

    private Format format(int column) {
        return column < table.columns().size() ? table.columns().get(column).format() : Format.GENERAL;
    }

    private void format(int row, int column, String code) {
        exceptions.add(() -> sheet.style(row, column).format(code).set());
    }

    private void mark(int row, Mark mark) {
        exceptions.add(() -> sheet.style(row, mark.column()).fillColor(PROBLEM).set());
        // Excel becomes unusable with more; the red cell and the column of problems still say it.
        if (comments++ < MOST_COMMENTS) {
            sheet.comment(row, mark.column(), Characters.escape(mark.comment()));
        }
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int cut = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private void flush() {
        for (int i = 0; i < table.columns().size() && next > flushed; i++) {
            if (format(i) != Format.GENERAL) {
                sheet.range(flushed, i, next - 1, i)
                        .style()
                        .format(format(i).code())
                        .set();
            }
        }
        exceptions.forEach(Runnable::run);
        exceptions.clear();
        flushed = next;
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        flush();
        int columns = table.columns().size();
        if (columns > 0) {
            sheet.setAutoFilter(0, 0, next - 1, columns - 1);
        }
    }
}
