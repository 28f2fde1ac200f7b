package org.yiti.workbook.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts cells in their places, counts, and hands each row on that has content. */
final class RowAssembly {

    private final MergedRanges merged;
    private final Limits limits;
    private final WorkbookFile.RowHandler handler;
    private final Cell[] cells;
    private Set<Integer> formulas = Set.of();
    private int row;
    private int column;
    private int end;
    private int rowsWithContent;

    RowAssembly(MergedRanges merged, Limits limits, WorkbookFile.RowHandler handler) {
        this.merged = merged;
        this.limits = limits;
        this.handler = handler;
        this.cells = new Cell[limits.columns()];
    }

    /** Rows and cells that do not say where they are come right after the one before. */
    void start(@Nullable String number) {
        int next = number == null ? row + 1 : CellReference.row(number);
        if (next > CellReference.LAST_ROW) {
            throw UnreadableFile.over(FileRefusal.TOO_MANY_ROWS, CellReference.LAST_ROW)
                    .atRow(next);
        }
        if (next <= row) {
            throw UnreadableFile.because(FileRefusal.CORRUPT).atRow(row + 1);
        }
        row = next;
        column = -1;
        end = 0;
        formulas = Set.of();
    }

    void cell(@Nullable String reference) {
        column = reference == null ? column + 1 : CellReference.column(reference);
        if (column < 0 || column > CellReference.LAST_COLUMN || row == 0) {
            throw UnreadableFile.because(FileRefusal.CORRUPT).atRow(reached());
        }
    }

    void put(Cell cell, boolean formula) {
        if (cell instanceof Cell.Blank) {
            if (column < end) {
                cells[column] = cell;
            }
            return;
        }
        if (column >= cells.length) {
            throw located(UnreadableFile.over(FileRefusal.TOO_WIDE, cells.length));
        }
        if (column >= end) {
            Arrays.fill(cells, end, column, Cell.BLANK);
            end = column + 1;
        }
        cells[column] = cell;
        if (formula) {
            if (formulas.isEmpty()) {
                formulas = new TreeSet<>();
            }
            formulas.add(column);
        }
    }

    void end() {
        while (end > 0 && cells[end - 1] instanceof Cell.Blank) {
            end--;
        }
        if (!merged.isEmpty()) {
            end = merged.cover(row, cells, end);
        }
        for (int i = 0; i < end; i++) {
            if (!(cells[i] instanceof Cell.Blank || cells[i] instanceof Cell.Covered)) {
                handOver();
                return;
            }
        }
    }

    private void handOver() {
        if (++rowsWithContent > limits.sheetRows()) {
            throw UnreadableFile.over(FileRefusal.TOO_MANY_ROWS, limits.sheetRows())
                    .atRow(row);
        }
        List<Cell> handed = Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(cells, end)));
        boolean more;
        try {
            more = handler.row(new Row(row, handed, formulas));
        } catch (RuntimeException e) {
            throw new ReadingStopped(e);
        }
        if (!more) {
            throw new ReadingStopped(null);
        }
    }

    /** The row that is being read, or was read last. */
    int reached() {
        return Math.max(1, row);
    }

    UnreadableFile located(UnreadableFile e) {
        return e.atRow(reached()).atColumn(column);
    }
}
