package org.yiti.workbook.file;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables row by row, holding only a few rows in memory. It is not closeable on purpose: an export that failed half-way
 * must leave a file that cannot be opened, never one that only looks complete.
 */
public interface TableWriter {

    /** A workbook: notes, any number of tables, lists to choose from, marks. */
    static TableWriter xlsx(OutputStream out) {
        return new XlsxWriter(out);
    }

    /** UTF-8 with a byte order mark, so that Excel shows Chinese; one table, without notes, lists and marks. */
    static TableWriter csv(OutputStream out) {
        return new CsvWriter(out);
    }

    /**
     * Who takes the file and when, said before the table: in a workbook on every page that is printed of the sheets that
     * follow; in a text file, which has no pages, in a last column of every row, so that it stays with rows that are copied.
     */
    void watermark(String text);

    /** A sheet of text for people, one line a row. */
    void notes(String name, List<String> lines);

    /** Begins a table with its header; rows that follow belong to it. */
    void table(Table table);

    /** One row of the table begun last; what a sheet of Excel cannot hold continues on a further sheet. */
    void row(List<Cell> cells, List<Mark> marks);

    default void row(List<Cell> cells) {
        row(cells, List.of());
    }

    /** Completes the file; the stream stays open. */
    void finish();

    record Table(String name, List<Column> columns) {}

    /**
     * @param width in characters of a Latin letter; a Chinese one takes two
     * @param choices what the cells may hold, offered as a drop-down list; empty for anything
     * @param note shown when the pointer rests on the header
     */
    record Column(
            String header,
            Format format,
            int width,
            boolean required,
            List<String> choices,
            @Nullable String note) {

        public static Column of(String header, Format format, int width) {
            return new Column(header, format, width, false, List.of(), null);
        }
    }

    /** How the cells of a column look and what Excel makes of what is typed into them. */
    enum Format {
        /** Digits stay as typed: identity numbers, codes, plates. */
        TEXT("@"),
        GENERAL("General"),
        INTEGER("0"),
        MONEY("#,##0.00"),
        DATE("yyyy-mm-dd"),
        MONTH("yyyy-mm"),
        TIME("yyyy-mm-dd hh:mm:ss");

        private final String code;

        Format(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        boolean temporal() {
            return this == DATE || this == MONTH || this == TIME;
        }
    }

    /**
     * A cell painted red with a comment on it.
     *
     * @param column index of the cell in its row, from 0
     */
    record Mark(int column, String comment) {}
}
