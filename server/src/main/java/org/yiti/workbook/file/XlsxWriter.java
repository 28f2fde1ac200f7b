package org.yiti.workbook.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Streams a workbook; only the lists to choose from wait for the end, on a hidden sheet. */
final class XlsxWriter implements TableWriter {

    private static final String LISTS = "_lists";

    private final Workbook workbook;
    private final List<List<String>> lists = new ArrayList<>();
    private @Nullable XlsxTable table;
    private @Nullable String mark;

    XlsxWriter(OutputStream out) {
        workbook = new Workbook(out, "Yiti", "1.0");
    }

    @Override
    public void watermark(String text) {
        // an ampersand begins a code there
        mark = text.replace("&", "&&");
    }

    @Override
    public void notes(String name, List<String> lines) {
        finishTable();
        Worksheet sheet = sheet(name);
        sheet.width(0, 110);
        for (int i = 0; i < lines.size(); i++) {
            sheet.inlineString(i, 0, Characters.escape(lines.get(i)));
            if (i == 0) {
                sheet.style(i, 0).bold().fontSize(14).set();
            } else {
                sheet.style(i, 0).wrapText(true).verticalAlignment("top").set();
            }
        }
        finish(sheet);
    }

    @Override
    public void table(Table next) {
        finishTable();
        table = begin(next);
    }

    private XlsxTable begin(Table next) {
        XlsxTable begun = new XlsxTable(sheet(next.name()), next);
        for (int i = 0; i < next.columns().size(); i++) {
            List<String> choices = next.columns().get(i).choices();
            if (!choices.isEmpty()) {
                begun.offer(i, reference(choices));
            }
        }
        return begun;
    }

    @Override
    public void row(List<Cell> cells, List<Mark> marks) {
        XlsxTable current = table;
        if (current == null) {
            throw new IllegalStateException("no table begun");
        }
        if (current.full()) {
            Table same = current.table();
            finishTable();
            current = begin(same);
            table = current;
        }
        current.row(cells, marks);
    }

    /** Where a list will be; lists shorter than Excel's 255 characters go there too, since it forbids commas in the others. */
    private String reference(List<String> choices) {
        int column = lists.indexOf(choices);
        if (column < 0) {
            column = lists.size();
            lists.add(choices);
        }
        String letters = CellReference.letters(column);
        return LISTS + "!$" + letters + "$1:$" + letters + "$" + choices.size();
    }

    private Worksheet sheet(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ")
                .strip()
                .replaceAll("^'+|'+$", "")
                .strip();
        Worksheet sheet = workbook.newWorksheet(plain.isEmpty() ? "Sheet" : plain);
        if (mark != null) {
            sheet.header(mark, Position.RIGHT, 9);
            sheet.footer(mark, Position.CENTER, 9);
        }
        return sheet;
    }

    private void finishTable() {
        if (table != null) {
            table.finish();
            finish(table.sheet());
            table = null;
        }
    }

    private static void finish(Worksheet sheet) {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        finishTable();
        if (!lists.isEmpty()) {
            Worksheet sheet = sheet(LISTS);
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            for (int c = 0; c < lists.size(); c++) {
                for (int r = 0; r < lists.get(c).size(); r++) {
                    sheet.inlineString(r, c, Characters.escape(lists.get(c).get(r)));
                }
            }
            finish(sheet);
        }
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
