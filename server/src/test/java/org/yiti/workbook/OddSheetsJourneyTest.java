package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.workbook.file.Sample;

/** What only spreadsheets have, on its way into a ledger: merged cells, formulas, the calendar of 1904. */
class OddSheetsJourneyTest extends ImportJourney {

    private static final String HEADER = row(1, text("A1", "区划代码") + text("B1", "区划名称") + text("C1", "级别"));

    @TempDir
    private Path folder;

    private static String text(String at, String value) {
        return "<c r='" + at + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    private static String row(int number, String cells) {
        return "<row r='" + number + "'>" + cells + "</row>";
    }

    private UUID upload(Sample sample) throws IOException {
        return upload(ADMINISTRATOR, "odd.xlsx", Files.readAllBytes(sample.in(folder)));
    }

    private static Sample called(String properties, Sample sample) {
        return sample.workbook(properties + "<sheets><sheet name='行政区划' sheetId='1' r:id='rId1'/></sheets>");
    }

    private static Sample merged(String rows, String range) {
        return called(
                "",
                Sample.sheet("<worksheet xmlns='" + Sample.MAIN + "'><sheetData>" + rows
                        + "</sheetData><mergeCells><mergeCell ref='" + range + "'/></mergeCells></worksheet>"));
    }

    @Test
    void aValueMergedDownwardsIsThatOfEveryRowAndSaidToBe() throws Exception {
        var id = upload(merged(
                HEADER
                        + row(2, text("A2", "970801") + text("B2", "合一市") + text("C2", "市级"))
                        + row(3, text("A3", "970802") + text("B3", "合二市") + "<c r='C3'/>"),
                "C2:C3"));

        assertThat(sheet(rested(id))).containsEntry("added", 2).containsEntry("bad", 0);
        assertThat(problems(id))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).containsEntry("row", 3).containsEntry("message", "合并单元格，按第 2 行的值计入"));
    }

    @Test
    void aValueMergedAcrossColumnsBelongsToNeither() throws Exception {
        var id = upload(merged(HEADER + row(2, text("A2", "970803") + "<c r='B2'/>" + text("C2", "市级")), "A2:B2"));

        assertThat(sheet(rested(id))).containsEntry("added", 0).containsEntry("bad", 1);
        assertThat(problems(id).toString()).contains("横向合并的单元格");
    }

    @Test
    void aFormulaCountsByItsResultAndIsRefusedWithoutOne() throws Exception {
        var id = upload(called(
                "",
                Sample.rows(HEADER
                        + row(
                                2,
                                text("A2", "970804") + "<c r='B2' t='str'><f>C2&amp;1</f><v>算出市</v></c>"
                                        + text("C2", "市级"))
                        + row(3, text("A3", "970805") + "<c r='B3'><f>X9</f></c>" + text("C3", "市级"))
                        + row(
                                4,
                                text("A4", "970806") + "<c r='B4' t='e'><f>X9</f><v>#REF!</v></c>"
                                        + text("C4", "市级")))));

        assertThat(sheet(rested(id))).containsEntry("added", 1).containsEntry("bad", 2);
        assertThat(problems(id))
                .extracting("row", "message")
                .contains(tuple(3, "公式没有保存计算结果，请在 Excel 中打开并保存"), tuple(4, "公式错误 #REF!"));
    }

    @Test
    void aDateOfTheCalendarOf1904IsTheDayThatWasMeant() throws Exception {
        var sample = called(
                "<workbookPr date1904='1'/>",
                Sample.rows(row(1, HEADER.replaceAll("</?row[^>]*>", "") + text("D1", "启用日期"))
                                + row(
                                        2,
                                        text("A2", "970807") + text("B2", "旧历市") + text("C2", "市级")
                                                + "<c r='D2' s='1'><v>44591</v></c>"))
                        .formats("yyyy-mm-dd"));

        var id = upload(sample);

        assertThat(sheet(rested(id))).containsEntry("added", 1);
        assertThat(database.sql("select * from ledger.raw_" + id.toString().replace("-", "") + "_0")
                        .query()
                        .singleRow()
                        .values())
                .anySatisfy(value -> assertThat(String.valueOf(value)).isEqualTo("2026-01-31"));
    }
}
