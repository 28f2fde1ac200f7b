package org.yiti.workbook.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** RFC 4180 as it is met: any line end, quotes in the middle of a cell, blank lines. */
final class CsvRows {

    private static final int NONE = -1;

    private final Reader in;
    private final Limits limits;
    private final char delimiter;
    private final char[] buffer = new char[1 << 15];
    private int length;
    private int at;
    private int row = 1;
    private int rowsWithContent;
    private int column;
    private List<Cell> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    CsvRows(Reader in, char delimiter, Limits limits) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    void read(WorkbookFile.RowHandler handler) throws IOException {
        int c = next();
        while (c != NONE) {
            c = cell(c);
            endCell();
            if (c == delimiter) {
                c = next();
                if (c == NONE) {
                    endRow(handler);
                }
                continue;
            }
            if (!endRow(handler)) {
                return;
            }
            int after = next();
            c = c == '\r' && after == '\n' ? next() : after;
        }
    }

    private int next() throws IOException {
        if (at >= length) {
            length = length < 0 ? NONE : in.read(buffer, 0, buffer.length);
            at = 0;
            if (length < 0) {
                return NONE;
            }
        }
        return buffer[at++];
    }

    /** Reads one cell from its first character; returns what ended it. */
    private int cell(int first) throws IOException {
        int c = first;
        if (c == '"') {
            c = quoted();
        }
        while (c != delimiter && c != '\n' && c != '\r' && c != NONE) {
            append((char) c);
            c = next();
        }
        return c;
    }

    /** Returns what follows the closing quote. */
    private int quoted() throws IOException {
        int opened = row;
        while (true) {
            int c = next();
            if (c == NONE) {
                throw UnreadableFile.because(FileRefusal.UNCLOSED_QUOTE)
                        .atRow(opened)
                        .atColumn(column);
            }
            if (c == '"') {
                c = next();
                if (c != '"') {
                    return c;
                }
            }
            append((char) c);
        }
    }

    private void append(char c) {
        cell.append(c);
        // Up to two more for the apostrophe, or the = and quotes, that writing may have put around the text.
        if (cell.length() > limits.cellChars() + 3) {
            throw tooLong();
        }
    }

    private UnreadableFile tooLong() {
        return UnreadableFile.over(FileRefusal.TOO_LONG_CELL, limits.cellChars())
                .atRow(row)
                .atColumn(column);
    }

    private void endCell() {
        if (!cell.isEmpty()) {
            String value = CsvText.read(cell.toString());
            if (value.length() > limits.cellChars()) {
                throw tooLong();
            }
            if (column >= limits.columns()) {
                throw UnreadableFile.over(FileRefusal.TOO_WIDE, limits.columns())
                        .atRow(row)
                        .atColumn(column);
            }
            while (cells.size() < column) {
                cells.add(Cell.BLANK);
            }
            cells.add(Cell.text(value));
            cell.setLength(0);
        }
        column++;
    }

    private boolean endRow(WorkbookFile.RowHandler handler) {
        boolean more = true;
        if (!cells.isEmpty()) {
            if (++rowsWithContent > limits.textRows()) {
                throw UnreadableFile.over(FileRefusal.TOO_MANY_ROWS, limits.textRows())
                        .atRow(row);
            }
            List<Cell> handed = Collections.unmodifiableList(cells);
            cells = new ArrayList<>(handed.size());
            more = handler.row(new Row(row, handed, Set.of()));
        }
        column = 0;
        row++;
        return more;
    }
}
