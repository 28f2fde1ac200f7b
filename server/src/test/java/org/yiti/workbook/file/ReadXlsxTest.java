package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadXlsxTest {

    @TempDir
    Path folder;

    private List<Cell> cells(String xml) {
        return Sample.firstRow(Sample.rows("<row r='1'>" + xml + "</row>").in(folder));
    }

    private static Cell.Number number(String value) {
        return new Cell.Number(new BigDecimal(value));
    }

    @Test
    void a_decimal_stays_what_was_typed() {
        assertThat(cells("<c><v>0.1</v></c><c><v>1.1000000000000001</v></c><c><v>0.30000000000000004</v></c>"
                        + "<c><v>1E-3</v></c><c><v>1.2E+20</v></c><c><v>-0</v></c><c><v>120.50</v></c>"))
                .containsExactly(
                        number("0.1"),
                        number("1.1"),
                        number("0.3"),
                        number("0.001"),
                        number("120000000000000000000"),
                        number("0"),
                        number("120.5"));
    }

    @Test
    void what_is_no_number_in_a_number_cell_is_a_text() {
        assertThat(cells("<c><v>1,5</v></c><c><v>NaN</v></c><c><v>1E999</v></c>"))
                .containsExactly(Cell.text("1,5"), Cell.text("NaN"), Cell.text("1E999"));
    }

    @Test
    void a_number_stored_as_text_is_a_text() {
        assertThat(cells("<c t='inlineStr'><is><t>00123</t></is></c><c t='str'><v>42</v></c>"))
                .containsExactly(Cell.text("00123"), Cell.text("42"));
    }

    @Test
    void booleans_and_errors_are_told_apart_from_texts() {
        assertThat(cells("<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#DIV/0!</v></c>"))
                .containsExactly(new Cell.Bool(true), new Cell.Bool(false), new Cell.Error("#DIV/0!"));
    }

    @Test
    void a_formula_gives_its_saved_value_and_is_marked() {
        Path file = Sample.rows("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><f>A1+1</f><v>2</v></c>"
                        + "<c r='C1' t='str'><f>cmd|' /c calc'!A0</f><v>x</v></c></row>")
                .in(folder);
        Row row = Sample.read(file).get(0);
        assertThat(row.cells()).containsExactly(number("1"), number("2"), Cell.text("x"));
        assertThat(row.formulas()).containsExactly(1, 2);
        assertThat(row.formula(1)).isTrue();
        assertThat(row.formula(0)).isFalse();
    }

    @Test
    void a_formula_saved_without_its_value_is_located() {
        assertThat(cells("<c r='B1'><f>SUM(A2:A9)</f></c>"))
                .containsExactly(Cell.BLANK, new Cell.Uncalculated("SUM(A2:A9)"));
    }

    @Test
    void rich_text_is_joined_and_the_phonetic_guide_dropped() {
        String rich = "<r><t>机关</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 事务 </t></r>"
                + "<rPh sb='0' eb='2'><t>きかん</t></rPh><phoneticPr fontId='1'/>";
        Path file = Sample.rows("<row r='1'><c t='s'><v>0</v></c><c t='inlineStr'><is>" + rich + "</is></c></row>")
                .strings("<si>" + rich + "</si>")
                .in(folder);
        assertThat(Sample.firstRow(file)).containsExactly(Cell.text("机关 事务 "), Cell.text("机关 事务 "));
    }

    @Test
    void escaped_characters_are_decoded_and_an_escaped_escape_is_not() {
        assertThat(cells("<c t='inlineStr'><is><t>a_x000D_b_x005F_x000D_c_x00_x0041_</t></is></c>"))
                .containsExactly(Cell.text("a\rb_x000D_c_x00A"));
    }

    @Test
    void what_a_database_cannot_store_is_kept_and_says_so() {
        List<Cell> cells = cells("<c t='inlineStr'><is><t>_x0000_</t></is></c>"
                + "<c t='inlineStr'><is><t>_xD83D_</t></is></c><c t='inlineStr'><is><t>_xD83D__xDE97_</t></is></c>");
        assertThat(cells).containsExactly(Cell.text("\0"), Cell.text("\uD83D"), Cell.text("🚗"));
        assertThat(cells).extracting(c -> ((Cell.Text) c).storable()).containsExactly(false, false, true);
    }

    @Test
    void blank_and_formatted_rows_and_cells_do_not_count() {
        StringBuilder rows = new StringBuilder("<row r='1'><c r='A1'><v>1</v></c><c r='ZZ1' s='1'/></row>");
        for (int r = 2; r < 20_000; r++) {
            rows.append("<row r='")
                    .append(r)
                    .append("' ht='20' customHeight='1'><c r='A")
                    .append(r)
                    .append("' s='1'/></row>");
        }
        rows.append("<row r='20000'><c r='C20000'><v>2</v></c></row>");
        List<Row> read =
                Sample.read(Sample.rows(rows.toString()).in(folder), new Limits(1 << 20, 1 << 30, 100, 10, 2, 2));
        assertThat(read).extracting(Row::number).containsExactly(1, 20_000);
        assertThat(read.get(1).cells()).containsExactly(Cell.BLANK, Cell.BLANK, number("2"));
        assertThat(read.get(1).cell(700)).isEqualTo(Cell.BLANK);
    }

    @Test
    void rows_and_cells_without_references_follow_the_one_before() {
        Path file = Sample.rows(
                        "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row>"
                                + "<row><c><v>5</v></c></row>")
                .in(folder);
        List<Row> rows = Sample.read(file);
        assertThat(rows).extracting(Row::number).containsExactly(1, 5, 6);
        assertThat(rows.get(1).cells()).containsExactly(Cell.BLANK, Cell.BLANK, number("3"), number("4"));
    }

    @Test
    void the_dimension_a_file_claims_is_not_believed() {
        Path file = Sample.sheet("<worksheet xmlns='" + Sample.MAIN + "'><dimension ref='A1'/><sheetData>"
                        + "<row r='3'><c r='E3'><v>7</v></c></row></sheetData></worksheet>")
                .in(folder);
        assertThat(Sample.read(file).get(0).cells()).hasSize(5);
    }

    @Test
    void strict_workbooks_and_prefixed_names_are_read_alike() {
        String strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        Path file = Sample.sheet("<x:worksheet xmlns:x='" + strict + "'><x:sheetData><x:row r='1'><x:c r='A1' t='d'>"
                        + "<x:v>2026-03-01</x:v></x:c><x:c r='B1' t='inlineStr'><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>"
                        + "</x:worksheet>")
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                + "officeDocument' Target='/xl/workbook.xml'/></Relationships>")
                .in(folder);
        assertThat(Sample.displayed(file)).containsExactly(List.of("2026-03-01", "甲"));
    }

    @Test
    void a_sheet_written_in_utf_16_is_read_with_its_merged_ranges() {
        String xml = "<worksheet xmlns='" + Sample.MAIN
                + "'><sheetData><row r='1'><c t='inlineStr'><is><t>甲</t></is></c></row>"
                + "</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>";
        Path file = Sample.rows("")
                .part("xl/worksheets/sheet1.xml", ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE))
                .in(folder);
        assertThat(Sample.firstRow(file)).containsExactly(Cell.text("甲"), new Cell.Covered(1, 0, Cell.text("甲")));
    }

    @Test
    void sheets_are_listed_in_order_with_the_hidden_ones_marked_and_charts_left_out() {
        Path file = Sample.rows("")
                .workbook("<sheets><sheet name='乙&amp;丙' r:id='rId1'/><sheet name='甲' state='veryHidden' r:id='rId4'/>"
                        + "<sheet name='图' r:id='rId5'/></sheets>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships>" + Sample.relationship("rId1", "worksheet", "worksheets\\Sheet1.xml")
                                + Sample.relationship("rId4", "worksheet", "/xl/worksheets/sheet1.xml")
                                + Sample.relationship("rId5", "chartsheet", "chart.xml") + "</Relationships>")
                .in(folder);
        try (WorkbookFile workbook = WorkbookFile.open(file, "x.xlsx", Limits.DEFAULT)) {
            assertThat(workbook.sheets())
                    .containsExactly(new WorkbookFile.Sheet("乙&丙", false), new WorkbookFile.Sheet("甲", true));
        }
    }

    @Test
    void reading_stops_when_the_handler_has_enough_and_can_begin_again() {
        Path file = Sample.rows("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")
                .in(folder);
        try (WorkbookFile workbook = WorkbookFile.open(file, "x.xlsx", Limits.DEFAULT)) {
            List<Row> first = new ArrayList<>();
            workbook.read("房间", row -> !first.add(row));
            assertThat(first).hasSize(1);
            List<Row> all = new ArrayList<>();
            workbook.read("房间", all::add);
            assertThat(all).hasSize(2);
            assertThat(workbook.progress()).isEqualTo(1);
        }
    }

    @Test
    void what_the_handler_throws_comes_out_unchanged() {
        Path file = Sample.rows("<row><c><v>1</v></c></row>").in(folder);
        RuntimeException own = new IllegalStateException("mine");
        try (WorkbookFile workbook = WorkbookFile.open(file, "x.xlsx", Limits.DEFAULT)) {
            assertThatThrownBy(() -> workbook.read("房间", row -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }
    }

    @Test
    void macros_external_links_and_pictures_in_a_workbook_are_ignored() {
        Path file = Sample.rows("<row><c><v>1</v></c></row>")
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3})
                .part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><ddeLink ddeService='cmd' ddeTopic='calc'/></externalLink>")
                .part("../../evil.txt", "x")
                .in(folder, "macro.xlsm");
        assertThat(Sample.displayed(file)).containsExactly(List.of("1"));
        assertThat(folder.getParent().getParent().resolve("evil.txt")).doesNotExist();
    }
}
