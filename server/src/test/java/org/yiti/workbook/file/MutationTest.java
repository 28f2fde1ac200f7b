package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Table;

/** Whatever happens to a file on its way, it is read or refused, and soon. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {

    private static final Limits LIMITS = new Limits(1 << 20, 64 << 20, 1_000, 50, 1_000, 1_000);

    @TempDir
    Path folder;

    @Test
    void a_damaged_archive_is_read_or_refused() throws IOException {
        byte[] sound = Files.readAllBytes(sample().in(folder));
        Random random = new Random(20261122);
        for (int n = 0; n < 750; n++) {
            readOrRefused(mutated(sound, random), "archive " + n);
        }
    }

    @Test
    void a_damaged_part_of_a_sound_archive_is_read_or_refused() {
        Random random = new Random(20261123);
        List<String> names = List.copyOf(parts().keySet());
        for (int n = 0; n < 1_000; n++) {
            Map<String, byte[]> parts = parts();
            String name = names.get(n % names.size());
            Sample sample = sample().part(name, mutated(parts.get(name), random));
            try {
                readOrRefused(Files.readAllBytes(sample.in(folder)), name + " " + n);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_damaged_text_is_read_or_refused() {
        Random random = new Random(20261124);
        String text = "编号,名称,面积\r\n\"A,1\",\"一\"\"处\",12.5\r\n=\"001\",'=x,\r\n".repeat(5);
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE)) {
            for (int n = 0; n < 1_000; n++) {
                readOrRefused(mutated(text.getBytes(charset), random), charset + " " + n);
            }
        }
    }

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String sheet = "<worksheet xmlns='" + Sample.MAIN
                + "'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45000.5</v></c>"
                + "<c r='C1' t='inlineStr'><is><r><t>甲_x000A_</t></r></is></c></row><row r='2'><c r='A2'><f>1+1</f><v>2</v></c>"
                + "<c r='B2' t='e'><v>#N/A</v></c><c r='C2' t='d'><v>2026-01-01T00:00:00Z</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref='A1:A2'/></mergeCells></worksheet>";
        parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>机关</t></si></sst>".getBytes(StandardCharsets.UTF_8));
        String workbook =
                "<workbook xmlns:r='r'><workbookPr date1904='0'/><sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets></workbook>";
        parts.put("xl/workbook.xml", workbook.getBytes(StandardCharsets.UTF_8));
        parts.put(
                "_rels/.rels",
                Sample.relationships("rId1", "officeDocument", "xl/workbook.xml")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='99' formatCode='yyyy&quot;年'/></numFmts><cellXfs><xf/><xf numFmtId='99'/></cellXfs></styleSheet>"
                        .getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    private static Sample sample() {
        Sample sample = Sample.rows("");
        parts().forEach(sample::part);
        return sample;
    }

    private static byte[] mutated(byte[] sound, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int hits = 1 + random.nextInt(6);
        byte[] bytes = sound.clone();
        for (int h = 0; h < hits; h++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
                    System.arraycopy(sound, Math.min(from, sound.length - length), bytes, at, length);
                }
                case 3 -> bytes[at] = "<>\"'&/=;,0-9".getBytes(StandardCharsets.US_ASCII)[random.nextInt(12)];
                default -> bytes[at] = 0;
            }
        }
        boolean cut = random.nextInt(8) == 0;
        out.write(bytes, 0, cut ? random.nextInt(bytes.length) : bytes.length);
        return out.toByteArray();
    }

    private void readOrRefused(byte[] bytes, String which) {
        long start = System.nanoTime();
        try {
            Sample.read(Sample.text(folder, bytes), LIMITS);
        } catch (UnreadableFile e) {
            assertThat(e.refusal()).isNotNull();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(which, e);
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                .as(which)
                .isLessThan(10);
    }

    @Test
    void a_damaged_workbook_of_our_own_is_read_or_refused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableWriter.xlsx(out);
        writer.table(new Table("表", List.of(new Column("a", Format.DATE, 9, true, List.of("1"), "n"))));
        for (int i = 0; i < 50; i++) {
            writer.row(List.of(Cell.text("行" + i)), List.of(new TableWriter.Mark(0, "x")));
        }
        writer.finish();
        Random random = new Random(20261125);
        for (int n = 0; n < 400; n++) {
            readOrRefused(mutated(out.toByteArray(), random), "own " + n);
        }
    }
}
