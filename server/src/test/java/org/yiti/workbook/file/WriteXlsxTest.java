package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Mark;
import org.yiti.workbook.file.TableWriter.Table;

class WriteXlsxTest {

    @TempDir
    Path folder;

    private Path write(Consumer<TableWriter> content) {
        Path file = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableWriter writer = TableWriter.xlsx(out);
            content.accept(writer);
            writer.finish();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    /** Apache POI is the judge: it shares no code with what wrote the file. */
    private void judge(Consumer<TableWriter> content, Consumer<XSSFWorkbook> judge) {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(write(content)))) {
            judge.accept(workbook);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Table table(Column... columns) {
        return new Table("人员", List.of(columns));
    }

    @Test
    void dates_are_dates_decimals_numbers_and_long_digits_texts() {
        judge(
                out -> {
                    out.table(table(
                            Column.of("身份证号", Format.TEXT, 20),
                            Column.of("面积", Format.GENERAL, 10),
                            Column.of("日期", Format.DATE, 12),
                            Column.of("时间", Format.TIME, 20)));
                    LocalDateTime time = LocalDateTime.of(2026, 3, 1, 8, 30);
                    out.row(List.of(
                            Cell.text("11010519491231002X"),
                            new Cell.Number(new BigDecimal("12.35")),
                            new Cell.DateTime(time.toLocalDate().atStartOfDay()),
                            new Cell.DateTime(time)));
                    out.row(List.of(
                            Cell.text("110105194912310021"), new Cell.Number(new BigDecimal("12345678901234567"))));
                },
                workbook -> {
                    var row = workbook.getSheet("人员").getRow(1);
                    assertThat(row.getCell(0).getStringCellValue()).isEqualTo("11010519491231002X");
                    assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(12.35);
                    assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
                    assertThat(row.getCell(2).getLocalDateTimeCellValue())
                            .isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
                    assertThat(row.getCell(3).getLocalDateTimeCellValue())
                            .isEqualTo(LocalDateTime.of(2026, 3, 1, 8, 30));
                    var digits = workbook.getSheet("人员").getRow(2);
                    assertThat(digits.getCell(0).getCellType()).isEqualTo(CellType.STRING);
                    assertThat(digits.getCell(0).getCellStyle().getDataFormatString())
                            .isEqualTo("@");
                    assertThat(digits.getCell(1).getStringCellValue()).isEqualTo("12345678901234567");
                });
    }

    @Test
    void the_header_is_bold_filled_frozen_filtered_and_noted() {
        judge(
                out -> {
                    out.table(table(
                            new Column("编号", Format.TEXT, 16, true, List.of(), "楼栋内唯一"),
                            Column.of("名称", Format.TEXT, 30)));
                    out.row(List.of(Cell.text("1")));
                },
                workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    var header = sheet.getRow(0).getCell(0);
                    assertThat(header.getCellStyle().getFont().getBold()).isTrue();
                    assertThat(header.getCellStyle()
                                    .getFillForegroundColorColor()
                                    .getARGBHex())
                            .isEqualTo("FFFCE4C8");
                    assertThat(header.getCellComment().getString().getString()).isEqualTo("楼栋内唯一");
                    assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                            .isEqualTo(1);
                    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B2");
                    assertThat(sheet.getColumnWidth(1) / 256).isEqualTo(30);
                    assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
                });
    }

    @Test
    void a_list_of_any_length_is_offered_from_a_hidden_sheet() {
        List<String> many =
                IntStream.range(0, 500).mapToObj(i -> "第" + i + "处, \"甲\" & 乙").toList();
        List<String> few = List.of("在用", "闲置");
        judge(
                out -> {
                    out.table(table(
                            new Column("处室", Format.TEXT, 16, false, many, null),
                            new Column("状态", Format.TEXT, 16, false, few, null),
                            new Column("原状态", Format.TEXT, 16, false, few, null)));
                },
                workbook -> {
                    var validations = workbook.getSheet("人员").getDataValidations();
                    assertThat(validations)
                            .extracting(v -> v.getValidationConstraint().getFormula1())
                            .containsExactly("_lists!$A$1:$A$500", "_lists!$B$1:$B$2", "_lists!$B$1:$B$2");
                    assertThat(validations
                                    .get(0)
                                    .getRegions()
                                    .getCellRangeAddress(0)
                                    .formatAsString())
                            .isEqualTo("A2:A1048576");
                    assertThat(workbook.isSheetHidden(workbook.getSheetIndex("_lists")))
                            .isTrue();
                    assertThat(workbook.getSheet("_lists")
                                    .getRow(499)
                                    .getCell(0)
                                    .getStringCellValue())
                            .isEqualTo(many.get(499));
                    assertThat(workbook.getActiveSheetIndex()).isZero();
                });
    }

    @Test
    void a_marked_cell_is_red_says_what_is_wrong_and_keeps_its_value() {
        judge(
                out -> {
                    out.table(table(
                            Column.of("问题", Format.TEXT, 40),
                            Column.of("日期", Format.DATE, 12),
                            Column.of("面积", Format.MONEY, 12)));
                    out.row(
                            List.of(Cell.text("日期不存在"), Cell.text("2026-02-30"), Cell.BLANK),
                            List.of(new Mark(1, "没有这一天 <应为日期>"), new Mark(2, "必填")));
                },
                workbook -> {
                    var row = workbook.getSheetAt(0).getRow(1);
                    assertThat(row.getCell(1).getStringCellValue()).isEqualTo("2026-02-30");
                    assertThat(row.getCell(1).getCellComment().getString().getString())
                            .isEqualTo("没有这一天 <应为日期>");
                    assertThat(List.of(row.getCell(1), row.getCell(2)))
                            .allMatch(c -> c.getCellStyle().getFillForegroundColorColor() != null)
                            .extracting(c -> ((org.apache.poi.xssf.usermodel.XSSFCellStyle) c.getCellStyle())
                                    .getFillForegroundColorColor()
                                    .getARGBHex())
                            .containsExactly("FFFFC7CE", "FFFFC7CE");
                    assertThat(row.getCell(2).getCellComment().getString().getString())
                            .isEqualTo("必填");
                });
    }

    @Test
    void marks_beyond_what_excel_bears_are_red_without_a_comment() throws IOException {
        Path file = write(out -> {
            out.table(table(Column.of("a", Format.GENERAL, 9)));
            for (int i = 0; i < 20_010; i++) {
                out.row(List.of(Cell.text("x")), List.of(new Mark(0, "y")));
            }
        });
        assertThat(occurrences(file, "xl/comments1.xml", "<comment ")).isEqualTo(20_000);
        assertThat(occurrences(file, "xl/worksheets/sheet1.xml", " s=\"")).isEqualTo(20_011);
    }

    private static int occurrences(Path file, String part, String text) throws IOException {
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry(part)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return xml.split(text, -1).length - 1;
        }
    }

    @Test
    void a_value_of_another_kind_than_its_column_is_read_back_as_it_was() {
        List<Cell> odd = List.of(
                new Cell.Number(new BigDecimal("45000")),
                new Cell.DateTime(LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
                new Cell.DateTime(LocalDateTime.of(1899, 12, 31, 8, 30)),
                new Cell.Bool(true));
        Path file = write(out -> {
            out.table(table(
                    Column.of("a", Format.DATE, 9),
                    Column.of("b", Format.TEXT, 9),
                    Column.of("c", Format.MONEY, 9),
                    Column.of("d", Format.DATE, 9)));
            out.row(odd);
        });
        assertThat(Sample.read(file).get(1).cells()).isEqualTo(odd);
    }

    @Test
    void what_was_covered_calculated_or_wrong_is_written_as_what_it_showed() {
        Path file = write(out -> {
            out.table(table(Column.of("a", Format.GENERAL, 9)));
            out.row(List.of(
                    new Cell.Covered(1, 0, Cell.text("甲")),
                    new Cell.Uncalculated("A1+1"),
                    new Cell.Error("#N/A"),
                    Cell.BLANK));
        });
        assertThat(Sample.displayed(file).get(1)).containsExactly("甲", "=A1+1", "#N/A");
    }

    @Test
    void a_text_longer_than_a_cell_is_cut_visibly() {
        Path file = write(out -> {
            out.table(table(Column.of("a", Format.TEXT, 9)));
            out.row(List.of(Cell.text("字".repeat(40_000))));
        });
        String text = Sample.displayed(file).get(1).get(0);
        assertThat(text).hasSize(32_767).endsWith("字…");
    }

    @Test
    void notes_come_first_and_names_of_sheets_are_made_lawful() {
        judge(
                out -> {
                    out.notes("说明", List.of("填写说明", "红色表头必填\n第二行"));
                    out.table(
                            new Table("'车辆[2026]/甲*?:很长很长很长很长很长很长很长很长很长很长'", List.of(Column.of("a", Format.TEXT, 9))));
                    out.table(new Table("  ", List.of(Column.of("a", Format.TEXT, 9))));
                },
                workbook -> {
                    assertThat(workbook.getSheetName(0)).isEqualTo("说明");
                    assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                            .isEqualTo("红色表头必填\n第二行");
                    assertThat(workbook.getSheetName(1))
                            .startsWith("车辆-2026--甲---很长")
                            .hasSizeLessThanOrEqualTo(31);
                    assertThat(workbook.getSheetName(2)).isEqualTo("Sheet");
                });
    }

    @Test
    void a_workbook_that_was_not_finished_cannot_be_opened() throws IOException {
        Path file = folder.resolve("half.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableWriter writer = TableWriter.xlsx(out);
            writer.table(table(Column.of("a", Format.TEXT, 9)));
            for (int i = 0; i < 10_000; i++) {
                writer.row(List.of(Cell.text("x" + i)));
            }
        }
        assertThat(Sample.refusal(file).refusal()).isIn(FileRefusal.CORRUPT, FileRefusal.EMPTY);
    }
}
