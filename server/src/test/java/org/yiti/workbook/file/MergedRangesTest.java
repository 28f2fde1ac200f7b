package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedRangesTest {

    @TempDir
    Path folder;

    private static String text(String ref, String value) {
        return "<c r='" + ref + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    private List<Row> read(String rows, String... ranges) {
        StringBuilder merged = new StringBuilder();
        for (String range : ranges) {
            merged.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        return Sample.read(Sample.sheet("<worksheet xmlns='" + Sample.MAIN + "'><sheetData>" + rows
                        + "</sheetData><mergeCells count='1'>" + merged + "</mergeCells></worksheet>")
                .in(folder));
    }

    @Test
    void a_covered_cell_says_where_its_value_is_and_what() {
        List<Row> rows = read(
                "<row r='1'>" + text("A1", "标题") + text("D1", "右") + "</row><row r='2'>" + text("A2", "一处")
                        + text("B2", "甲") + "</row>" + "<row r='3'>" + text("A3", "hidden beneath") + text("B3", "乙")
                        + "</row><row r='4'>" + text("B4", "丙") + "</row>",
                "A1:C1",
                "A2:A3");
        Cell title = new Cell.Covered(1, 0, Cell.text("标题"));
        assertThat(rows.get(0).cells()).containsExactly(Cell.text("标题"), title, title, Cell.text("右"));
        assertThat(rows.get(1).cells()).containsExactly(Cell.text("一处"), Cell.text("甲"));
        assertThat(rows.get(2).cells()).containsExactly(new Cell.Covered(2, 0, Cell.text("一处")), Cell.text("乙"));
        assertThat(rows.get(3).cells()).containsExactly(Cell.BLANK, Cell.text("丙"));
    }

    @Test
    void a_row_with_nothing_but_covered_cells_is_blank() {
        List<Row> rows = read(
                "<row r='1'>" + text("A1", "大") + "</row><row r='2'><c r='A2'/></row><row r='4'>" + text("B4", "x")
                        + "</row>",
                "A1:B3");
        assertThat(rows).extracting(Row::number).containsExactly(1, 4);
    }

    @Test
    void a_range_whose_first_row_is_not_in_the_file_covers_with_a_blank() {
        List<Row> rows = read("<row r='3'>" + text("B3", "x") + "</row>", "A1:A5");
        assertThat(rows.get(0).cells()).containsExactly(new Cell.Covered(1, 0, Cell.BLANK), Cell.text("x"));
    }

    @Test
    void a_title_merged_over_all_columns_of_excel_does_not_make_the_row_too_wide() {
        assertThat(read("<row r='1'>" + text("A1", "标题") + "</row>", "A1:XFD1")
                        .get(0)
                        .cells())
                .hasSize(1_000);
    }

    @Test
    void ranges_that_make_no_sense_are_left_aside() {
        List<Row> rows = read(
                "<row r='1'>" + text("A1", "x") + "</row>",
                "A1",
                "A1:A1",
                "C3:A1",
                "ZZZZ1:ZZZZ2",
                "A0:B0",
                "",
                "A1:B99999999");
        assertThat(rows.get(0).cells()).containsExactly(Cell.text("x"));
    }

    @Test
    void ranges_are_found_wherever_they_fall_in_a_large_sheet() {
        StringBuilder rows = new StringBuilder();
        String[] ranges = new String[20_000];
        for (int r = 1; r <= ranges.length; r++) {
            rows.append("<row r='")
                    .append(r)
                    .append("'>")
                    .append(text("A" + r, "v" + r))
                    .append("</row>");
            ranges[r - 1] = "A" + r + ":B" + r;
        }
        assertThat(read(rows.toString(), ranges))
                .hasSize(ranges.length)
                .allMatch(row -> row.cell(1).equals(new Cell.Covered(row.number(), 0, row.cell(0))));
    }

    @Test
    void more_than_a_million_ranges_are_refused() {
        var ranges = new StringBuilder(40 << 20);
        for (var n = 1; n <= 1_000_001; n++) {
            ranges.append("<mergeCell ref='A").append(n).append(":B").append(n).append("'/>");
        }
        var sheet = Sample.sheet("<worksheet xmlns='" + Sample.MAIN
                + "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>" + ranges
                + "</mergeCells></worksheet>");
        assertThat(Sample.refusal(sheet.in(folder)).refusal()).isEqualTo(FileRefusal.TOO_MANY_MERGED_RANGES);
    }
}
