package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BombTest {

    @TempDir
    Path folder;

    private Path repeated(String before, String repeated, int times, String part) throws IOException {
        Path base = Sample.rows("").without(part).in(folder);
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out);
                var old = new java.util.zip.ZipFile(base.toFile())) {
            for (var entry : (Iterable<ZipEntry>) old.stream().map(ZipEntry.class::cast)::iterator) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                old.getInputStream(entry).transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] block =
                    repeated.repeat(Math.max(1, 65_536 / repeated.length())).getBytes(StandardCharsets.UTF_8);
            for (long n = 0; n < (long) times * repeated.length(); n += block.length) {
                zip.write(block);
            }
        }
        return file;
    }

    private FileRefusal sheet(String before, String repeated, int times) throws IOException {
        return Sample.refusal(repeated(before, repeated, times, "xl/worksheets/sheet1.xml"))
                .refusal();
    }

    @Test
    void a_part_that_inflates_a_hundredfold_is_a_bomb() throws IOException {
        assertThat(sheet("<worksheet><sheetData>", "<row><c/></row>", 5_000_000))
                .isEqualTo(FileRefusal.ZIP_BOMB);
    }

    @Test
    void parts_that_claim_more_than_the_limit_are_a_bomb_before_they_are_read() throws IOException {
        Path file = repeated("<worksheet><sheetData>", "<row><c/></row>", 200_000, "xl/worksheets/sheet1.xml");
        Limits small = new Limits(1 << 20, 1 << 20, 100, 100, 100, 100);
        assertThat(Sample.refusal(file, small).refusal()).isEqualTo(FileRefusal.ZIP_BOMB);
    }

    @Test
    void one_endless_text_attribute_or_comment_is_too_long_a_cell() throws IOException {
        assertThat(sheet("<worksheet><sheetData><row><c t='inlineStr'><is><t>", "x", 40_000_000))
                .isEqualTo(FileRefusal.TOO_LONG_CELL);
        assertThat(sheet("<worksheet><sheetData><row><c r='", "x", 40_000_000)).isEqualTo(FileRefusal.TOO_LONG_CELL);
        assertThat(sheet("<worksheet><!--", "x", 40_000_000)).isEqualTo(FileRefusal.TOO_LONG_CELL);
        assertThat(sheet("<", "x", 40_000_000)).isIn(FileRefusal.TOO_LONG_CELL, FileRefusal.CORRUPT);
    }

    @Test
    void endless_depth_or_ever_new_names_are_corrupt() throws IOException {
        assertThat(sheet("<worksheet>", "<a>", 10_000_000)).isEqualTo(FileRefusal.CORRUPT);
        StringBuilder names = new StringBuilder("<worksheet>");
        for (int i = 0; i < 3_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThat(Sample.refusal(Sample.sheet(names + "</worksheet>").in(folder))
                        .refusal())
                .isEqualTo(FileRefusal.CORRUPT);
    }

    @Test
    void an_archive_of_too_many_parts_is_a_bomb() throws IOException {
        Sample sample = Sample.rows("");
        for (int i = 0; i < 10_001; i++) {
            sample.part("xl/media/" + i, new byte[0]);
        }
        assertThat(Sample.refusal(sample.in(folder)).refusal()).isEqualTo(FileRefusal.ZIP_BOMB);
    }

    @Test
    void a_million_formatted_but_empty_rows_are_no_bomb() {
        StringBuilder rows = new StringBuilder("<worksheet><sheetData><row r='1'><c><v>1</v></c></row>");
        for (int r = 2; r <= 1_000_000; r++) {
            rows.append("<row r='")
                    .append(r)
                    .append("' ht='18.5' customHeight='1'><c r='A")
                    .append(r)
                    .append("' s='3'/></row>");
        }
        Path file = Sample.sheet(rows + "</sheetData></worksheet>").in(folder);
        assertThat(Sample.read(file)).hasSize(1);
    }

    @Test
    void any_number_of_character_references_is_read() {
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < 20_000; r++) {
            rows.append("<row><c t='inlineStr'><is><t>&#x623f;&amp;&#38;&lt;&quot;</t></is></c></row>");
        }
        Path file = Sample.rows(rows.toString()).in(folder);
        assertThat(Sample.read(file))
                .hasSize(20_000)
                .allMatch(row -> row.cell(0).equals(Cell.text("房&&<\"")));
    }
}
