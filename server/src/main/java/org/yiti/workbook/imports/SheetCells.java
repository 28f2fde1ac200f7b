package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.ledger.checking.StageWriter;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.Row;

/** Hands the cells of a sheet to a stage, and answers for what only files have: merges, errors, formulas. */
final class SheetCells {

    private final StageWriter writer;
    private final List<Column> columns;
    private final List<Integer> places;

    SheetCells(StageWriter writer, Map<Integer, Column> columns) {
        this.writer = writer;
        this.columns = List.copyOf(columns.values());
        this.places = List.copyOf(columns.keySet());
    }

    void row(Row row) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var i = 0; i < places.size(); i++) {
            values.add(value(row, places.get(i), columns.get(i)));
        }
        writer.row(row.number(), values);
    }

    private @Nullable Object value(Row row, int place, Column column) {
        var cell = row.cell(place);
        if (cell instanceof Cell.Covered covered) {
            if (covered.column() != place) {
                return org.yiti.ledger.checking.Cell.unreadable(
                        "横向合并的单元格,无法判断属于哪一列", "is merged across columns; which one it belongs to cannot be told");
            }
            writer.problem(
                    row.number(),
                    column.name(),
                    covered.anchor().display(),
                    false,
                    "合并单元格,按第 " + covered.row() + " 行的值计入",
                    "is merged; the value of row " + covered.row() + " is taken",
                    null,
                    null);
            cell = covered.anchor();
        }
        if (cell instanceof Cell.Error error) {
            return org.yiti.ledger.checking.Cell.unreadable("公式错误 " + error.code(), "formula error " + error.code());
        }
        if (cell instanceof Cell.Uncalculated) {
            return org.yiti.ledger.checking.Cell.unreadable(
                    "公式没有保存计算结果,请在 Excel 中打开并保存", "a formula saved without its result; open and save it in Excel");
        }
        return plain(cell);
    }

    private static @Nullable Object plain(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Number number) {
            return number.value();
        }
        if (cell instanceof Cell.Bool bool) {
            return bool.value();
        }
        return cell instanceof Cell.DateTime time ? time.value() : null;
    }
}
