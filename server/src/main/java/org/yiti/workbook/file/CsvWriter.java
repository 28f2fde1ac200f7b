package org.yiti.workbook.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma, CRLF, quotes where needed; a text that Excel would run as a formula is led by an apostrophe. */
final class CsvWriter implements TableWriter {

    private static final String NEEDS_QUOTES = ",;\t|\"\r\n";

    /** Heads the column that says who took the file. */
    private static final String MARK = "导出人及时间";

    private final Writer out;
    private boolean begun;
    private @Nullable String mark;

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        write("\uFEFF");
    }

    @Override
    public void watermark(String text) {
        mark = text;
    }

    @Override
    public void notes(String name, List<String> lines) {
        // A text file has no second sheet.
    }

    @Override
    public void table(Table table) {
        if (begun) {
            throw new IllegalStateException("a CSV file holds one table");
        }
        begun = true;
        write(table.columns().stream().map(c -> Cell.text(c.header())).toList(), mark == null ? null : MARK);
    }

    @Override
    public void row(List<Cell> cells, List<Mark> marks) {
        write(cells, mark);
    }

    private void write(List<Cell> cells, @Nullable String last) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, cells.get(i));
        }
        if (last != null) {
            append(line.append(','), Cell.text(last));
        }
        write(line.append("\r\n"));
    }

    private static void append(StringBuilder line, Cell cell) {
        boolean calculated = cell instanceof Cell.Number || cell instanceof Cell.DateTime;
        String value = calculated ? cell.display() : CsvText.written(cell.display());
        if (!needsQuotes(value)) {
            line.append(value);
            return;
        }
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            line.append(c);
            if (c == '"') {
                line.append('"');
            }
        }
        line.append('"');
    }

    /** Also quotes what would be another separator, a separator line or a web page to whoever guesses what the file is. */
    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (NEEDS_QUOTES.indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return !value.isEmpty() && (value.charAt(0) <= ' ' || value.charAt(0) == '<' || value.startsWith("sep="));
    }

    private void write(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
