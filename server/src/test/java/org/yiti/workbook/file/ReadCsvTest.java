package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCsvTest {

    private static final Limits SMALL = new Limits(10_000, 1 << 20, 5, 3, 2, 2);

    @TempDir
    Path folder;

    private List<List<String>> read(String text) {
        return Sample.displayed(Sample.text(folder, text));
    }

    private UnreadableFile refusal(String text) {
        return Sample.refusal(Sample.text(folder, text), SMALL);
    }

    @Test
    void its_one_sheet_is_named_after_the_file() {
        Path file = Sample.text(folder, "a,b\n");
        try (WorkbookFile csv = WorkbookFile.open(file, "C:\\台账\\2026.车辆.csv", Limits.DEFAULT)) {
            assertThat(csv.sheets()).containsExactly(new WorkbookFile.Sheet("2026.车辆", false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found(String delimiter) {
        assertThat(read("车牌~型号~价\n\"粤A1,2;3|4\t5\"~轿车~1\n粤B~客车~7\n".replace("~", delimiter)))
                .containsExactly(
                        List.of("车牌", "型号", "价"), List.of("粤A1,2;3|4\t5", "轿车", "1"), List.of("粤B", "客车", "7"));
    }

    @Test
    void decimal_commas_do_not_hide_the_semicolon() {
        assertThat(read("a;b;c\n1,5;2,5;3\n4,5;5,5;6\n").get(1)).containsExactly("1,5", "2,5", "3");
    }

    @Test
    void a_separator_line_is_obeyed_and_not_counted() {
        Path file = Sample.text(folder, "\uFEFFsep=|\r\na|b,c\r\n");
        assertThat(Sample.read(file).get(0).number()).isEqualTo(1);
        assertThat(Sample.displayed(file)).containsExactly(List.of("a", "b,c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_ends_a_row_with_or_without_one_at_the_end(String end) {
        List<List<String>> expected = List.of(List.of("a", "b"), List.of("", "d"), List.of("e"));
        assertThat(read(String.join(end, "a,b", ",d", "e,"))).isEqualTo(expected);
        assertThat(read(String.join(end, "a,b", ",d", "e", ""))).isEqualTo(expected);
    }

    @Test
    void quotes_keep_delimiters_line_ends_and_quotes() {
        assertThat(read("\"a,\"\"b\"\"\r\nc\",\"\"\n\"d\"e\",5\" pipe,\" f \"\n"))
                .containsExactly(List.of("a,\"b\"\r\nc"), List.of("de\"", "5\" pipe", " f "));
    }

    @Test
    void blank_lines_are_numbered_but_not_reported() {
        List<Row> rows = Sample.read(Sample.text(folder, "a,b\n\n,,,\n\"x\ny\",z\nlast\n"));
        assertThat(rows).extracting(Row::number).containsExactly(1, 4, 5);
    }

    @Test
    void what_excel_writes_to_keep_digits_is_undone() {
        assertThat(read("=\"00123\",\"=\"\"440106\"\"\",=A1,=\"a\"&\"b\"\n"))
                .containsExactly(List.of("00123", "440106", "=A1", "=\"a\"&\"b\""));
    }

    @Test
    void what_our_writer_does_against_formulas_is_undone() {
        assertThat(read("'=1+1,'-5,''=x,'plain,'\n")).containsExactly(List.of("=1+1", "-5", "'=x", "'plain", "'"));
    }

    @Test
    void control_characters_are_kept() {
        assertThat(read("\uFEFFa\u0000b,\u0007\n")).containsExactly(List.of("a\0b", "\u0007"));
    }

    @Test
    void one_column_is_one_column() {
        assertThat(read("名称\n甲\n乙\n")).containsExactly(List.of("名称"), List.of("甲"), List.of("乙"));
    }

    @Test
    void a_quote_never_closed_is_located_where_it_was_opened() {
        UnreadableFile refusal = refusal("a\nb,\"c\nd\n");
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.UNCLOSED_QUOTE);
        assertThat(refusal.facts()).isEqualTo(new UnreadableFile.Facts("车辆", 2, 2, null));
    }

    @Test
    void more_rows_than_allowed_are_located() {
        assertThat(refusal("a\nb\n\nc\n").facts()).isEqualTo(new UnreadableFile.Facts("车辆", 4, null, 2L));
    }

    @Test
    void trailing_delimiters_do_not_make_a_row_too_wide() {
        assertThat(Sample.read(Sample.text(folder, "1,2,3,,,,\n"), SMALL).get(0).cells())
                .hasSize(3);
        UnreadableFile wide = refusal("1,2,3,,5\n");
        assertThat(wide.refusal()).isEqualTo(FileRefusal.TOO_WIDE);
        assertThat(wide.facts()).isEqualTo(new UnreadableFile.Facts("车辆", 1, 5, 3L));
    }

    @Test
    void a_cell_too_long_is_located() {
        UnreadableFile refusal = refusal("a\nb,123456\n");
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.TOO_LONG_CELL);
        assertThat(refusal.facts()).isEqualTo(new UnreadableFile.Facts("车辆", 2, 2, 5L));
    }

    @Test
    void one_endless_line_is_bounded() {
        Path commas = Sample.text(folder, ",".repeat(5_000_000) + "\n");
        assertThat(Sample.read(commas)).isEmpty();
        Path letters = Sample.text(folder, "a".repeat(5_000_000));
        assertThat(Sample.refusal(letters).refusal()).isEqualTo(FileRefusal.TOO_LONG_CELL);
    }

    @Test
    void reading_stops_when_the_handler_has_enough() {
        Path file = Sample.text(folder, "a\nb\nc\n");
        try (WorkbookFile csv = WorkbookFile.open(file, "x.csv", Limits.DEFAULT)) {
            List<Row> rows = new ArrayList<>();
            csv.read("x", row -> !rows.add(row));
            assertThat(rows).hasSize(1);
        }
    }
}
