package org.yiti.document.layout;

import java.util.List;
import java.util.stream.IntStream;
import org.yiti.document.Block;
import org.yiti.document.Drawing;
import org.yiti.document.Printing;

/** A table on pages: its head on each of them, a row never parted unless it is longer than a page. */
final class Grid {

    private static final double PADDING = 1.4;
    private static final double LEADING = 1.35;
    private static final double THIN = 0.15;
    private static final int SHADE = 0xF0F0F0;
    private static final int MOST_OF_HEAD = 12;
    private static final int MANY = 7;
    private static final int VERY_MANY = 11;

    private final Sheets sheets;
    private final double size;
    private final double[] widths;
    private final boolean isOfFacts;
    private final boolean[] numbers;
    private final List<Cell> head;

    private Grid(Sheets sheets, double size, double[] widths, List<String> head, List<List<String>> rows) {
        this.sheets = sheets;
        this.size = size;
        this.widths = widths;
        this.isOfFacts = head.isEmpty();
        this.numbers = new boolean[widths.length];
        for (var column = 0; column < widths.length; column++) {
            numbers[column] = !isOfFacts && Columns.isOfNumbers(rows, column);
        }
        this.head = head.isEmpty()
                ? List.of()
                : broken(head, true).stream()
                        .map(cell -> cell.part(0, MOST_OF_HEAD))
                        .toList();
    }

    static void table(Sheets sheets, Block.Table table) {
        var columns = table.head().size();
        var size = columns >= VERY_MANY ? 7.5 : columns >= MANY ? 9 : 10.5;
        var rows = table.rows()
                .subList(0, Math.min(Printing.MOST_ROWS, table.rows().size()));
        var grid = new Grid(sheets, size, Columns.widths(table.head(), rows, size, PADDING), table.head(), rows);
        sheets.gap(1);
        sheets.need(grid.height(grid.head) + grid.line() + 2 * PADDING);
        grid.row(grid.head, true);
        rows.forEach(row -> grid.whole(grid.broken(row, false)));
        sheets.gap(1.5);
        if (table.rows().size() > rows.size()) {
            cut(sheets, "本表共 " + table.rows().size() + " 行，此处列出前 " + rows.size() + " 行，其余见包内 " + table.complete());
        }
        sheets.gap(1.5);
    }

    static void facts(Sheets sheets, Block.Facts facts) {
        var size = 10.5;
        var names = 34.0;
        var grid = new Grid(sheets, size, new double[] {names, Sheets.WIDTH - names}, List.of(), List.of());
        facts.facts().forEach(fact -> grid.whole(grid.broken(List.of(fact.name(), fact.value()), false)));
        sheets.gap(2.5);
    }

    private static void cut(Sheets sheets, String words) {
        for (var line : Lines.of(words, Face.TABLE, 9, Sheets.WIDTH, 0)) {
            sheets.need(5);
            sheets.text(Sheets.LEFT, Flow.baseline(9, LEADING), Face.TABLE, 9, line, Sheets.GREY);
            sheets.down(9 * LEADING * Letters.POINT);
        }
    }

    /** The rest of a cell is set as its beginning is. */
    private record Cell(List<String> lines, double size) {

        Cell part(int from, int to) {
            return new Cell(lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())), size);
        }
    }

    private List<Cell> broken(List<String> cells, boolean shaded) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var cell = column < cells.size() ? cells.get(column) : "";
                    var set = Columns.sized(cell, size);
                    return new Cell(Lines.of(cell, face(column, shaded), set, widths[column] - 2 * PADDING, 0), set);
                })
                .toList();
    }

    /** What names something is set as headings are: the first row, or the first column of facts. */
    private Face face(int column, boolean shaded) {
        return shaded || isOfFacts && column == 0 ? Face.HEADING : Face.TABLE;
    }

    private double line() {
        return size * LEADING * Letters.POINT;
    }

    private double height(List<Cell> cells) {
        return cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0) * line() + 2 * PADDING;
    }

    private void whole(List<Cell> cells) {
        var rest = cells;
        while (height(rest) > sheets.room()) {
            var fitting = height(cells) > Sheets.wholePage() - height(head) ? lines() : 0;
            if (fitting > 0) {
                var most = fitting;
                row(rest.stream().map(cell -> cell.part(0, most)).toList(), false);
                rest = rest.stream()
                        .map(cell -> cell.part(most, cell.lines().size()))
                        .toList();
            }
            sheets.turn();
            if (!head.isEmpty()) {
                row(head, true);
            }
        }
        row(rest, false);
    }

    private int lines() {
        return (int) Math.floor((sheets.room() - 2 * PADDING) / line());
    }

    private void row(List<Cell> cells, boolean shaded) {
        var height = height(cells);
        var x = Sheets.LEFT;
        for (var column = 0; column < widths.length; column++) {
            var face = face(column, shaded);
            if (face == Face.HEADING) {
                sheets.add(new Mark.Area(x, sheets.y(), widths[column], height, SHADE));
            }
            var down = PADDING + Flow.baseline(size, LEADING);
            var set = cells.get(column).size();
            for (var line : cells.get(column).lines()) {
                var right = numbers[column] ? widths[column] - 2 * PADDING - Letters.width(line, face, set) : 0;
                sheets.text(x + PADDING + Math.max(0, right), down, face, set, line, Sheets.BLACK);
                down += line();
            }
            x += widths[column];
        }
        lines(height);
        sheets.down(height);
    }

    private void lines(double height) {
        var top = sheets.y();
        var bottom = top + height;
        sheets.add(stroke(Sheets.LEFT, top, Sheets.RIGHT, top));
        sheets.add(stroke(Sheets.LEFT, bottom, Sheets.RIGHT, bottom));
        var x = Sheets.LEFT;
        sheets.add(stroke(x, top, x, bottom));
        for (var width : widths) {
            x += width;
            sheets.add(stroke(x, top, x, bottom));
        }
    }

    private static Mark stroke(double fromX, double fromY, double toX, double toY) {
        return new Mark.Path(List.of(new Drawing.Point(fromX, fromY), new Drawing.Point(toX, toY)), THIN, Sheets.LINE);
    }
}
