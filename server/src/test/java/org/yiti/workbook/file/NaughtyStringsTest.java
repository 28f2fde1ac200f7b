package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.ReferenceData;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Table;

/** The big list of naughty strings and the odd workbooks of other projects. */
class NaughtyStringsTest {

    @TempDir
    Path folder;

    private List<String> written(Function<OutputStream, TableWriter> format, List<String> texts) throws IOException {
        Path file = folder.resolve("naughty");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableWriter writer = format.apply(out);
            writer.table(new Table("x", List.of(Column.of("n", Format.GENERAL, 9), Column.of("text", Format.TEXT, 9))));
            for (int i = 0; i < texts.size(); i++) {
                writer.row(List.of(Cell.text("r" + i), Cell.text(texts.get(i))));
            }
            writer.finish();
        }
        return Sample.read(file).stream()
                .skip(1)
                .map(row -> row.cell(1).display())
                .toList();
    }

    @Test
    void every_naughty_string_survives_a_workbook_and_a_text_file() throws IOException {
        List<String> naughty =
                Files.readAllLines(ReferenceData.folder("robustness/blns").resolve("blns.txt"));
        assertThat(naughty).hasSizeGreaterThan(500);
        assertThat(written(TableWriter::xlsx, naughty)).isEqualTo(naughty);
        assertThat(written(TableWriter::csv, naughty)).isEqualTo(naughty);
    }

    @Test
    void a_file_of_naughty_strings_itself_is_read_or_refused_with_a_place() {
        Path file = ReferenceData.folder("robustness/blns").resolve("blns.txt");
        try {
            assertThat(Sample.read(file)).isNotEmpty();
        } catch (UnreadableFile e) {
            assertThat(e.facts().row()).isNotNull();
        }
    }

    @Test
    void odd_workbooks_of_other_projects_are_read_or_refused_for_the_right_reason() {
        Path odd = ReferenceData.folder("robustness/xlsx/excelize");
        assertThat(Sample.refusal(odd.resolve("encryptAES.xlsx")).refusal()).isEqualTo(FileRefusal.ENCRYPTED);
        assertThat(Sample.refusal(odd.resolve("encryptSHA1.xlsx")).refusal()).isEqualTo(FileRefusal.ENCRYPTED);
        assertThat(Sample.refusal(odd.resolve("BadWorkbook.xlsx")).refusal()).isEqualTo(FileRefusal.EMPTY);
    }
}
