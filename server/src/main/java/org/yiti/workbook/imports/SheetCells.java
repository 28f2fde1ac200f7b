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

    private final List<@Nullable Integer> standIns;
    private final Measures measures;
    private final List<Integer> keys;
    private final int width;

    /** @param delimited whether a cell too many means that a sign parted what belongs together */
    SheetCells(StageWriter writer, SheetMatch match, boolean delimited) {
        this.width = delimited ? match.width() : Integer.MAX_VALUE;
        var columns = match.columns();
        this.writer = writer;
        this.keys = columns.entrySet().stream()
                .filter(entry -> match.ledger().key().contains(entry.getValue().name()))
                .filter(entry -> entry.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        this.columns = List.copyOf(columns.values());
        this.places = List.copyOf(columns.keySet());
        this.standIns = new ArrayList<>();
        places.forEach(place -> standIns.add(match.meanings().standIns().get(place)));
        this.measures = new Measures(match);
    }

    /** What was made of the units that the headers give. */
    void header(SheetMatch match) {
        match.columns()
                .forEach((place, column) -> measures.told(place, column)
                        .ifPresent(unit -> writer.problem(
                                match.headerRow(),
                                column.name(),
                                unit,
                                false,
                                "单位写明是“" + unit + "”，已换算为" + (column.unit() == null ? "各能源种类的单位" : column.unit()),
                                "is in " + unit + " and was converted",
                                null,
                                null)));
    }

    /** A row whose recognised columns are all empty is a remark under the table, not a row of it. */
    boolean has(Row row) {
        return places.stream().anyMatch(place -> !row.cell(place).display().isBlank());
    }

    void row(Row row) {
        if (Remarks.isOne(row, keys)) {
            writer.problem(
                    row.number(),
                    null,
                    null,
                    false,
                    "合计或备注行，不导入",
                    "is a total or a remark and was passed over",
                    null,
                    null);
            return;
        }
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var value = measures.in(row, place, columns.get(i), value(row, place, columns.get(i)));
            var standIn = standIns.get(i);
            values.add(value == null && standIn != null ? value(row, standIn, columns.get(i)) : value);
        }
        if (row.cells().size() > width) {
            writer.problem(
                    row.number(),
                    null,
                    row.cell(width).display(),
                    true,
                    "有 " + row.cells().size() + " 格，表头只有 " + width + " 格；含分隔符的内容要加引号",
                    "has " + row.cells().size() + " cells and the header " + width
                            + "; put what contains the separator in quotes",
                    null,
                    null);
        }
        writer.row(row.number(), values);
    }

    private @Nullable Object value(Row row, int place, Column column) {
        var cell = row.cell(place);
        if (cell instanceof Cell.Covered covered) {
            if (covered.column() != place) {
                return org.yiti.ledger.checking.Cell.unreadable(
                        covered.anchor().display(),
                        "横向合并的单元格，无法判断属于哪一列",
                        "is merged across columns; which one it belongs to cannot be told");
            }
            if (covered.anchor() instanceof Cell.Blank) {
                return null;
            }
            writer.problem(
                    row.number(),
                    column.name(),
                    covered.anchor().display(),
                    false,
                    "合并单元格，按第 " + covered.row() + " 行的值计入",
                    "is merged; the value of row " + covered.row() + " is taken",
                    null,
                    null);
            cell = covered.anchor();
        }
        if (cell instanceof Cell.Error error) {
            return org.yiti.ledger.checking.Cell.unreadable(
                    error.code(), "公式错误 " + error.code(), "formula error " + error.code());
        }
        if (cell instanceof Cell.Uncalculated) {
            return org.yiti.ledger.checking.Cell.unreadable(
                    cell.display(),
                    "公式没有保存计算结果，请在 Excel 中打开并保存",
                    "a formula saved without its result; open and save it in Excel");
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
