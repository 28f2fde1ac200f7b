package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Table;

class WriteCsvTest {

    private static final Table TABLE = new Table("x", List.of(Column.of("名称", Format.TEXT, 9)));

    private static String written(Cell... cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableWriter.csv(out);
        writer.notes("说明", List.of("不在此处"));
        writer.table(TABLE);
        writer.row(List.of(cells));
        writer.finish();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF名称\r\n").endsWith("\r\n");
        return text.substring("\uFEFF名称\r\n".length(), text.length() - 2);
    }

    @Test
    void values_are_written_plainly() {
        assertThat(written(
                        new Cell.Number(new BigDecimal("-1234.50")),
                        new Cell.DateTime(LocalDateTime.of(2026, 3, 1, 0, 0)),
                        new Cell.DateTime(LocalDateTime.of(2026, 3, 1, 8, 30)),
                        new Cell.Bool(true),
                        Cell.BLANK,
                        Cell.text("甲,乙\n\"丙\"")))
                .isEqualTo("-1234.5,2026-03-01,2026-03-01 08:30:00,TRUE,,\"甲,乙\n\"\"丙\"\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800000000", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "＝1"})
    void a_text_excel_would_run_is_led_by_an_apostrophe(String text) {
        assertThat(written(Cell.text(text)).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void digits_excel_would_shorten_are_kept_by_its_own_idiom() {
        assertThat(written(
                        Cell.text("110105194912310021"), Cell.text("00123"), Cell.text("0"), Cell.text("13800000000")))
                .isEqualTo("\"=\"\"110105194912310021\"\"\",\"=\"\"00123\"\"\",0,13800000000");
    }

    @Test
    void a_second_table_is_refused() {
        TableWriter writer = TableWriter.csv(new ByteArrayOutputStream());
        writer.table(TABLE);
        assertThatThrownBy(() -> writer.table(TABLE)).isInstanceOf(IllegalStateException.class);
    }
}
